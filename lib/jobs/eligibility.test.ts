import { expect, test } from 'vitest'
import { countryOfSearch, mayWorkFrom } from './eligibility'

const remote = (eligibleFrom: { worldwide: boolean; countries: string[] } | null) =>
  ({ workplace: 'remote', eligibleFrom }) as const

test('a remote job answers yes in a country that it names, and no in every other', () => {
  expect(mayWorkFrom(remote({ worldwide: false, countries: ['de', 'fr'] }), 'de')).toBe('yes')
  expect(mayWorkFrom(remote({ worldwide: false, countries: ['de', 'fr'] }), 'us')).toBe('no')
})

test('worldwide is open to everybody', () => {
  expect(mayWorkFrom(remote({ worldwide: true, countries: [] }), 'nz')).toBe('yes')
})

test('a remote job that says nothing is not taken for a yes or a no', () => {
  expect(mayWorkFrom(remote(null), 'de')).toBe('not-stated')
})

test.each([['onsite'], ['hybrid'], [null]] as const)('a job that is %s is not asked', (workplace) => {
  expect(mayWorkFrom({ workplace, eligibleFrom: null }, 'de')).toBeNull()
})

test('a search says where somebody is only when it names one country', () => {
  expect(countryOfSearch('from=de&role=nurse')).toBe('de')
  expect(countryOfSearch('from=de&from=fr')).toBeNull()
  expect(countryOfSearch('from=eu')).toBeNull()
  expect(countryOfSearch('from=worldwide')).toBeNull()
  expect(countryOfSearch('not.from=de')).toBeNull()
})
