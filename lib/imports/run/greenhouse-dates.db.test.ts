import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { plantTaxonomy } from '@/lib/jobs/publishing-fixtures'
import { greenhouse } from '../adapters/greenhouse'
import { plantImport, runOnce } from '../testing/plant'

testDb()
beforeAll(plantTaxonomy)

const folder = '../shared/data/ats/greenhouse/canonical'
const dates = ['2020-08-31_3f47d5', '2023-01-13_12ebc5', '2023-03-28_97a055', '2023-04-03_b1bc27']

/** Read again here, by hand: the oracle knows nothing of the adapter. */
type Raw = {
  id: number
  internal_job_id: number | null
  title: string
  absolute_url: string
  location: { name: string }
  content: string
  departments: { name: string }[]
}

function textOf(date: string): string {
  return gunzipSync(readFileSync(`${folder}/jobs_content_${date}.json.gz`)).toString()
}

/** All that matters of a job, by id; `updated_at` does not. */
function oracle(date: string): Map<string, string> {
  const { jobs } = JSON.parse(textOf(date)) as { jobs: Raw[] }
  return new Map(
    jobs.map((job) => [
      String(job.id),
      JSON.stringify([
        job.title.replace(/\s+/g, ' ').trim(),
        job.absolute_url,
        job.location.name.replace(/\s+/g, ' ').trim(),
        job.content,
        job.internal_job_id,
        job.departments[0]?.name.replace(/\s+/g, ' ').trim(),
      ]),
    ]),
  )
}

async function stored(source: number): Promise<Map<string, { hash: string; state: string }>> {
  const { rows } = await db().execute<{ id: string; hash: string; state: string }>(
    sql`select external_id as id, source_hash as hash, state from jobs where source_id = ${source}`,
  )
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

const openIn = (jobs: Map<string, { state: string }>) =>
  [...jobs].flatMap(([id, { state }]) => (state === 'published' ? [id] : [])).sort()

test.skipIf(!existsSync(folder))(
  'four dates of one real board give the true added, changed, closed and reopened jobs (needs ../shared/data)',
  async () => {
    const source = await plantImport()
    let before = new Map<string, string>()
    const everSeen = new Set<string>()
    const totals = []
    for (const date of dates) {
      const now = oracle(date)
      const { jobs } = greenhouse.read(textOf(date), { board: 'canonical', ask: null })
      const was = await stored(source)
      const report = await runOnce(source, jobs)
      const is = await stored(source)
      const added = [...now.keys()].filter((id) => !everSeen.has(id))
      const back = [...now.keys()].filter((id) => everSeen.has(id) && !before.has(id))
      const changed = [...now.keys()].filter((id) => before.has(id) && before.get(id) !== now.get(id))
      const gone = [...before.keys()].filter((id) => !now.has(id))
      expect(report).toMatchObject({
        state: 'done',
        added: added.length,
        changed: changed.length,
        reopened: back.length,
        unchanged: now.size - added.length - changed.length - back.length,
        missing: gone.length,
        closed: 0,
        refused: 0,
      })
      expect([...is.keys()].filter((id) => !was.has(id)).sort()).toEqual(added.sort())
      const differ = [...is].filter(([id, { hash, state }]) => {
        const old = was.get(id)
        return old && old.hash !== hash && old.state === 'published' && state === 'published'
      })
      expect(differ.map(([id]) => id).sort()).toEqual(changed.sort())
      await db().execute(
        sql`update jobs set missing_since = missing_since - interval '49 hours' where source_id = ${source}`,
      )
      // The same answer two days later: nothing is new, and what is gone is closed.
      expect(await runOnce(source, jobs)).toMatchObject({
        unchanged: now.size,
        closed: gone.length,
        missing: 0,
      })
      expect(openIn(await stored(source))).toEqual([...now.keys()].sort())
      totals.push([added.length, changed.length, back.length, gone.length])
      for (const id of now.keys()) everSeen.add(id)
      before = now
    }
    // added, changed, reopened, gone
    expect(totals).toEqual([
      [71, 0, 0, 0],
      [192, 9, 0, 62],
      [25, 29, 0, 53],
      [9, 2, 1, 5],
    ])
  },
)
