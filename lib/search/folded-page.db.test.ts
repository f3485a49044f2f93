import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { foldCopies } from '@/lib/jobs/fold'
import { listJobs } from '@/lib/jobs/listing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { startEngine, stopEngine } from './engine/start'
import { foldedPage } from './folded-page'
import { type SearchPage, searchPage } from './page'
import { firstPage, type PageAt, type Search } from './search'
import { parseSearch } from './url/input'

// How often a page is read is what it costs.
vi.mock('./page', async (original) => {
  const page = await original<typeof import('./page')>()
  return { ...page, searchPage: vi.fn(page.searchPage) }
})

testDb()
beforeAll(writeTaxonomy)
beforeEach(() => void vi.mocked(searchPage).mockClear())

const MOST_READS = 5
const reads = () => vi.mocked(searchPage).mock.calls.length

/** Jobs of one company, the newest first, each of the opening that stands in its place. */
async function writeOpenings(openings: readonly number[]): Promise<void> {
  const jobs = makeJobs(openings.length, randomFrom(3)).map((job, i) => ({
    ...job,
    company: 'acme',
    publishedDaysAgo: 1 + i / 1000,
  }))
  await writeJobs(jobs)
  const first = openings.map((opening) => openings.indexOf(opening) + 1)
  await db().execute(sql`update jobs set opening_id = o.opening
    from unnest(${sql.param(first)}::bigint[]) with ordinality o(opening, id) where o.id = jobs.id`)
  await listJobs(
    db(),
    jobs.map((job) => job.id),
  )
}

const times = (count: number, opening: number) => Array<number>(count).fill(opening)
const each = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i)
const searchFor = (query: string): Search =>
  parseSearch(new URLSearchParams(query), { currency: 'USD' }).search
const newest = searchFor('')
const idsOf = ({ rows }: SearchPage) => rows.map((row) => row.id)
const openingsOf = ({ rows }: SearchPage) => new Set(rows.map((row) => row.opening))

test('a page on which nearly all are copies of one opening is filled with the jobs that follow', async () => {
  await writeOpenings([...each(1, 100), ...times(19, 1), ...each(40, 200)])
  const page = await foldedPage(newest, firstPage)
  expect(foldCopies(page.rows).map(({ copies }) => copies.length)).toEqual([0, 18, ...times(18, 0)])
  expect(idsOf(page)).toEqual(each(38, 1))
  expect(page.before).toBeNull()
  expect(reads()).toBe(2)
  const next = await foldedPage(newest, { ...firstPage, after: page.after })
  expect(idsOf(next)).toEqual(each(20, 39))
})

test('a page without copies is read once, and is the page of the search', async () => {
  await writeOpenings(each(50, 1))
  const page = await foldedPage(newest, firstPage)
  expect(reads()).toBe(1)
  expect(page).toEqual(await searchPage(newest))
  const next = await foldedPage(newest, { ...firstPage, after: page.after })
  expect(next).toEqual(await searchPage(newest, { ...firstPage, after: page.after }))
})

test('copies that stand on both sides of where a page would end stand on it', async () => {
  await writeOpenings([...each(20, 1), ...times(3, 20), ...each(20, 21)])
  const page = await foldedPage(newest, firstPage)
  expect(idsOf(page)).toEqual(each(23, 1))
  expect(idsOf(await foldedPage(newest, { ...firstPage, before: page.after }))).toEqual(each(22, 1))
})

test('an opening with more copies than are read goes on upon the page after', async () => {
  await writeOpenings(times(250, 1))
  const page = await foldedPage(newest, firstPage)
  expect(reads()).toBe(MOST_READS)
  expect(idsOf(page)).toEqual(each(105, 1))
  expect(idsOf(await foldedPage(newest, { ...firstPage, after: page.after }))).toEqual(each(105, 106))
})

