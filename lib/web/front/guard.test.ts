import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInnerHeader, refusalOfRequest } from './guard'

const asked = { method: 'GET', url: '/jobs', headers: { host: 'localhost' }, isDev: false }

test('pages are read, and only /api is written to', () => {
  expect(refusalOfRequest(asked)).toBeNull()
  expect(refusalOfRequest({ ...asked, method: 'HEAD' })).toBeNull()
  expect(refusalOfRequest({ ...asked, method: 'POST', url: '/api/sign-in' })).toBeNull()
  expect(refusalOfRequest({ ...asked, method: 'POST' })).toMatchObject({ status: 405, allow: 'GET, HEAD' })
  expect(refusalOfRequest({ ...asked, method: 'DELETE', url: '/api' })).toMatchObject({ status: 405 })
})

test.each(['TRACE', 'PROPFIND', 'MKCOL', 'LINK', 'CONNECT', 'get'])('%s is no method here', (method) => {
  expect(refusalOfRequest({ ...asked, method, url: '/api/sign-in' })).toMatchObject({ status: 405 })
})

test.each([
  '/jobs/%E0%A4%A',
  '/jobs/%',
  '/%zz',
  '/a%00b',
  '/a%0d%0ab',
  '/a%5cb',
  '/a\\b',
  '//evil.org',
  '/\\evil.org',
  'http://evil.org/',
  '*',
  '',
])('the address %j is malformed', (url) => {
  expect(refusalOfRequest({ ...asked, url })).toMatchObject({ status: 400 })
})

test('a request that names no host is refused', () => {
  expect(refusalOfRequest({ ...asked, headers: {} })).toMatchObject({ status: 400 })
})

test('a long address has its own answer', () => {
  expect(refusalOfRequest({ ...asked, url: `/jobs?q=${'a'.repeat(8184)}` })).toBeNull()
  expect(refusalOfRequest({ ...asked, url: `/jobs?q=${'a'.repeat(8185)}` })).toMatchObject({ status: 414 })
})

test('server actions and the image optimizer do not exist', () => {
  expect(refusalOfRequest({ ...asked, headers: { host: 'localhost', 'next-action': 'x' } })).toMatchObject({
    status: 404,
  })
  expect(refusalOfRequest({ ...asked, url: '/_next/image?url=/a.png&w=64&q=75' })).toMatchObject({
    status: 404,
  })
  expect(refusalOfRequest({ ...asked, url: '/%5fnext/image?url=x' })).toMatchObject({ status: 404 })
})

test('a state of the router that cannot be read is refused', () => {
  const ofRouter = (value: string) => ({
    ...asked,
    headers: { host: 'localhost', 'next-router-state-tree': value },
  })
  expect(refusalOfRequest(ofRouter('%5B%22%22%2C%7B%7D%5D'))).toBeNull()
  expect(refusalOfRequest(ofRouter('{'))).toMatchObject({ status: 400 })
  expect(refusalOfRequest(ofRouter('%E0%A4%A'))).toMatchObject({ status: 400 })
})

test('a body beyond every limit is refused by its announcement', () => {
  const headers = { host: 'localhost', 'content-length': '50000000' }
  expect(refusalOfRequest({ ...asked, method: 'POST', url: '/api/sign-in', headers })).toMatchObject({
    status: 413,
  })
})

test('nobody may say what the front says', () => {
  for (const name of [
    'x-forwarded-for',
    'x-forwarded-host',
    'x-middleware-subrequest',
    'x-waypost-client',
    'x-nonce',
    'x-request-id',
    'forwarded',
  ]) {
    expect(isInnerHeader(name)).toBe(true)
  }
  for (const name of ['cookie', 'accept', 'origin', 'rsc', 'next-router-prefetch', 'if-none-match']) {
    expect(isInnerHeader(name)).toBe(false)
  }
})

test('whatever is asked, the guard lets it through or names a status below 500', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (url, method) => {
      const refused = refusalOfRequest({ ...asked, url: `/${url}`, method })
      if (refused) expect(refused.status).toBeLessThan(500)
    }),
    { numRuns: 2000 },
  )
})
