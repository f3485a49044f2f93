import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { makeJobs, words, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { clausesOf } from './clauses'
import { startEngine, stopEngine } from './engine/start'
import { asksPhrase, phrasePage } from './phrase-page'
import { resolveSearch } from './resolve'
import { type PageAsked, pageInSql } from './sql/page-sql'
import { parseSearch } from './url/input'
import { indexAllWords } from './word-index/index-words'

testDb()

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(makeJobs(300, randomFrom(11)))
  await indexAllWords()
  await startEngine()
})
afterAll(stopEngine)

const [a, b, c, d] = words as [string, string, string, string]

async function asked(query: string, more: Partial<PageAsked> = {}) {
  const resolved = await resolveSearch(parseSearch(new URLSearchParams(query)).search)
  const page: PageAsked = {
    clauses: clausesOf(resolved),
    order: { by: 'newest' },
    edge: null,
    direction: 'onward',
    limit: 5,
    ...more,
  }
  return { resolved, page }
}

/** Asked again while this machine was too slow to read the words: how long it may take is not what is tested. */
async function phrasesOf(...asked: Parameters<typeof phrasePage>): ReturnType<typeof phrasePage> {
  for (let tries = 0; tries < 20; tries++) {
    const found = await phrasePage(...asked)
    if (found !== null) return found
  }
  return null
}

test.each([
  `"${a} ${b}"`,
  `"${a} ${b} ${c}"`,
  `"${a} ${b}" ${c}`,
  `"${a} ${b}" -"${c} ${d}"`,
  `"${a} ${b}" or "${c} ${d}"`,
  `${a} -"${b} ${c}"`,
  `"${a} nobody-writes-this"`,
])('the newest pages of %s are those that reading every text finds, both ways', async (q) => {
  const { resolved, page } = await asked(`q=${encodeURIComponent(q)}`)
  expect(asksPhrase(page)).toBe(true)
  const all = await pageInSql({ ...page, limit: 300 }, 'walk')
  expect(await phrasesOf(page, resolved)).toEqual(all.slice(0, 6))
  expect(await phrasesOf({ ...page, limit: 100 }, resolved)).toEqual(all.slice(0, 101))
  for (const direction of ['onward', 'back'] as const) {
    const behind = {
      ...page,
      direction,
      edge: { rank: 0, firstPublishedAtUs: (Date.now() - 4 * 86_400_000) * 1000, jobId: 1 },
    }
    expect(await phrasesOf(behind, resolved)).toEqual(await pageInSql(behind, 'walk'))
  }
})

test('words that need not stand side by side are no phrase, and another order is not read this way', async () => {
  expect(asksPhrase((await asked(`q=${a}+${b}`)).page)).toBe(false)
  const { resolved, page } = await asked(`q="${a}+${b}"`)
  expect(await phrasePage({ ...page, order: { by: 'pay', currency: 'USD' } }, resolved)).toBeNull()
})

test('without an engine nobody can tell, and SQL answers', async () => {
  const { resolved, page } = await asked(`q="${a}+${b}"`)
  await stopEngine()
  expect(await phrasePage(page, resolved)).toBeNull()
  await startEngine()
})
