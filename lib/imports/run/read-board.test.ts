import { beforeEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import type { fetchOutside } from '@/lib/outside/fetch-outside'
import { type Adapter, type Ask, type ReadJob, Unreadable } from '../adapter'
import { stated } from '../testing/stated'
import { readBoard } from './read-board'
import type { Ending, Marks } from './run-import'

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none')
  vi.stubEnv('BASE_URL', 'http://localhost:3000')
  vi.stubEnv('WAYPOST_SECRET', 'only-for-tests-0123456789abcdefghijklmnop')
  forgetEnv()
})

const ask = (path: string): Ask => ({ url: `https://source.example.org/${path}`, accept: 'json' })

/** An answer is `{ ids, next, total, detail }`; a detail is `{ id }`, or `{ broken }`: a job that cannot be read. */
const adapter: Adapter = {
  name: 'demo',
  label: 'Demo',
  example: 'demo',
  boardOf: (typed) => typed,
  firstAsk: () => ask('1'),
  homeOf: () => 'https://source.example.org',
  read(text) {
    if (!text.startsWith('{')) throw new Unreadable('is no JSON')
    const { ids = [], next, total = null, detail, id, broken } = JSON.parse(text)
    if (broken) return { jobs: [stated('', { title: '' })], next: [], total: null }
    if (id) return { jobs: [stated(id, { html: '<p>Whole.</p>' })], next: [], total: null }
    const jobs = ids.map((one: string): ReadJob => {
      const job = stated(one)
      return detail && job.ok ? { ...job, detail: ask(`job/${one}`) } : job
    })
    return { jobs, next: next ? [ask(next)] : [], total }
  },
}

type Told = { status?: number; body?: unknown; retryAfter?: number; fails?: string; etag?: string }

/** Answers by path; a list is answered one after the other. */
function source(answers: Record<string, Told | Told[]>) {
  const asked: string[] = []
  const held: number[] = []
  const sentMarks: unknown[] = []
  const fetch = (async (url: string, options: { etag?: string | null } = {}) => {
    const path = new URL(url).pathname.slice(1)
    asked.push(path)
    sentMarks.push(options.etag ?? null)
    const known = answers[path]
    const told = (Array.isArray(known) ? known.shift() : known) ?? { status: 404 }
    if (told.fails) return { ok: false, reason: 'timeout', message: told.fails }
    const { status = 200, body = '', retryAfter = null, etag = null } = told
    const headers = {
      etag,
      lastModified: null,
      contentType: 'application/json',
      retryAfterSeconds: retryAfter,
    }
    return { ok: true, status, url, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
  }) as typeof fetchOutside
  const pace = {
    waitForTurn: async () => true,
    holdHost: async (_: string, seconds: number) => void held.push(seconds),
  }
  return { asked, held, sentMarks, fetch, pace }
}

async function read(answers: Record<string, Told | Told[]>, marks: Marks | null = null) {
  const site = source(answers)
  let lives = 0
  const keepAlive = async () => void lives++
  const answer = readBoard({ adapter, board: 'demo', marks, keepAlive, ...site })
  const ids: string[] = []
  for (;;) {
    const { value, done } = await answer.next()
    if (done) return { ...site, ids, lives, ending: value as Ending }
    ids.push(...value.map((one) => (one.ok ? one.job.externalId : `not ${one.refusal.externalId}`)))
  }
}

test('every page is read, with its marks for the next time, and the lease is kept before each question', async () => {
  const { ids, ending, asked, lives } = await read({
    '1': { body: { ids: ['a', 'b'], next: '2', total: 3 }, etag: '"v1"' },
    '2': { body: { ids: ['c'] } },
  })
  expect(ids).toEqual(['a', 'b', 'c'])
  expect(ending).toEqual({ kind: 'whole', etag: '"v1"', lastModified: null })
  expect([asked, lives]).toEqual([['1', '2'], 2])
})

test('an answer that has not changed is not read', async () => {
  const { ids, ending, sentMarks } = await read(
    { '1': { status: 304 } },
    { etag: '"v1"', lastModified: null },
  )
  expect([ids, ending, sentMarks]).toEqual([[], { kind: 'unchanged' }, ['"v1"']])
})

test.each<[string, Record<string, Told | Told[]>, string]>([
  ['a board that is not there', { '1': { status: 404 } }, 'no such board (404)'],
  ['one that may not be read', { '1': { status: 403 } }, 'does not let anybody read this (403)'],
  [
    'a page that fails in the middle',
    { '1': { body: { ids: ['a'], next: '2' } }, '2': { status: 500 } },
    '(500)',
  ],
  ['a page of HTML', { '1': { body: '<html>' } }, 'is no JSON'],
  [
    'fewer jobs than the source says it has',
    { '1': { body: { ids: ['a'], total: 572 } } },
    '572 jobs and showed 1',
  ],
  ['no answer in time', { '1': { fails: 'The site took too long to answer.' } }, 'took too long'],
])('%s makes the answer partial, with the reason', async (_, answers, reason) => {
  const { ending } = await read(answers)
  expect(ending).toMatchObject({ kind: 'partial', reason: expect.stringContaining(reason) })
})

test('a busy source is asked again after the time it names, three times in all', async () => {
  const busy = { status: 429, retryAfter: 7 }
  const good = await read({ '1': [busy, { status: 503 }, { body: { ids: ['a'] } }] })
  expect([good.ids, good.held, good.ending.kind]).toEqual([['a'], [7, 10], 'whole'])
  const never = await read({ '1': [busy, busy, busy, busy] })
  expect([never.asked.length, never.ending]).toMatchObject([3, { kind: 'partial' }])
  const long = await read({ '1': { status: 429, retryAfter: 3600 } })
  expect([long.asked.length, long.held]).toEqual([1, [3600]])
})

test('the text of a job comes from its own page; one whose page is gone is gone', async () => {
  const { ids, asked, ending } = await read({
    '1': { body: { ids: ['a', 'b'], detail: true } },
    'job/a': { body: { id: 'a' } },
    'job/b': { status: 404 },
  })
  expect([ids, asked, ending.kind]).toEqual([['a'], ['1', 'job/a', 'job/b'], 'whole'])
})

test('a job page that fails is a refusal of its job, and spares the others; five in a row are an outage', async () => {
  const one = await read({
    '1': { body: { ids: ['a', 'b'], detail: true } },
    'job/a': { status: 403 },
    'job/b': { body: { id: 'b' } },
  })
  expect([one.ids, one.ending.kind]).toEqual([['not a', 'b'], 'whole'])
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const pages = Object.fromEntries(ids.map((id) => [`job/${id}`, { status: 403 }]))
  const down = await read({ '1': { body: { ids, detail: true } }, ...pages })
  expect([down.ids, down.ending.kind, down.asked.length]).toEqual([[], 'partial', 6])
})

test('a job page that cannot be read is refused under the id of the list', async () => {
  const { ids } = await read({
    '1': { body: { ids: ['a', 'b'], detail: true } },
    'job/a': { body: { broken: true } },
    'job/b': { body: { id: 'b' } },
  })
  expect(ids).toEqual(['not a', 'b'])
})

test('a source without end is read as far as a source may go, and says so (B38)', async () => {
  const ids = Array.from({ length: 60_000 }, (_, i) => String(i))
  const { ids: taken, ending } = await read({ '1': { body: { ids } } })
  expect(taken).toHaveLength(50_000)
  expect(ending).toMatchObject({ kind: 'partial', reason: expect.stringContaining('more than 50000 jobs') })
})