test('when the database gives up on reading further, what was read stands, with the way to the rest', async () => {
  await writeOpenings([...times(30, 1), ...each(5, 2)])
  const { searchPage: read } = await vi.importActual<typeof import('./page')>('./page')
  const given: SearchPage = {
    rows: [],
    cursors: [],
    after: null,
    before: null,
    refused: { key: 'q', reason: 'too-slow' },
  }
  vi.mocked(searchPage).mockImplementationOnce(read).mockResolvedValueOnce(given)
  const page = await foldedPage(newest, firstPage)
  expect([idsOf(page), page.refused]).toEqual([each(21, 1), null])
  expect(idsOf(await foldedPage(newest, { ...firstPage, after: page.after }))).toEqual(each(14, 22))
})

test('a cursor that is nobody’s is refused as on every page', async () => {
  const { rows, refused } = await foldedPage(newest, { ...firstPage, before: 'z'.repeat(26) })
  expect([rows, refused]).toEqual([[], { key: 'before', reason: 'bad-cursor' }])
})

describe.each(['PostgreSQL', 'the engine'])('pages joined, found by %s', (finder) => {
  beforeAll(async () => {
    await writeOpenings(manyCopies())
    if (finder === 'the engine') await startEngine()
    return stopEngine
  })

  test.each([
    ['', 20],
    ['', 1],
    ['', 100],
    ['sort=pay', 20],
    ['q=zebra or cobra or tango&sort=relevance', 20],
    ['workplace=remote', 3],
  ])('“%s” by %i: each job once, in the order of the search, forward and back', async (query, limit) => {
    const search = searchFor(query)
    const unfolded = await walk(search, { way: 'after', limit: 100, edge: null }, searchPage)
    const whole = unfolded.flatMap(idsOf)
    expect(new Set(whole).size).toBe(whole.length)

    const forward = await walk(search, { way: 'after', limit, edge: null }, foldedPage)
    expect(forward.flatMap(idsOf)).toEqual(whole)
    expectFilled(forward, limit, 'after')

    const last = unfolded.at(-1)?.cursors.at(-1) ?? ''
    const back = await walk(search, { way: 'before', limit, edge: last }, foldedPage)
    expect(back.toReversed().flatMap(idsOf)).toEqual(whole.slice(0, -1))
    expectFilled(back, limit, 'before')
  })
})

/** The runs of copies that there are: none, a few, more than a page, more than are read; and copies far from each other. */
function manyCopies(): number[] {
  const random = randomFrom(8)
  const runs = Array.from({ length: 250 }, (_, i) => {
    const opening = random() < 0.2 ? Math.floor(random() * i) : i
    return times(random() < 0.7 ? 1 : 1 + Math.floor(random() * 8), opening)
  })
  runs.splice(40, 0, times(19, 1000), times(60, 1001))
  runs.splice(100, 0, times(230, 1002))
  return runs.flat()
}

type Way = 'after' | 'before'
type From = { way: Way; limit: number; edge: string | null }

async function walk(
  search: Search,
  { way, limit, edge }: From,
  read: (search: Search, at: PageAt) => Promise<SearchPage>,
): Promise<SearchPage[]> {
  const pages = [await read(search, { ...firstPage, limit, [way]: edge })]
  for (let next = pages[0]?.[way]; next; next = pages.at(-1)?.[way]) {
    pages.push(await read(search, { ...firstPage, limit, [way]: next }))
  }
  return pages
}

/** Only a page that was read as often as may be has fewer openings, or leaves a copy to the beginning of the one behind it. */
function expectFilled(pages: readonly SearchPage[], limit: number, way: Way): void {
  for (const [i, page] of pages.entries()) {
    const behind = pages[i + 1]
    const openings = openingsOf(page)
    expect(openings.size).toBeLessThanOrEqual(limit)
    if (behind === undefined || page.rows.length === MOST_READS * (limit + 1)) continue
    expect(openings.size).toBe(limit)
    const nearest = behind.rows.at(way === 'after' ? 0 : -1)?.opening
    expect(openings).not.toContain(nearest)
  }
}
