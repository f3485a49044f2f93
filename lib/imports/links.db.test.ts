import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { plantTaxonomy } from '@/lib/jobs/publishing-fixtures'
import type { fetchOutside } from '@/lib/outside/fetch-outside'
import { checkDueLinks } from './links'
import { plantImport, runOnce } from './testing/plant'
import { stated } from './testing/stated'

testDb()
beforeAll(plantTaxonomy)

const noWait = async () => true

/** A web of pages: status by address, or a reason why nothing came. */
function web(pages: Record<string, number | 'timeout' | 'too-large'>) {
  const asked: string[] = []
  const fetch = (async (url: string, { method = 'GET' } = {}) => {
    asked.push(`${method} ${url}`)
    const told = pages[`${method} ${url}`] ?? pages[url] ?? 200
    if (typeof told === 'string') return { ok: false, reason: told, message: '' }
    const headers = { etag: null, lastModified: null, contentType: null, retryAfterSeconds: null }
    return { ok: true, status: told, url, headers, body: '' }
  }) as typeof fetchOutside
  return { fetch, asked }
}

let n = 0
/** One open job with an apply link on a host of its own. */
async function planted(): Promise<{ url: string; sourceId: number }> {
  const url = `https://site${++n}.example.org/apply`
  const sourceId = await plantImport()
  await runOnce(sourceId, [stated(`l${n}`, { url, title: `Link ${n}`, html: `<p>${n}</p>` })])
  return { url, sourceId }
}

async function factsOf(sourceId: number) {
  const { rows } = await db().execute<{
    listed: boolean
    hidden: boolean
    dead: boolean
    status: number | null
    state: string
  }>(sql`
    select exists (select from job_search s where s.job_id = j.id) as listed, j.hidden_at is not null as hidden, j.state,
      k.dead_since is not null as dead, k.status
    from jobs j left join link_checks k on k.job_id = j.id where j.source_id = ${sourceId}`)
  return rows[0]
}

async function later(sourceId: number, hours: number): Promise<void> {
  await db().execute(sql`
    update link_checks set dead_since = dead_since - make_interval(hours => ${hours}), next_at = next_at - interval '30 days'
    where job_id in (select id from jobs where source_id = ${sourceId})`)
}

test('a live link is left alone for a week', async () => {
  const { url, sourceId } = await planted()
  const { fetch, asked } = web({})
  await checkDueLinks(fetch, noWait)
  await checkDueLinks(fetch, noWait)
  expect(asked.filter((one) => one.endsWith(url))).toEqual([`HEAD ${url}`])
  expect(await factsOf(sourceId)).toMatchObject({ listed: true, hidden: false, dead: false, status: 200 })
})

test('a page that is gone hides its job after two days, and one that is back shows it again', async () => {
  const { url, sourceId } = await planted()
  const gone = web({ [url]: 404 })
  await checkDueLinks(gone.fetch, noWait)
  expect(gone.asked).toContain(`GET ${url}`)
  expect(await factsOf(sourceId)).toMatchObject({ listed: true, hidden: false, dead: true, status: 404 })
  await later(sourceId, 47)
  await checkDueLinks(gone.fetch, noWait)
  expect(await factsOf(sourceId)).toMatchObject({ listed: true, hidden: false })
  await later(sourceId, 2)
  await checkDueLinks(gone.fetch, noWait)
  expect(await factsOf(sourceId)).toMatchObject({ listed: false, hidden: true, state: 'published' })
  await later(sourceId, 0)
  await checkDueLinks(web({}).fetch, noWait)
  expect(await factsOf(sourceId)).toMatchObject({ listed: true, hidden: false, dead: false })
})

test.each<[string, Record<string, number | 'timeout' | 'too-large'>]>([
  ['a server that does not know HEAD', { HEAD: 405, GET: 200 }],
  ['one that answers HEAD with 404 and GET with a page', { HEAD: 404, GET: 200 }],
  ['a page that is very large', { HEAD: 403, GET: 'too-large' }],
])('%s counts as alive', async (_, pages) => {
  const { url, sourceId } = await planted()
  const byMethod = Object.fromEntries(
    Object.entries(pages).map(([method, told]) => [`${method} ${url}`, told]),
  )
  await checkDueLinks(web(byMethod).fetch, noWait)
  expect(await factsOf(sourceId)).toMatchObject({ listed: true, dead: false })
})

test.each<[string, number | 'timeout']>([
  ['an error of the server', 500],
  ['a refusal', 403],
  ['too many questions', 429],
  ['no answer', 'timeout'],
])('%s says nothing, however long it goes on', async (_, told) => {
  const { url, sourceId } = await planted()
  for (let day = 0; day < 4; day++) {
    await checkDueLinks(web({ [url]: told }).fetch, noWait)
    await later(sourceId, 24)
  }
  expect(await factsOf(sourceId)).toMatchObject({ listed: true, hidden: false, dead: false })
})

test('links of the sample are never asked, and of one host only a few at a time', async () => {
  const sourceId = await plantImport()
  const urls = Array.from({ length: 20 }, (_, i) => `https://crowded.example.org/${i}`)
  await runOnce(
    sourceId,
    urls.map((url, i) => stated(`c${i}`, { url, title: `Crowd ${i}` })),
  )
  const demo = await planted()
  await db().execute(sql`update jobs set is_demo = true where source_id = ${demo.sourceId}`)
  const { fetch, asked } = web({})
  await checkDueLinks(fetch, noWait)
  expect(asked.filter((one) => one.includes('crowded'))).toHaveLength(6)
  for (let round = 0; round < 6; round++) await checkDueLinks(fetch, noWait)
  expect(new Set(asked.filter((one) => one.includes('crowded'))).size).toBe(20)
  expect(asked.filter((one) => one.includes(demo.url))).toEqual([])
})

test('a job that closed meanwhile stays closed', async () => {
  const { url, sourceId } = await planted()
  await checkDueLinks(web({ [url]: 404 }).fetch, noWait)
  await db().execute(sql`
    update jobs set state = 'closed', closed_at = now(), close_reason = 'filled' where source_id = ${sourceId}`)
  await db().execute(
    sql`delete from job_search where job_id in (select id from jobs where source_id = ${sourceId})`,
  )
  await later(sourceId, 99)
  await checkDueLinks(web({ [url]: 404 }).fetch, noWait)
  expect(await factsOf(sourceId)).toMatchObject({ state: 'closed', hidden: false, listed: false })
})
