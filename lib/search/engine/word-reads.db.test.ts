import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/db/client'
import { testDb } from '@/db/testing'
import { asOwner } from '@/db/testing/cluster'
import { makeJobs, randomFrom, words, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { warm } from './warm'
import { WordBitmaps } from './word-bitmaps'
import type { WordQuery } from './word-query'
import { WordReads } from './word-reads'

const database = testDb()
const BEYOND_32_BITS = 3_000_000_000

beforeAll(async () => {
  await writeTaxonomy()
  const [first, ...rest] = makeJobs(120, randomFrom(5))
  if (first) await writeJobs([{ ...first, id: BEYOND_32_BITS, title: 'zebra tango' }, ...rest])
})

async function read(query: WordQuery): Promise<number[]> {
  return [...(await new WordReads(pool()).idsOf(query))].sort((a, b) => a - b)
}

test.each([
  { is: 'text', query: "'zebra'" },
  { is: 'title', query: "'zebra'" },
  { is: 'title', query: "'zebra' <-> 'tango'" },
  { is: 'title', query: "!'zebra'" },
  { is: 'text', query: "!'zebra' & 'tango'" },
  { is: 'text', query: "'nobody-has-this'" },
] as const)('$is $query is found by the index as by looking at each job', async (query) => {
  const column = query.is === 'title' ? sql`title_tsv` : sql`tsv`
  const { rows } = await db().execute<{ id: string }>(
    sql`select job_id as id from job_search where ${column} @@ ${query.query}::tsquery order by job_id`,
  )
  expect(await read(query)).toEqual(rows.map(({ id }) => Number(id)))
})

test('of some jobs, those that have a word', async () => {
  const zebras = await read({ is: 'text', query: "'zebra'" })
  const some = [2, 3, 4, 5, 6, 7, BEYOND_32_BITS, 999]
  const having = await new WordReads(pool()).among({ is: 'text', query: "'zebra'" }, some)
  expect([...having].sort((a, b) => a - b)).toEqual(
    some.filter((id) => zebras.includes(id)).sort((a, b) => a - b),
  )
})

test('a query that PostgreSQL refuses is an error, and the next read works', async () => {
  const reads = new WordReads(pool())
  await expect(reads.idsOf({ is: 'text', query: "'unclosed" })).rejects.toThrow('syntax error in tsquery')
  expect((await reads.idsOf({ is: 'text', query: "'zebra'" })).length).toBeGreaterThan(0)
})

test('a large board reads its most frequent words ahead', async () => {
  await asOwner(database.ownerUrl, 'analyze job_search')
  const kept = new WordBitmaps({ slotOf: (id) => id % 200, endOfSlots: () => 200 }, new WordReads(pool()))
  await warm(pool(), kept, 200, AbortSignal.timeout(20_000))
  expect(kept.bytes).toBe(0)
  await warm(pool(), kept, 1_000_000, AbortSignal.timeout(20_000))
  expect(words.filter((word) => kept.find('text', `'${word}'`) === undefined)).toEqual([])
})
