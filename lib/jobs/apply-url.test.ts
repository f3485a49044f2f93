import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyAddress } from './apply-url'

test.each([
  ['https://example.org/jobs/42?a=1#b', 'https://example.org/jobs/42?a=1#b', 'example.org'],
  ['HTTPS://Example.ORG', 'https://example.org/', 'example.org'],
  ['http://jobs.example.org:8080/x', 'http://jobs.example.org:8080/x', 'jobs.example.org:8080'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
  ['https://аррӏе.com/jobs', 'https://xn--80ak6aa92e.com/jobs', 'xn--80ak6aa92e.com'],
])('%s is taken', (typed, href, host) => {
  expect(applyAddress(typed)).toEqual({ href, host })
})

test.each([
  ['', 'absent'],
  ['example.org/jobs', 'unreadable'],
  ['//example.org', 'unreadable'],
  ['/jobs/42', 'unreadable'],
  ['https:example.org', 'unreadable'],
  ['https:///example.org', 'unreadable'],
  ['https://exa mple.org', 'unreadable'],
  ['https://good.example\\@evil.example/', 'unreadable'],
  ['https://good.example\t/x', 'unreadable'],
  ['javascript:alert(1)', 'scheme'],
  ['JavaScript:alert(1)//https://a.example', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['ftp://example.org', 'scheme'],
  ['mailto:jobs@example.org', 'scheme'],
  ['https://me:secret@example.org', 'credentials'],
  ['https://good.example@evil.example', 'credentials'],
  ['https://localhost/x', 'host'],
  ['https://127.0.0.1/x', 'host'],
  ['https://0x7f.1/x', 'host'],
  ['https://[::1]/x', 'host'],
  ['https://printer.local/x', 'host'],
  [`https://example.org/${'a'.repeat(2000)}`, 'long'],
])('%s is refused', (typed, fault) => {
  expect(applyAddress(typed)).toEqual({ fault })
})

test('whatever is taken is http or https without credentials, and is taken again unchanged', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
      (typed) => {
        const address = applyAddress(typed)
        if (!('href' in address)) return
        const url = new URL(address.href)
        expect(['http:', 'https:']).toContain(url.protocol)
        expect(url.username + url.password).toBe('')
        expect(applyAddress(address.href)).toEqual(address)
      },
    ),
  )
})
