import { expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { guidesAnswer, problem } from '@/lib/feeds/openapi-answers'
import { guideParameters } from '@/lib/feeds/openapi-parameters'
import { guidesAsked } from '@/lib/guides/input'
import { hostileTexts } from '@/lib/search/testing/hostile'
import { GET } from './route'

testDb()

function get(query: Record<string, string> | string): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1/guides?${new URLSearchParams(query)}`)
  return GET(request, { params: Promise.resolve({}) })
}

test('words are answered with the passages that say them, as documented', async () => {
  const response = await get({ q: ' deadlok ' })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('public, max-age=60')
  const body = guidesAnswer.parse(await response.json())
  expect(body.data[0]).toMatchObject({ kind: 'term', href: '/glossary/deadlock', heading: null })
  expect(body.meta).toMatchObject({ readAs: [{ typed: 'deadlok', as: 'deadlock' }], isPartial: false })
})

test('names are what somebody who types is looking for', async () => {
  const body = guidesAnswer.parse(await (await get({ q: 'backend dev', in: 'names', limit: '3' })).json())
  expect(body.data).toHaveLength(3)
  expect(body.data[0]).toEqual({
    kind: 'guide',
    href: '/guides/backend-developer',
    title: 'Backend developer',
    heading: null,
    excerpt: null,
  })
})

test.each([
  ['', 'q'],
  ['q=+', 'q'],
  [`q=${'a'.repeat(201)}`, 'q'],
  ['q=a&q=b', 'q'],
  ['q=a&in=nowhere', 'in'],
  ['q=a&limit=21', 'limit'],
  ['q=a&page=0', 'page'],
  ['q=a&page=1e9', 'page'],
  ['q=a&tag=pay', 'tag'],
])('“%s” is 400 and named', async (query, key) => {
  const response = await get(query)
  expect(response.status).toBe(400)
  const body = problem.parse(await response.json())
  expect(Object.keys(body.errors ?? {})).toEqual([key])
})

test('hostile text is 200 or 400, never 500', async () => {
  for (const text of hostileTexts) {
    for (const among of ['text', 'names']) {
      expect([200, 400]).toContain((await get({ q: text, in: among })).status)
      expect([200, 400]).toContain((await get({ q: text.slice(0, 40), in: among })).status)
    }
  }
})

test('what is documented is what is taken', () => {
  expect(Object.keys(guideParameters)).toEqual(Object.keys(guidesAsked.shape))
})
