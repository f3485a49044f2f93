import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_FORM_BYTES, MAX_JSON_BYTES, readBody } from './body'
import { Refusal } from './refusal'

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

function sent(body: BodyInit | null, type: string | null, headers: Record<string, string> = {}): Request {
  const given = new Headers(headers)
  if (type) given.set('content-type', type)
  return new Request('http://localhost/api/x', {
    method: 'POST',
    body,
    headers: given,
    duplex: 'half',
  } as RequestInit)
}

async function statusOf(request: Request): Promise<number> {
  try {
    await readBody(request)
    return 200
  } catch (error) {
    if (error instanceof Refusal) return error.status
    throw error
  }
}

test('forms and JSON are read', async () => {
  expect(await readBody(sent('{"a":"x","b":[1]}', json))).toEqual({
    kind: 'json',
    values: { a: 'x', b: [1] },
  })
  const read = await readBody(sent('a=1&a=2&b=%C3%A4', `${form}; charset=UTF-8`))
  expect(read).toEqual({
    kind: 'form',
    values: new Map([
      ['a', ['1', '2']],
      ['b', ['ä']],
    ]),
  })
})

test('a multipart form is read, its files are not', async () => {
  const fields = new FormData()
  fields.set('a', 'x')
  fields.set('empty', new File([], 'empty.txt'))
  expect(await readBody(new Request('http://localhost', { method: 'POST', body: fields }))).toEqual({
    kind: 'form',
    values: new Map([['a', ['x']]]),
  })
  fields.set('file', new File(['hello'], 'a.txt'))
  expect(await statusOf(new Request('http://localhost', { method: 'POST', body: fields }))).toBe(415)
})

test.each([
  ['text/plain', '{"a":1}', 415],
  ['text/html', 'x', 415],
  [null, null, 415],
  ['application/json; charset=utf-16', '{}', 415],
  ['multipart/form-data', 'no boundary', 400],
  ['multipart/form-data; boundary=x', '--y', 400],
  [json, '', 400],
  [json, '{', 400],
  [json, '[1]', 400],
  [json, 'null', 400],
  [json, '"text"', 400],
  [json, '{"__proto__":{"isAdmin":true}}', 400],
  [json, '{"a":{"constructor":1}}', 400],
  [form, '__proto__=1', 400],
  [form, '', 200],
])('%s with %j is answered %i', async (type, body, status) => {
  expect(await statusOf(sent(body, type))).toBe(status)
})

test('a compressed body is refused unread', async () => {
  expect(await statusOf(sent('{}', json, { 'content-encoding': 'gzip' }))).toBe(415)
})

test('nothing is put on the prototype of objects', async () => {
  await statusOf(sent('{"__proto__":{"polluted":1}}', json))
  await statusOf(sent('__proto__[polluted]=1', form))
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('JSON of depth 10,000 is refused at once', async () => {
  expect(await statusOf(sent(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, json))).toBe(400)
})

test('a body at the limit passes, one byte more does not', async () => {
  const exact = (limit: number, frame: number) => 'a'.repeat(limit - frame)
  expect(await statusOf(sent(`{"a":"${exact(MAX_JSON_BYTES, 8)}"}`, json))).toBe(200)
  expect(await statusOf(sent(`{"a":"${exact(MAX_JSON_BYTES, 7)}"}`, json))).toBe(413)
  expect(await statusOf(sent(`a=${exact(MAX_FORM_BYTES, 2)}`, form))).toBe(200)
  expect(await statusOf(sent(`a=${exact(MAX_FORM_BYTES, 1)}`, form))).toBe(413)
})

test('an endless body is cut off while it arrives', async () => {
  let pulled = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 50_000
      controller.enqueue(new Uint8Array(50_000).fill(97))
    },
  })
  expect(await statusOf(sent(endless, form))).toBe(413)
  expect(pulled).toBeLessThan(1_000_000)
})

test('a body that is shorter than announced, or breaks off, is refused', async () => {
  expect(await statusOf(sent('a=1', form, { 'content-length': '10' }))).toBe(400)
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('a=1'))
      controller.error(new Error('reset'))
    },
  })
  expect(await statusOf(sent(broken, form))).toBe(400)
})

test('what the database cannot hold does not reach it', async () => {
  const read = await readBody(sent('{"a":"x\\u0000y\\ud800z"}', json))
  expect(read.values).toEqual({ a: 'xy\ufffdz' })
})

test('whatever bytes arrive, the answer is a body or a refusal', async () => {
  const types = fc.constantFrom(json, form, 'multipart/form-data; boundary=b', 'multipart/form-data', 'x/y')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), types, async (bytes, type) => {
      expect([200, 400, 415]).toContain(await statusOf(sent(new Uint8Array(bytes), type)))
    }),
    { numRuns: 500 },
  )
})
