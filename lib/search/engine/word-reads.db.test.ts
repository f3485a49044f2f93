import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '@/db/client'
import { testDb } from '@/db/testing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { indexAllWords } from '../word-index/index-words'
import type { WordQuery } from './word-query'
import { WordReads } from './word-reads'

testDb()
const BEYOND_32_BITS = 3_000_000_000

beforeAll(async () => {
  await writeTaxonomy()
  const [first, ...rest] = makeJobs(120, randomFrom(5))
  if (first) await writeJobs([{ ...first, id: BEYOND_32_BITS, title: 'zebra tango' }, ...rest])
})

async function read(query: WordQuery): Promise<number[]> {
  return [...(await new WordReads(pool()).idsOf(query))].sort((a, b) => a - b)
}

describe.each([
  ['before any block is written', async () => {}],
  ['with blocks', () => indexAllWords()],
  [
    'with more unindexed jobs than can be looked at one by one',
    () => db().execute(sql`insert into unindexed_jobs (job_id) select id from generate_series(1, 2001) id`),
  ],
] as const)('%s', (_, prepare) => {
  beforeAll(async () => void (await prepare()))

  test.each([
    { is: 'text', query: "'zebra'" },
    { is: 'title', query: "'zebra'" },
    { is: 'title', query: "'zebra' <-> 'tango'" },
    { is: 'text', query: "'zebra' & 'tango'" },
    { is: 'title', query: "!'zebra'" },
    { is: 'text', query: "!'zebra' & 'tango'" },
    { is: 'text', query: "'zebra' | 'tango'" },
    { is: 'text', query: "'r_1'" },
    { is: 'text', query: "'nobody-has-this'" },
  ] as const)('$is $query is found as by looking at each job', async (query) => {
    const column = query.is === 'title' ? sql`title_tsv` : sql`tsv`
    const { rows } = await db().execute<{ id: string }>(
      sql`select job_id as id from job_search where ${column} @@ ${query.query}::tsquery order by job_id`,
    )
    expect(await read(query)).toEqual(rows.map(({ id }) => Number(id)))
  })
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
