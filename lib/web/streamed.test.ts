import { afterEach, expect, test, vi } from 'vitest'
import { Refusal } from './refusal'
import { answerStreamed } from './streamed'

afterEach(() => vi.restoreAllMocks())

let networks = 0
const newClient = () => `192.0.2.${++networks}`

function send(pieces: AsyncGenerator<string>, client = newClient(), init: RequestInit = {}): Response {
  const request = new Request('http://localhost:3000/jobs.csv', init)
  return answerStreamed(request, { pieces, headers: {}, client, requestId: 'a-request', route: 'jobs.csv' })
}

/** Counts what was made, and knows when it was ended. */
function counted(most = Number.POSITIVE_INFINITY) {
  const facts = { made: 0, hasEnded: false }
  async function* pieces() {
    try {
      while (facts.made < most) yield `piece ${++facts.made}\n`
    } finally {
      facts.hasEnded = true
    }
  }
  return { facts, pieces: pieces() }
}

test('a piece is made when the last one was taken, and none for nobody', async () => {
  const { facts, pieces } = counted()
  const reader = send(pieces).body?.getReader()
  expect(facts.made).toBe(0)
  await reader?.read()
  await reader?.read()
  expect(facts.made).toBe(2)
  await reader?.cancel()
  await vi.waitFor(() => expect(facts.hasEnded).toBe(true))
  expect(facts.made).toBe(2)
})

test('a reader who has gone ends the making, told by the stream or by the request', async () => {
  const gone = new AbortController()
  const { facts, pieces } = counted()
  const reader = send(pieces, newClient(), { signal: gone.signal }).body?.getReader()
  await reader?.read()
  gone.abort()
  await vi.waitFor(() => expect(facts.hasEnded).toBe(true))
})

test('a network gets room for so many files at once, and again when one is done', async () => {
  const client = newClient()
  const begun = Array.from({ length: 6 }, () => send(counted(3).pieces, client))
  expect(() => send(counted().pieces, client)).toThrow(Refusal)
  const other = send(counted(1).pieces)
  expect(await other.text()).toBe('piece 1\n')
  expect(await begun[0]?.text()).toBe('piece 1\npiece 2\npiece 3\n')
  const next = send(counted(1).pieces, client)
  await Promise.all([...begun.slice(1), next].map((response) => response.body?.cancel()))
  await send(counted(1).pieces, client).text()
})

test('a file that cannot be finished breaks off, and is logged once', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  async function* pieces() {
    yield 'begun'
    throw new Error('the database went away')
  }
  await expect(send(pieces()).text()).rejects.toThrow()
  expect(logged).toHaveBeenCalledOnce()
})

test('asked for its head, nothing is made', async () => {
  const { facts, pieces } = counted()
  expect(await send(pieces, newClient(), { method: 'HEAD' }).text()).toBe('')
  expect(facts.made).toBe(0)
})
