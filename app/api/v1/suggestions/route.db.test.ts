import { beforeAll, expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { hostileTexts } from '@/lib/search/testing/hostile'
import { GET } from './route'

testDb()

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(makeJobs(20, randomFrom(11)))
})

function get(query: Record<string, string> | string): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1/suggestions?${new URLSearchParams(query)}`)
  return GET(request, { params: Promise.resolve({}) })
}

test('words are answered with what they begin, and everybody may keep the answer for a minute', async () => {
  const response = await get({ q: ' kubern ' })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('public, max-age=60')
  const body = await response.json()
  expect(body.data).toMatchObject([{ kind: 'skill', label: 'Kubernetes', query: 'skill=kubernetes' }])
  expect(body.meta).toEqual({ typed: 'kubern' })
})

test('where a place is asked for, only places and remote work are', async () => {
  const kinds = async (q: string) => {
    const body = await (await get({ q, in: 'where' })).json()
    return body.data.map(({ kind }: { kind: string }) => kind)
  }
  expect(await kinds('kubernetes')).toEqual([])
  expect(await kinds('berlin')).toEqual(expect.arrayContaining(['region', 'place']))
  expect(await kinds('remot')).toEqual(['workplace'])
})

test.each([
  ['q=', 'q'],
  ['q=+', 'q'],
  ['', 'q'],
  [`q=${'a'.repeat(61)}`, 'q'],
  ['q=a&q=b', 'q'],
  ['q=a&in=nowhere', 'in'],
  ['q=a&limit=100', 'limit'],
])('“%s” is 400 and named', async (query, key) => {
  const response = await get(query)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(Object.keys((await response.json()).errors)).toEqual([key])
})

test('hostile text is 200 or 400, never 500', async () => {
  for (const text of hostileTexts) {
    for (const field of ['words', 'where']) {
      expect([200, 400]).toContain((await get({ q: text, in: field })).status)
      expect([200, 400]).toContain((await get({ q: text.slice(0, 40), in: field })).status)
    }
  }
})
