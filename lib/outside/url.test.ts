import { afterEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { bareHost, checkUrl, exemptHosts } from './url'

afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://EXAMPLE.ORG./jobs?a=1#top', 'https://example.org/jobs?a=1'],
  ['https://example.org:443/', 'https://example.org/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://8.8.8.8/', 'https://8.8.8.8/'],
  ['https://[2606:4700:4700::1111]/', 'https://[2606:4700:4700::1111]/'],
])('%s may be asked', (address, href) => {
  expect(checkUrl(address, []).url.href).toBe(href)
})

const refusedUrls = [
  '',
  'example.org',
  'http://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  'data:text/xml,<rss/>',
  'javascript:alert(1)',
  'blob:https://example.org/1',
  'https://me@example.org/',
  'https://me:secret@example.org/',
  'https://example.org@127.0.0.1/',
  'https://example.org:80/',
  'https://example.org:8443/',
  'https://example.org:22/',
  'https://localhost/',
  'https://localhost./',
  'https://intranet/',
  'https://jobs.localhost/',
  'https://metadata.google.internal/',
  'https://printer.local./',
  'https://./',
  'https://example.org../',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.0.1./',
  'https://0x7f.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://017700000001/',
  'https://0177.0.0.1/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
  'https://%31%32%37.0.0.1/',
  'https://0/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[fd00:ec2::254]/',
  `https://example.org/${'a'.repeat(2000)}`,
]

test.each(refusedUrls)('%s may not be asked', (address) => {
  expect(() => checkUrl(address, [])).toThrow('it must be the https address of a public site')
})

test('a host on the list of the operator may be asked at that port alone', () => {
  const allowed = ['localhost:4010', '[::1]:80']
  expect(checkUrl('http://LOCALHOST:4010/feed', allowed).isExempt).toBe(true)
  expect(bareHost(checkUrl('http://[::1]/', allowed).url)).toBe('::1')
  expect(() => checkUrl('http://localhost:4011/', allowed)).toThrow()
  expect(() => checkUrl('http://jobs.localhost:4010/', allowed)).toThrow()
  expect(() => checkUrl('http://me@localhost:4010/', allowed)).toThrow()
  expect(() => checkUrl('ftp://localhost:4010/', allowed)).toThrow()
})

test('https does not turn into http on the way, not even for a host on the list', () => {
  const base = new URL('https://example.org/a/b')
  expect(checkUrl('../c', [], base).url.href).toBe('https://example.org/c')
  expect(() => checkUrl('http://localhost:4010/', ['localhost:4010'], base)).toThrow()
})

test('the list of the operator is read from the environment, and is empty without', () => {
  vi.stubEnv('BASE_URL', 'http://localhost:3000')
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('WAYPOST_SECRET', 'x'.repeat(32))
  vi.stubEnv('IMPORT_ALLOW_HOSTS', '')
  forgetEnv()
  expect(exemptHosts()).toEqual([])
  vi.stubEnv('IMPORT_ALLOW_HOSTS', 'Localhost:4010, ats.internal:443,')
  forgetEnv()
  expect(exemptHosts()).toEqual(['localhost:4010', 'ats.internal:443'])
})
