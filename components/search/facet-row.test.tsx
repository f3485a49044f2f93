import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FacetRow } from './facet-row'

const row = { others: [], locale: 'en', state: null, count: 3 } as const

test.each([
  ['place', 'san-francisco-us', 'San Francisco, United States', 'San Francisco, US'],
  ['place', 'portland-maine-us', 'Portland, Maine, United States', 'Portland, Maine, US'],
  ['place', 'none', 'Not stated', 'Not stated'],
  ['company', 'sears-us', 'Sears, Roebuck and Company', 'Sears, Roebuck and Company'],
])('the %s %s is called by what tells it apart', (facet, value, label, shown) => {
  const drawn = renderToStaticMarkup(<FacetRow {...row} {...{ facet, value, label }} name={facet} />)
  expect(drawn).toContain(`>${shown}</span>`)
  expect(drawn).toContain(`Leave out ${label}`)
})
