import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, openPool } from '@/db/client'
import { testDb } from '@/db/testing'
import { env } from '@/lib/env'
import { makeJobs, type SampleJob, words, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { clausesOf, orderOf, payCurrencyOf } from './clauses'
import type { Edge } from './condition'
import { keptCounts } from './engine/kept-counts'
import { engineQuery } from './engine/query'
import { RunningEngine, startEngine, stopEngine } from './engine/start'
import { wordsAsked } from './engine/word-query'
import { type Counts, type FacetName, searchFacets } from './facets'
import { matchesOf, necessaryLexemes } from './matches'
import { searchPage } from './page'
import { resolveSearch } from './resolve'
import { choiceKeys, type Search } from './search'
import { countInSql } from './sql/facet-sql'
import { type PageAsked, pageInSql, pageStatement, type Ranked } from './sql/page-sql'
import { find, hasValue, topOf } from './testing/oracle'
import { type SampleSearch, type SampleWords, sampleSearch } from './testing/sample-searches'
import { parseSearch } from './url/input'
import { indexAllWords } from './word-index/index-words'

const board = testDb()

/** The counts themselves are under test, not the time that this machine needs for them. */
const patient = { timeLimitMs: 20_000 }
/** `npm run fuzz:search -- N` asks for more. */
const WANTED = Number(process.env.FUZZ_SEARCHES ?? 2000)
const CORPORA = 4
const SEARCHES = Math.ceil(WANTED / CORPORA)
const seeds = Array.from({ length: CORPORA }, () => randomInt(2 ** 31))

beforeAll(writeTaxonomy)

test('the words of the corpus are words that English text search leaves alone', async () => {
  const { rows } = await db().execute<{ found: string[] }>(
    sql`select tsvector_to_array(to_tsvector('pg_catalog.english', ${words.join(' ')})) as found`,
  )
  expect(rows[0]?.found).toEqual([...words].sort())
})

describe.each(seeds)('in a corpus made from %i', (seed) => {
  const jobs = makeJobs(90, randomFrom(seed))
  let running: RunningEngine
  beforeAll(async () => {
    await writeJobs(jobs)
    // Blocks tell the words of most jobs; of every third one they say nothing.
    await indexAllWords()
    await db().execute(
      sql`insert into unindexed_jobs (job_id) select job_id from job_search where job_id % 3 = 0`,
    )
    // What is broad enough to be looked for among the newest jobs, statistics tell.
    await board.owner.query('analyze job_search')
    running = new RunningEngine(openPool(env().DATABASE_URL))
    await running.whole()
  })
  afterAll(() => running.stop())

  const holds = (check: (sample: SampleSearch, search: Search) => Promise<void>, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(sampleSearch, (sample) =>
        check(sample, parseSearch(sample.pairs, { currency: 'USD' }).search),
      ),
      { seed, numRuns },
    )

  test('both shapes of the page, the alert, the counts and the engine are what reading the jobs one by one finds', async () => {
    await holds(async ({ words }, search) => {
      const expected = find(jobs, search, words).map((job) => job.id)
      const asked = await pageAsked(search)
      const walked = await pageInSql(asked, 'walk')
      expect(await pageInSql(asked, 'gin')).toEqual(walked)
      if (search.sort === 'relevance') expect(walked).toEqual(byRank(walked, expected))
      else expect(walked.map(({ id }) => id)).toEqual(expected)
      const alerted = await matchesOf(
        search,
        jobs.map((job) => job.id),
      )
      expect(alerted).toEqual(find(jobs, { ...search, sort: 'newest' }, words).map((job) => job.id))
      await expectNecessary(search, expected)
      await expectCounts(jobs, search, words)
      await expectEngine(running, search, asked, walked)
    }, SEARCHES)
  }, 300_000)

  const joined = () =>
    holds(async ({ words }, search) => {
      const expected = (await pageInSql(await pageAsked(search), 'walk')).map(({ id }) => id)
      expect([...expected].sort()).toEqual(
        find(jobs, search, words)
          .map((job) => job.id)
          .sort(),
      )
      const limit = 1 + (expected.length % 9)
      const forward: number[] = []
      const pages: number[][] = []
      let before: string | null = null
      for (let after: string | null = null, more = true; more; ) {
        const page = await searchPage(search, { after, before: null, limit })
        pages.push(page.rows.map((row) => row.id))
        forward.push(...page.rows.map((row) => row.id))
        after = page.after
        before = page.before
        more = after !== null
      }
      expect(forward).toEqual(expected)
      for (const expectedPage of pages.slice(0, -1).reverse()) {
        const page = await searchPage(search, { after: null, before, limit })
        expect(page.rows.map((row) => row.id)).toEqual(expectedPage)
        expect(page.after).toContain(page.rows.at(-1)?.publicId)
        before = page.before
      }
      expect(before).toBeNull()
    }, 25)

  test('pages joined are the whole result, forward and back', joined)

  test('so are those of the engine', async () => {
    await startEngine()
    await joined().finally(stopEngine)
  })
})

test.each(['', 'role=nurse', 'company=acme&posted=30d', 'workplace=remote&not.role=none'])(
  'a walk for “%s” reads its index in order, both ways, and sorts nothing',
  async (query) => {
    const first = await pageAsked(parseSearch(new URLSearchParams(query)).search)
    const edge = { rank: 0, firstPublishedAtUs: 1_700_000_000_000_000, jobId: 1 }
    for (const asked of [first, { ...first, edge }, { ...first, edge, direction: 'back' as const }]) {
      const lines = await db().transaction(async (tx) => {
        // A small table is read whole however good its indexes are.
        await tx.execute(sql`set local enable_seqscan = off`)
        await tx.execute(sql`set local enable_bitmapscan = off`)
        return tx.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${pageStatement(asked, 'walk')}`)
      })
      expect(lines.rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Sort')
    }
  },
)

/** The engine says exactly what SQL says: page, both ways from the middle, total and every count. */
async function expectEngine(
  running: RunningEngine,
  search: Search,
  asked: PageAsked,
  found: Ranked[],
): Promise<void> {
  const resolved = await resolveSearch(search)
  const payCurrency = payCurrencyOf(resolved)
  const { clauses, order } = asked
  expect(await running.current()?.prepare(wordsAsked(clauses, order), 20_000)).toBe(true)
  const ready = running.current()
  if (!ready) throw new Error('the engine was lost')
  const { engine } = ready
  const query = engineQuery(resolved, { order, payCurrency, nowUs: ready.nowUs() }, clauses)
  const ids = found.map(({ id }) => id)
  const page = { edge: null, direction: 'onward', limit: 100 } as const
  expect(engine.page(query, page)).toEqual(ids)
  expect(engine.count(clauses, query.nowUs)).toBe(ids.length)
  const middle = Math.floor(ids.length / 2)
  expect([...engine.ranksOf(ids, order, query.nowUs)]).toEqual(found.map(({ rank }) => rank))
  if (ids.length > 0) {
    const edge = await edgeOf(found[middle] as Ranked)
    expect(engine.page(query, { edge, direction: 'onward', limit: 5 })).toEqual(
      ids.slice(middle + 1, middle + 7),
    )
    const back = ids.slice(Math.max(0, middle - 6), middle).reverse()
    expect(engine.page(query, { edge, direction: 'back', limit: 5 })).toEqual(back)
  }
  const counts = keptCounts(engine, query)
  expect(keptCounts(engine, { ...query })).toEqual(counts)
  expect(sorted(counts)).toEqual(sorted(await countInSql(resolved, payCurrency, patient)))
}

async function edgeOf({ id: jobId, rank }: Ranked): Promise<Edge> {
  const { rows } = await db().execute<{ us: string }>(
    sql`select (extract(epoch from first_published_at) * 1000000)::bigint as us from jobs where id = ${jobId}`,
  )
  return { rank, firstPublishedAtUs: Number(rows[0]?.us), jobId }
}

function sorted(counts: Counts | null) {
  if (!counts) throw new Error('the counts took longer than the test allows')
  const byValue = (map: ReadonlyMap<number, number>) =>
    [...map].filter(([, n]) => n > 0).sort(([a], [b]) => a - b)
  const choices = choiceKeys.map((key) => [key, byValue(counts.choices[key])])
  return { ...counts, choices, pay: { ...counts.pay, steps: byValue(counts.pay.steps) } }
}

async function pageAsked(search: Search): Promise<PageAsked> {
  const resolved = await resolveSearch(search)
  const order = orderOf(resolved, payCurrencyOf(resolved))
  return { clauses: clausesOf(resolved), order, edge: null, direction: 'onward', limit: 100 }
}

/** The same jobs by rank, where that is equal in the order expected. */
function byRank(found: Ranked[], expected: number[]): Ranked[] {
  const at = (id: number) => expected.indexOf(id)
  expect(found.map(({ id }) => id).sort()).toEqual([...expected].sort())
  return [...found].sort((a, b) => b.rank - a.rank || at(a.id) - at(b.id))
}

async function expectNecessary(search: Search, expected: number[]): Promise<void> {
  const query = await necessaryLexemes(search)
  if (query === null) return
  const { rows } = await db().execute<{ id: string }>(
    sql`select job_id as id from job_search where tsv @@ ${query}::tsquery`,
  )
  expect(rows.map((row) => Number(row.id))).toEqual(expect.arrayContaining(expected))
}

async function expectCounts(jobs: SampleJob[], search: Search, words: SampleWords | null): Promise<void> {
  const answer = await searchFacets(search, patient)
  if (!answer) throw new Error('the counts took longer than the test allows')
  expect(answer.total).toBe(find(jobs, search, words).length)
  const rowsOf = (facet: FacetName) =>
    Object.fromEntries(answer.facets[facet].map((row) => [row.value, row.count]))
  for (const key of choiceKeys) {
    const others = find(jobs, search, words, key)
    const shown = rowsOf(key)
    for (const [value, count] of Object.entries(shown)) {
      expect([key, value, count]).toEqual([
        key,
        value,
        others.filter((job) => hasValue(job, key, value)).length,
      ])
    }
    if (key === 'region') continue
    const missing = others.filter((job) => !Object.keys(shown).some((value) => hasValue(job, key, value)))
    expect(key === 'from' ? missing.filter((job) => job.workplace === 'remote') : missing).toEqual([])
  }
  expectSums(answer.facets, jobs, search, words)
  expectPay(rowsOf('pay'), find(jobs, search, words, 'pay'), search)
  for (const [facet, age] of [
    ['posted', 'publishedDaysAgo'],
    ['seen', 'seenDaysAgo'],
  ] as const) {
    const others = find(jobs, search, words, facet)
    const within = (days: number) => others.filter((job) => job[age] <= days).length
    expect(rowsOf(facet)).toEqual({ '1d': within(1), '3d': within(3), '7d': within(7), '30d': within(30) })
  }
}

/** A single-valued facet: its values and "not stated" add up to the result without its filter. */
function expectSums(
  facets: Record<FacetName, { count: number }[]>,
  jobs: SampleJob[],
  search: Search,
  words: SampleWords | null,
) {
  for (const key of ['role', 'seniority', 'workplace', 'type', 'company', 'visa', 'text'] as const) {
    const sum = facets[key].reduce((total, row) => total + row.count, 0)
    expect([key, sum]).toEqual([key, find(jobs, search, words, key).length])
  }
}

function expectPay(shown: Record<string, number>, others: SampleJob[], search: Search): void {
  const floor = search.pay?.floor
  const currency = floor && floor !== 'none' ? floor.currency : 'USD'
  for (const [value, count] of Object.entries(shown)) {
    const expected = others.filter((job) => {
      const top = topOf(job)
      if (value === 'none') return top === null
      if (value === 'other') return top !== null && job.pay?.currency !== currency
      return top !== null && job.pay?.currency === currency && top >= Number(value)
    })
    expect([value, count]).toEqual([value, expected.length])
  }
}
