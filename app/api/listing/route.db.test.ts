import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { GET as searchJobs } from '@/app/api/v1/jobs/route'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { foldCopies } from '@/lib/jobs/fold'
import { listJobs } from '@/lib/jobs/listing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import type { SearchAnswer } from '@/lib/search/answer'
import type { Handler } from '@/lib/web/handler'
import { GET } from './route'

testDb()

const jobs = makeJobs(90, randomFrom(4)).map((job) => ({ ...job, company: 'acme' }))

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
  const ids = jobs.map((job) => job.id)
  await db().execute(sql`update jobs set opening_id = id / 2 * 2 where id > 1`)
  await listJobs(db(), ids)
})

function ask(door: Handler, query: string): Promise<Response> {
  return door(new Request(`http://localhost:3000/api/listing?${query}`), { params: Promise.resolve({}) })
}

async function answerOf(door: Handler, query: string): Promise<SearchAnswer> {
  return (await ask(door, query)).json()
}

test('a page holds as many openings as that of the API holds jobs; order and counts are the same', async () => {
  const [folded, api] = [await answerOf(GET, ''), await answerOf(searchJobs, '')]
  expect([foldCopies(folded.data).length, api.data.length]).toEqual([20, 20])
  const all = (await answerOf(searchJobs, 'limit=100')).data
  expect(folded.data).toEqual(all.slice(0, folded.data.length))
  // Null where this machine took longer over the counts than the page waits.
  for (const { meta } of [folded, api]) expect([null, jobs.length]).toContain(meta.total)
})

test('every job of a page by relevance says what it is ranked by', async () => {
  const { data, meta } = await answerOf(GET, 'q=zebra or quartz or cobra or tango&sort=relevance')
  expect(data.length).toBeGreaterThan(20)
  expect(Object.keys(meta.why).sort()).toEqual(data.map((row) => row.publicId).sort())
})

test('what cannot be answered is 400 and named', async () => {
  const response = await ask(GET, 'limit=101')
  expect([response.status, Object.keys((await response.json()).errors)]).toEqual([400, ['limit']])
})
