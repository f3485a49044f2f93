import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { likelyEdge } from './edge'
import { currentEngine, startEngine, stopEngine } from './engine/start'
import { searchPage } from './page'
import { cursorIn } from './sql/order'
import { parseSearch } from './url/input'

testDb()

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(makeJobs(60, randomFrom(5)))
  await startEngine()
})
afterAll(stopEngine)

const newest = { by: 'newest' } as const
const { search } = parseSearch([])
const first = { after: null, before: null, limit: 20 }

async function idsAfter(after: string): Promise<number[]> {
  const { rows, refused } = await searchPage(search, { ...first, after })
  expect(refused).toBeNull()
  return rows.map((row) => row.id)
}

test('a page begins where the cursor says, whatever time is written beside the public id', async () => {
  const { rows, after } = await searchPage(search, first)
  const next = (await searchPage(search, { ...first, limit: 40 })).rows.slice(20).map((row) => row.id)
  const publicId = rows.at(-1)?.publicId ?? ''
  const timeOf = (i: number) => Date.parse(rows[i]?.firstPublishedAt ?? '').toString(36)
  expect(after).toBe(`${publicId}.${timeOf(19)}`)
  for (const time of ['', `.${timeOf(19)}`, `.${timeOf(0)}`, '.0', '.zzzzzzzzzz'])
    expect(await idsAfter(publicId + time)).toEqual(next)
})

test('a job that is alone in its millisecond is told by its time, until it closes; its cursor stays', async () => {
  await db().execute(
    sql`update jobs set first_published_at = now() - make_interval(hours => 30 + id::int, secs => 0.5)`,
  )
  await db().execute(
    sql`update job_search s set first_published_at = j.first_published_at from jobs j where j.id = s.job_id`,
  )
  await db().execute(sql`update job_cards set card = job_card(job_id)`)
  await stopEngine()
  await startEngine()
  const { rows, after } = await searchPage(search, first)
  const edge = rows.at(-1)
  const cursor = cursorIn(newest, after ?? '')
  if (!cursor || !edge) throw new Error('there is no next page')
  expect(likelyEdge(cursor)).toMatchObject({ rank: 0, jobId: edge.id })
  const next = await idsAfter(after ?? '')
  await db().execute(sql`delete from job_search where job_id = ${edge.id}`)
  await vi.waitFor(() => expect(currentEngine()?.engine.slotOf(edge.id)).toBeUndefined())
  expect(likelyEdge(cursor)).toBeNull()
  expect(await idsAfter(after ?? '')).toEqual(next)
})
