import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/db/client'
import { testDb } from '@/db/testing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { copyOut } from './copy-out'
import type { EngineRow } from './engine-row'
import { Listening } from './listening'
import { readEveryJob } from './load'
import { readChanged } from './read-changed'

testDb()

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(makeJobs(300, randomFrom(7)))
})

async function everyJob(): Promise<EngineRow[]> {
  const client = await pool().connect()
  const rows: EngineRow[] = []
  await readEveryJob(client, (row) => rows.push(row)).finally(() => client.release())
  return rows
}

test('the load reads each open job once, oldest first, as a plain query does', async () => {
  const rows = await everyJob()
  const { rows: ordered } = await db().execute<{ id: string }>(
    sql`select job_id as id from job_search order by first_published_at, job_id`,
  )
  expect(rows.map((row) => row.jobId)).toEqual(ordered.map(({ id }) => Number(id)))

  const listening = await Listening.open(pool())
  const changed = await readChanged(
    listening,
    rows.map((row) => row.jobId),
    [],
  )
  listening.close()
  expect(rows).toEqual(rows.map((row) => changed.get(row.jobId)?.row))
  expect(rows.some((row) => row.annualMax !== null && row.payCurrency !== null)).toBe(true)
  expect(rows.some((row) => row.skills.length > 1 && row.worldwide)).toBe(true)
})

test('times keep their microseconds, and pay and ids beyond 32 bits are exact', async () => {
  await db().execute(sql`update job_search set first_published_at = '2031-02-03 04:05:06.789012Z',
    first_seen_at = '1999-12-31 23:59:59.000001Z', annual_max = 123456789012345, pay_currency = 'JPY' where job_id = 3`)
  expect((await everyJob()).at(-1)).toMatchObject({
    jobId: 3,
    firstPublishedAtUs: Date.parse('2031-02-03T04:05:06Z') * 1000 + 789_012,
    firstSeenAtUs: Date.parse('1999-12-31T23:59:59Z') * 1000 + 1,
    annualMax: 123_456_789_012_345,
    payCurrency: 'JPY',
  })
})

test('an empty board is read as no rows', async () => {
  await db().execute(sql`delete from jobs`)
  expect(await everyJob()).toEqual([])
})

test('a reader that throws ends the load with its error, and the connection is good for more', async () => {
  const client = await pool().connect()
  const failing = copyOut(client, 'copy (select generate_series(1, 5000)) to stdout', () => {
    throw new Error('no more room')
  })
  await expect(failing).rejects.toThrow('no more room')
  await expect(copyOut(client, 'copy (select 1 / 0) to stdout', () => {})).rejects.toThrow('division by zero')
  expect((await client.query<{ n: number }>('select 1 as n')).rows).toEqual([{ n: 1 }])
  client.release()
})
