import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import {
  makeJobs,
  randomFrom,
  type SampleJob,
  words,
  writeJobs,
  writeTaxonomy,
} from '@/lib/jobs/testing/corpus'
import { type FacetName, searchFacets } from './facets'
import { parseSearch } from './input'
import { matchesOf, necessaryLexemes } from './matches'
import { pageIds, pageStatement, searchPage } from './page'
import { resolveSearch } from './resolve'
import { choiceKeys, firstPage, type Search } from './search'
import { planOf } from './sql'
import { find, hasValue, topOf } from './testing/oracle'
import { type SampleSearch, type SampleWords, sampleSearch } from './testing/sample-searches'

testDb()

/** The counts themselves are under test, not the time that this machine needs for them. */
const patient = { timeLimitMs: 20_000 }
const SEARCHES = 130
const seeds = Array.from({ length: 3 }, () => randomInt(2 ** 31))

beforeAll(writeTaxonomy)

test('the words of the corpus are words that English text search leaves alone', async () => {
  const { rows } = await db().execute<{ found: string[] }>(
    sql`select tsvector_to_array(to_tsvector('pg_catalog.english', ${words.join(' ')})) as found`,
  )
  expect(rows[0]?.found).toEqual([...words].sort())
})

describe.each(seeds)('in a corpus made from %i', (seed) => {
  const jobs = makeJobs(90, randomFrom(seed))
  beforeAll(() => writeJobs(jobs))

  const holds = (check: (sample: SampleSearch, search: Search) => Promise<void>, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(sampleSearch, (sample) =>
        check(sample, parseSearch(sample.pairs, { currency: 'USD' }).search),
      ),
      { seed, numRuns },
    )

  test('both shapes of the page, the alert and the counts are what reading the jobs one by one finds', async () => {
    await holds(async ({ words }, search) => {
      const expected = find(jobs, search, words).map((job) => job.id)
      const plan = planOf(await resolveSearch(search))
      const whole = { ...firstPage, limit: 100 }
      expect(await pageIds(plan, whole, 'walk')).toEqual(expected)
      expect(await pageIds(plan, whole, 'gin')).toEqual(expected)
      expect(
        await matchesOf(
          search,
          jobs.map((job) => job.id),
        ),
      ).toEqual(expected)
      await expectNecessary(search, expected)
      await expectCounts(jobs, search, words)
    }, SEARCHES)
  })

  test('pages joined are the whole result, forward and back', async () => {
    await holds(async ({ words }, search) => {
      const expected = find(jobs, search, words).map((job) => job.id)
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
        expect(page.after).toBe(page.rows.at(-1)?.publicId)
        before = page.before
      }
      expect(before).toBeNull()
    }, 25)
  })
})

test.each(['', 'role=nurse', 'company=acme&posted=30d', 'workplace=remote&not.role=none'])(
  'a walk for “%s” reads its index in order, both ways, and sorts nothing',
  async (query) => {
    const plan = planOf(await resolveSearch(parseSearch(new URLSearchParams(query)).search))
    const cursor = 'a'.repeat(26)
    for (const at of [firstPage, { ...firstPage, after: cursor }, { ...firstPage, before: cursor }]) {
      const lines = await db().transaction(async (tx) => {
        // A small table is read whole however good its indexes are.
        await tx.execute(sql`set local enable_seqscan = off`)
        await tx.execute(sql`set local enable_bitmapscan = off`)
        return tx.execute<{ 'QUERY PLAN': string }>(
          sql`explain (costs off) ${pageStatement(plan, at, 'walk')}`,
        )
      })
      expect(lines.rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Sort')
    }
  },
)

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
  const posted = find(jobs, search, words, 'posted')
  const published = (days: number) => posted.filter((job) => job.publishedDaysAgo <= days).length
  expect(rowsOf('posted')).toEqual({
    '1d': published(1),
    '3d': published(3),
    '7d': published(7),
    '30d': published(30),
  })
}

/** A single-valued facet: its values and "not stated" add up to the result without its filter. */
function expectSums(
  facets: Record<FacetName, { count: number }[]>,
  jobs: SampleJob[],
  search: Search,
  words: SampleWords | null,
) {
  for (const key of ['role', 'seniority', 'workplace', 'type', 'company'] as const) {
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
