import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handler } from '../arrival'
import { answerFresh } from '../conditional'
import { answerDirectly, directRoute } from './direct'

const long = JSON.stringify({ words: 'über '.repeat(1000) })
const handler: Handler = async (request) =>
  request.url.endsWith('?short')
    ? Response.json({ ok: true })
    : answerFresh(request, { body: long, type: 'application/json; charset=utf-8' })

let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, response) => void answerDirectly(handler, request, response)).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://localhost:${(server.address() as AddressInfo).port}/api/v1/jobs`
})
afterAll(() => server.close())

test('only reads of its own path are taken from Next', () => {
  const routes = new Map([['/api/v1/jobs', handler]])
  const asked = (method: string, url: string) => directRoute(routes, { method, url } as never)
  expect(asked('GET', '/api/v1/jobs')).toBe(handler)
  expect(asked('HEAD', '/api/v1/jobs?q=a')).toBe(handler)
  expect(asked('POST', '/api/v1/jobs')).toBeUndefined()
  expect(asked('GET', '/api/v1/jobs/abc')).toBeUndefined()
  expect(asked('GET', '/jobs')).toBeUndefined()
})

test('the answer is the handler’s, compressed for whoever can read that', async () => {
  const plain = await fetch(base, { headers: { 'accept-encoding': 'identity' } })
  expect(await plain.text()).toBe(long)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(plain.headers.get('vary')).toBe('Accept-Encoding')
  const zipped = await fetch(base, { headers: { 'accept-encoding': 'br, gzip' } })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(await zipped.text()).toBe(long)
  const refused = await fetch(base, { headers: { 'accept-encoding': 'gzip;q=0, identity' } })
  expect(refused.headers.get('content-encoding')).toBeNull()
  const short = await fetch(`${base}?short`, { headers: { 'accept-encoding': 'gzip' } })
  expect([short.headers.get('content-encoding'), await short.json()]).toEqual([null, { ok: true }])
})

test('what is held already is not sent again, and HEAD sends no body', async () => {
  const etag = (await fetch(base)).headers.get('etag') ?? ''
  const again = await fetch(base, { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await fetch(base, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(long)))
})
