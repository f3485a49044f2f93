import { expect, test } from 'vitest'
import { answerFresh } from './conditional'
import { firstSeen, httpDate, parseHttpDate } from './last-modified'

let addresses = 0
const newAddress = () => `http://localhost:3000/feed?n=${++addresses}`

function ask(address: string, body: string, headers: Record<string, string> = {}): Response {
  return answerFresh(new Request(address, { headers }), { body, type: 'text/plain' })
}

const validatorsOf = ({ headers }: Response) => ({
  etag: headers.get('etag') ?? '',
  since: headers.get('last-modified') ?? '',
})

test('what is held already is not sent again', async () => {
  const address = newAddress()
  const { etag, since } = validatorsOf(ask(address, 'one'))
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
  for (const held of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const again = ask(address, 'one', { 'if-none-match': held })
    expect([held, again.status, await again.text()]).toEqual([held, 304, ''])
    expect(validatorsOf(again)).toEqual({ etag, since })
    expect(again.headers.get('cache-control')).toContain('public')
  }
  expect(ask(address, 'one', { 'if-modified-since': since }).status).toBe(304)
})

test('what has changed is sent', () => {
  const address = newAddress()
  const { etag, since } = validatorsOf(ask(address, 'one'))
  expect(ask(address, 'two', { 'if-none-match': etag }).status).toBe(200)
  // Both answers came within one second, or nearly: a date cannot tell them apart.
  expect(ask(address, 'three', { 'if-modified-since': since }).status).toBe(200)
})

test('a tag that does not match wins over a date that does', () => {
  const address = newAddress()
  const { since } = validatorsOf(ask(address, 'one'))
  const headers = { 'if-none-match': '"other"', 'if-modified-since': since }
  expect(ask(address, 'one', headers).status).toBe(200)
})

test('the date moves when the answer changes, and only then; one that cannot be told from the last is left out', () => {
  const at = (ms: number) => () => new Date(Date.UTC(2026, 0, 1) + ms)
  const start = Date.UTC(2026, 0, 1)
  expect(firstSeen('an address', 'a', at(300))).toBe(start)
  expect(firstSeen('an address', 'a', at(5000))).toBe(start)
  expect(firstSeen('an address', 'b', at(9000))).toBe(start + 9000)
  expect(firstSeen('an address', 'c', at(9900))).toBeNull()
  expect(firstSeen('an address', 'c', at(10_000))).toBe(start + 10_000)
})

test('a date is read in each of its three forms, and nothing else is a date', () => {
  const time = Date.UTC(1994, 10, 6, 8, 49, 37)
  expect(httpDate(time)).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  for (const text of [httpDate(time), 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994']) {
    expect([text, parseHttpDate(text)]).toEqual([text, time])
  }
  for (const text of [null, '', '0', '1994', 'yesterday', 'Sun, '.repeat(5000)])
    expect(parseHttpDate(text)).toBeNull()
})
