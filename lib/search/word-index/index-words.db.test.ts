import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/db/client'
import { testDb } from '@/db/testing'
import { unlistJobs } from '@/lib/jobs/listing'
import { makeJobs, words, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { WordReads } from '../engine/word-reads'
import { dropEmptyBlocks, indexAllWords, indexWords } from './index-words'

testDb()

const JOBS = 60
/** Ids of three blocks, in the last of which they do not fit into 32 bits. */
const ids = Array.from({ length: JOBS }, (_, i) => (i < 30 ? i + 1 : i < 45 ? 9000 + i : 3_000_000_000 + i))

beforeAll(writeTaxonomy)
beforeEach(async () => {
  const jobs = makeJobs(JOBS, randomFrom(7)).map((job, i) => ({ ...job, id: ids[i] as number }))
  await writeJobs(jobs)
})

async function notedJobs(): Promise<number[]> {
  const { rows } = await db().execute<{ id: string }>(
    sql`select distinct job_id as id from unindexed_jobs order by 1`,
  )
  return rows.map(({ id }) => Number(id))
}

async function rename(id: number, title: string): Promise<void> {
  await db().execute(sql`
    update job_search set title_tsv = to_tsvector('pg_catalog.english', ${title}), tsv = to_tsvector('pg_catalog.english', ${title})
    where job_id = ${id}`)
}

/** What is found is what looking at each open job finds, for each word, in text and title, and side by side. */
async function expectExact(): Promise<void> {
  const { rows } = await db().execute<{ id: string }>(sql`select job_id as id from job_search`)
  const open = new Set(rows.map(({ id }) => Number(id)))
  const reads = new WordReads(pool())
  const queries = words.flatMap((word, i) => [
    `'${word}'`,
    `'${word}' <-> '${words[(i + 1) % words.length]}'`,
  ])
  for (const query of queries) {
    for (const is of ['text', 'title'] as const) {
      const having = await reads.among({ is, query }, [...open])
      const found = [...(await reads.idsOf({ is, query }))].filter((id) => open.has(id))
      expect(
        found.sort((a, b) => a - b),
        `${is} ${query}`,
      ).toEqual([...having].sort((a, b) => a - b))
    }
  }
}

test('every job is noted until its block is written, and found before and after', async () => {
  expect(await notedJobs()).toEqual(ids)
  await expectExact()
  await indexWords()
  expect(await notedJobs()).toEqual(ids)
  await indexAllWords()
  expect(await notedJobs()).toEqual([])
  await expectExact()
})

test('many jobs of one block are indexed, few of another are left as they are', async () => {
  await indexAllWords()
  const [first, last] = [ids[0] as number, ids.at(-1) as number]
  await db().execute(
    sql`insert into unindexed_jobs (job_id) select ${first}::bigint from generate_series(1, 51) union all select ${last}::bigint`,
  )
  await rename(first, 'falcon zebra')
  await rename(last, 'quartz')
  await indexWords()
  expect(await notedJobs()).toEqual([last])
  await expectExact()
})

test('blocks of which no job is open are dropped, others stay', async () => {
  await indexAllWords()
  await unlistJobs(db(), [...ids.slice(0, 30), ids[30] as number])
  await dropEmptyBlocks()
  const { rows } = await db().execute<{ first: string }>(
    sql`select distinct block::bigint * 8192 as first from word_blocks order by 1`,
  )
  expect(rows.map(({ first }) => Number(first))).toEqual([8192, Math.floor(3_000_000_045 / 8192) * 8192])
  await expectExact()
})

test('a job is noted when its words change, and not when they stay', async () => {
  await indexAllWords()
  await db().execute(sql`update job_search set first_seen_at = now(), tsv = tsv, title_tsv = title_tsv`)
  expect(await notedJobs()).toEqual([])
  await rename(1, 'quartz')
  expect(await notedJobs()).toEqual([1])
})

test('after any changes, closings and rounds of indexing each word finds exactly its jobs', async () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('rename'), id: fc.constantFrom(...ids), title: fc.constantFrom(...words) }),
    fc.record({
      does: fc.constantFrom('close', 'index'),
      id: fc.constantFrom(...ids),
      title: fc.constant(''),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const { does, id, title } of steps) {
        if (does === 'rename') await rename(id, title)
        else if (does === 'close') await unlistJobs(db(), [id])
        else await indexAllWords()
      }
      await expectExact()
    }),
    { numRuns: 6 },
  )
})

test('jobs that change while their block is written are found by their words of now', async () => {
  let isIndexing = true
  const writing = (async () => {
    for (let i = 0; isIndexing; i++) await rename(ids[i % JOBS] as number, words[i % words.length] as string)
  })()
  try {
    for (let round = 0; round < 5; round++) await indexAllWords()
  } finally {
    isIndexing = false
    await writing
  }
  await expectExact()
  await indexAllWords()
  await expectExact()
})

test('two at once leave nothing out', async () => {
  await Promise.all([indexAllWords(), indexAllWords()])
  expect(await notedJobs()).toEqual([])
  await expectExact()
})
