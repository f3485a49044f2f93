import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Breadcrumb } from './breadcrumb'

const trail = [
  { label: 'Guides', href: '/guides' },
  { label: '</script><b>', href: '/guides/x' },
]
const html = renderToStaticMarkup(<Breadcrumb trail={trail} baseUrl="https://board.example" nonce="abc" />)

test('the last step is the page itself, the others are links', () => {
  expect(html).toContain('<nav aria-label="Breadcrumb"')
  expect(html).toContain('href="/guides"')
  expect(html).toContain('aria-current="page"')
  expect(html).not.toContain('href="/guides/x"')
})

test('the markup for search engines is whole, with absolute addresses and the nonce', () => {
  const script = /<script type="application\/ld\+json" nonce="abc">([^<]*)<\/script>/.exec(html)
  expect(JSON.parse(script?.[1] ?? '').itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Guides', item: 'https://board.example/guides' },
    { '@type': 'ListItem', position: 2, name: '</script><b>', item: 'https://board.example/guides/x' },
  ])
})
