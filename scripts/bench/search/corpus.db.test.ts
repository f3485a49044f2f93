import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { loadTaxonomyEntries } from '@/db/seed/load'
import { testDb } from '@/db/testing'
import { listJobs } from '@/lib/jobs/listing'
import { corpusOf } from './corpus'
import { readSample, type Sample } from './sample'
import { LONELY_WORDS } from './text'
import { LOADING, writeCompanies, writeDetails, writeJobs } from './write'

const board = testDb()
const JOBS = 300
const until = new Date('2026-10-01T00:00:00Z')
let sample: Sample

beforeAll(async () => {
  sample = readSample()
  await loadTaxonomyEntries(board.ownerUrl)
  const client = new pg.Client({ connectionString: board.ownerUrl })
  await client.connect()
  await client.query(LOADING)
  const corpus = corpusOf({ sample, jobs: JOBS, until })
  const jobs = Array.from({ length: JOBS }, (_, at) => corpus.job(at + 1))
  await writeCompanies(client, corpus.companies)
  await writeJobs(client, jobs)
  await writeDetails(client, jobs)
  await client.end()
})

async function stored() {
  const { rows } = await board.owner.query(
    `select to_jsonb(s) || jsonb_build_object('tsv', s.tsv::text) as searched, c.card::json as card
     from job_search s join job_cards c using (job_id) order by job_id`,
  )
  const comparable = (card: Record<string, string>) => ({
    ...card,
    firstPublishedAt: Date.parse(card.firstPublishedAt ?? ''),
    firstSeenAt: Date.parse(card.firstSeenAt ?? ''),
  })
  return rows.map(({ searched, card }) => ({ searched, card: comparable(card) }))
}

test('a job of the corpus is stored as publishing it stores it', async () => {
  const loaded = await stored()
  await db().transaction((tx) =>
    listJobs(
      tx,
      Array.from({ length: JOBS }, (_, at) => at + 1),
    ),
  )
  expect(loaded).toHaveLength(JOBS)
  expect(await stored()).toEqual(loaded)
})

test('the two lonely words are each in many jobs and never in one', async () => {
  const { rows } = await board.owner.query(
    `select count(*) filter (where tsv @@ a)::int as first, count(*) filter (where tsv @@ b)::int as second,
       count(*) filter (where tsv @@ (a && b))::int as both
     from job_search, to_tsquery('english', $1) a, to_tsquery('english', $2) b`,
    [...LONELY_WORDS],
  )
  expect(rows[0].both).toBe(0)
  expect(rows[0].first).toBeGreaterThan(JOBS / 5)
  expect(rows[0].second).toBeGreaterThan(JOBS / 5)
})

test('a job is the same in every corpus of its size', () => {
  const [first, second] = [1, 2].map(() => corpusOf({ sample, jobs: JOBS, until }).job(77))
  expect(first).toEqual(second)
})
