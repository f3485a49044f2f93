import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { listComparisons, listGuides } from './queries'
import { guidesRss } from './rss'

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('WAYPOST_SECRET', 'only-for-tests-0123456789abcdefghijklmnop')
  vi.stubEnv('BASE_URL', 'https://board.example.org')
  forgetEnv()
})
afterAll(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

test('the feed has every page at most once, the last reviewed first, with its address', async () => {
  const feed = await guidesRss()
  const links = [...feed.matchAll(/<item>[\s\S]*?<link>([^<]*)<\/link>/g)].map(
    ([, link]) => new URL(link ?? '').pathname,
  )
  expect(new Set(links).size).toBe(links.length)
  const days = [...feed.matchAll(/<pubDate>([^<]*)<\/pubDate>/g)].map(([, day]) => Date.parse(day ?? ''))
  expect(days).toEqual(days.toSorted((a, b) => b - a))
  const pages = [...(await listGuides()).flatMap((role) => role.guides), ...(await listComparisons())]
  for (const { href } of pages) expect(links).toContain(href)
})

test('each item says what it is about', async () => {
  const feed = await guidesRss()
  const item = feed.split('<item>').find((one) => one.includes('/glossary/idempotency</link>'))
  expect([...(item ?? '').matchAll(/<category>([^<]*)<\/category>/g)].map(([, name]) => name)).toEqual([
    'Concurrency',
    'APIs',
  ])
})
