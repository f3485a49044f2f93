import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { answerSearch } from './answer'
import { clausesOf, orderOf } from './clauses'
import { searchFacets } from './facets'
import { searchPage } from './page'
import { resolveSearch } from './resolve'
import { firstPage, type Search } from './search'
import { type PageAsked, pageStatement } from './sql/page-sql'
import { windowsOf } from './sql/router'
import { readWith } from './sql/shape'
import { parseSearch } from './url/input'

// The traps of SEARCH.md §11 bite where a table is large and words are common: a board of 20,000 jobs, of which each second one
// has one of two words, and none has both.

const board = testDb()
const JOBS = 20_000

beforeAll(async () => {
  await writeTaxonomy()
  await board.owner.query(`
    insert into openings (id, company_id, fingerprint) overriding system value select n, 1, n::text from generate_series(1, ${JOBS}) n`)
  await board.owner.query(`
    insert into jobs (id, public_id, company_id, opening_id, source_id, state, title, first_published_at, first_seen_at) overriding system value
    select n, translate(lpad(to_char(n, 'FM000000000'), 26, 'a'), '0123456789', 'bcdefghijk'), 1, n, 1, 'published', 'job', now() - n * interval '5 minutes', now()
    from generate_series(1, ${JOBS}) n`)
  await board.owner.query(`
    insert into job_search (job_id, company_id, opening_id, role_id, seniority, workplace, employment_type, countries, regions, cities, skills,
      eligibility, worldwide, has_text, first_published_at, first_seen_at, terms, tsv, title_tsv)
    select id, 1, id, 0, 0, 0, 0, '{}', '{}', '{}', '{}', '{}', false, true, first_published_at, now(), t.terms,
      job_tsv('job', '', case when id % 2 = 0 then 'leadership' else 'growth' end || repeat(' lorem ipsum dolor sit amet ' || id, 40), t.terms), to_tsvector('job')
    from jobs, lateral (select array[(1 << 20), (11 << 20) + floor(extract(epoch from first_published_at) / 604800)::int] as terms) t`)
  await board.owner.query(
    'insert into job_cards (job_id, company_id, card) select id, 1, job_card(id) from jobs',
  )
  await board.owner.query('analyze job_search')
}, 120_000)

async function askedOf(query: string): Promise<{ search: Search; asked: PageAsked }> {
  const { search } = parseSearch(new URLSearchParams(query))
  const resolved = await resolveSearch(search)
  const asked = {
    clauses: clausesOf(resolved),
    order: orderOf(resolved, 'USD'),
    edge: null,
    direction: 'onward',
    limit: 20,
  } as const
  return { search, asked }
}

test('two common words that no job has together are answered from the index, not by unpacking the text of every job', async () => {
  const { search, asked } = await askedOf('q=leadership growth')
  for (const window of await windowsOf(asked)) {
    const plan = await readWith({ shape: 'gin' }, (tx) =>
      tx.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${pageStatement(asked, 'gin', window)}`),
    )
    const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(lines).toContain('Bitmap Index Scan on job_search_tsv')
    expect(lines).not.toMatch(/Seq Scan|job_search_newest/)
  }
  expect(await searchPage(search)).toMatchObject({ rows: [], after: null, before: null, refused: null })
  expect((await searchFacets(search, { timeLimitMs: 20_000 }))?.total).toBe(0)
  const { meta } = await answerSearch([['q', 'leadership growth']], { timeLimitMs: 20_000 })
  expect(meta.steps.map(({ label, count }) => [label, count])).toEqual(
    expect.arrayContaining([
      ['Without the word “leadership”', JOBS / 2],
      ['Without the word “growth”', JOBS / 2],
    ]),
  )
})

test('a page at depth 10,000 begins where its cursor says, and reads no more than itself', async () => {
  const { rows } = await db().execute<{ public_id: string }>(sql`select public_id from jobs where id = 10000`)
  const after = rows[0]?.public_id ?? ''
  const { search, asked } = await askedOf('')
  const page = await searchPage(search, { ...firstPage, after })
  expect(page.rows.map((row) => row.id)).toEqual(Array.from({ length: 20 }, (_, i) => 10_001 + i))
  const edge = { rank: 0, firstPublishedAtUs: Date.now() * 1000, jobId: 10_000 }
  const plan = await db().execute<{ 'QUERY PLAN': string }>(
    sql`explain (costs off) ${pageStatement({ ...asked, edge }, 'walk')}`,
  )
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(lines).toMatch(/Index (Only )?Scan using job_search_newest/)
  expect(lines).not.toContain('Sort')
})

test('a search that the database gives up on says so, and is no error', async () => {
  const blocker = await board.owner.connect()
  try {
    await blocker.query('begin')
    await blocker.query('lock table job_search in access exclusive mode')
    const { search } = await askedOf('workplace=remote&q=growth')
    const page = searchPage(search)
    await expect(page).resolves.toMatchObject({ rows: [], refused: { key: 'q', reason: 'too-slow' } })
  } finally {
    await blocker.query('rollback')
    blocker.release()
  }
})
