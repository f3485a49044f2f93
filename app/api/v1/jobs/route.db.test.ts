import { beforeAll, expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { hostileTexts } from '@/lib/search/testing/hostile'
import { GET } from './route'

testDb()

const jobs = makeJobs(30, randomFrom(11))

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
})

function get(query: string): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1/jobs?${query}`)
  return GET(request, { params: Promise.resolve({}) })
}

test('a search is answered with its page, its counts and what was understood', async () => {
  const response = await get('workplace=remote&limit=2&roll=nurse')
  const body = await response.json()
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toContain('public')
  expect(body.data.length).toBeLessThanOrEqual(2)
  expect(body.meta).toMatchObject({
    canonical: 'workplace=remote',
    ignored: [{ key: 'roll', value: 'nurse', reason: 'unknown-parameter', nearest: 'role' }],
  })
  // Null where this machine took longer over the counts than the page waits.
  expect([null, jobs.filter((job) => job.workplace === 'remote').length]).toContain(body.meta.total)
})

test('pages are linked by cursors, and no number that counts inside leaves the board', async () => {
  const seen: string[] = []
  for (let after = ''; ; ) {
    const body = await (await get(`limit=7${after}`)).json()
    for (const row of body.data) {
      expect(row).not.toHaveProperty('id')
      seen.push(row.publicId)
    }
    if (!body.page.after) break
    after = `&after=${body.page.after}`
  }
  expect(new Set(seen).size).toBe(jobs.length)
  expect(seen).toHaveLength(jobs.length)
})

test.each([
  ['q=a&q=b', 'q'],
  ['limit=1000000000', 'limit'],
  ['after=-1', 'after'],
  [`before=${'z'.repeat(26)}`, 'before'],
])('%s is 400 and named', async (query, key) => {
  const response = await get(query)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(Object.keys((await response.json()).errors)).toEqual([key])
})

test('hostile text is 200 or 400, never 500', async () => {
  for (const text of hostileTexts) {
    for (const key of ['q', 'country', 'sort', text]) {
      const response = await get(new URLSearchParams([[key, text]]).toString())
      expect([text.slice(0, 20), key.slice(0, 20), [200, 400].includes(response.status)]).toEqual([
        text.slice(0, 20),
        key.slice(0, 20),
        true,
      ])
    }
  }
})

test('the clock of the board does not make an answer a new one', async () => {
  const [first, second] = [await get('workplace=remote'), await get('workplace=remote')]
  expect(first.headers.get('etag')).toBe(second.headers.get('etag'))
  expect((await first.json()).meta.asOf).not.toBe((await second.json()).meta.asOf)
})
