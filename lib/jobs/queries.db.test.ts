import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { listJobs, unlistJob } from './listing'
import { companyPage, getJobPage, listCompanies, listJobRows, listSimilar, publicIdOf } from './queries'
import { makeJobs, type SampleJob, writeJobs, writeTaxonomy } from './testing/corpus'
import { randomFrom } from './testing/random'

testDb()

const [blank] = makeJobs(1, randomFrom(7)) as [SampleJob]
const munich = { country: 'de', region: 'bavaria-de', city: 'munich-de' }
const base: SampleJob = {
  ...blank,
  title: 'zebra',
  text: 'walrus',
  company: 'acme',
  role: 'nurse',
  seniority: null,
  workplace: 'remote',
  type: 'full_time',
  places: [munich, { country: 'us', region: null, city: null }],
  skills: ['rust', 'sql'],
  eligibility: ['de', 'fr'],
  visa: 'offered',
  pay: { min: 26, max: 30, currency: 'USD', period: 'hour', implausible: false },
  publishedDaysAgo: 2,
  seenDaysAgo: 2,
}
const jobs = (
  [
    {},
    { publishedDaysAgo: 5 },
    { publishedDaysAgo: 0.5, company: 'borealis', skills: [], places: [] },
    { role: 'data-scientist', publishedDaysAgo: 0.5 },
    { role: 'data-scientist', company: 'borealis' },
    { company: 'cobalt', skills: ['rust'], publishedDaysAgo: 20 },
    { company: 'cobalt', role: null, pay: null, text: '', places: [], visa: null, eligibility: 'worldwide' },
  ] satisfies Partial<SampleJob>[]
).map(
  (difference, i): SampleJob => ({
    ...base,
    id: i + 1,
    publicId: 'abcdefg'.charAt(i).repeat(26),
    ...difference,
  }),
)

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
  // 2 is a copy of 1; 4 and 6 are another opening each.
  await db().execute(sql`update jobs set opening_id = 1 where id = 2`)
  await listJobs(db(), [2])
})

const listed = async () => {
  const { rows } = await db().execute<{ id: string }>(sql`select job_id as id from job_search order by 1`)
  return rows.map((row) => Number(row.id))
}

test('a row says what the job states, in words and major units, in the order of the ids', async () => {
  const [silent, whole] = await listJobRows([7, 1, 99])
  expect(whole).toMatchObject({
    publicId: 'a'.repeat(26),
    href: `/jobs/job-${'a'.repeat(26)}`,
    company: { name: 'Acme', slug: 'acme' },
    places: ['Munich, DE', 'US'],
    workplace: 'remote',
    employmentType: 'full_time',
    seniority: null,
    eligibility: 'DE, FR',
    eligibleFrom: { worldwide: false, countries: ['de', 'fr'] },
    visa: 'offered',
    pay: { min: 26, max: 30, currency: 'USD', period: 'hour' },
    skills: [
      { slug: 'rust', name: 'Rust' },
      { slug: 'sql', name: 'Sql' },
    ],
    hasText: true,
  })
  expect(silent).toMatchObject({
    id: 7,
    pay: null,
    places: [],
    visa: null,
    eligibleFrom: { worldwide: true, countries: [] },
    hasText: false,
  })
  const daysAgo = (Date.now() - Date.parse(whole?.firstSeenAt ?? '')) / 86_400_000
  expect(Math.round(daysAgo)).toBe(base.seenDaysAgo)
  expect(whole?.firstPublishedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('more rows than a page can hold are a fault of the caller', async () => {
  await expect(listJobRows(Array.from({ length: 103 }, (_, i) => i))).rejects.toThrow(RangeError)
})

describe('listing', () => {
  test('only published jobs are listed; listing again is the same row', async () => {
    await listJobs(db(), [1, 1, 2])
    expect(await listed()).toEqual([1, 2, 3, 4, 5, 6, 7])
    await unlistJob(db(), 5)
    expect(await listed()).toEqual([1, 2, 3, 4, 6, 7])
    await db().execute(sql`update jobs set state = 'held' where id = 4`)
    await listJobs(db(), [4, 5])
    expect(await listed()).toEqual([1, 2, 3, 5, 6, 7])
    await db().execute(sql`update jobs set state = 'published' where id = 4`)
    await listJobs(db(), [4])
    expect(await listed()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('a change of the job changes what a search sees of it', async () => {
    await db().execute(sql`update jobs set title = 'quartz', role_id = null where id = 7`)
    await listJobs(db(), [7])
    const { rows } = await db().execute(sql`
      select role_id, has_text, tsv @@ 'quartz & co_3 & r_0 & tx_0 & k_5'::tsquery as found from job_search where job_id = 7`)
    expect(rows).toEqual([{ role_id: 0, has_text: false, found: false }])
    const again = await db().execute(
      sql`select tsv @@ 'quartz & co_3 & r_0 & tx_0'::tsquery as found from job_search where job_id = 7`,
    )
    expect(again.rows).toEqual([{ found: true }])
  })

  test('a row is printed from its card: renewed by listing, kept by a closed job, under the name its company has now', async () => {
    const titleOf = async () => (await listJobRows([5]))[0]?.title
    await db().execute(sql`update jobs set title = 'quartz' where id = 5`)
    expect(await titleOf()).toBe('zebra')
    await listJobs(db(), [5])
    expect(await titleOf()).toBe('quartz')
    await unlistJob(db(), 5)
    await db().execute(sql`update companies set name = 'Aurora' where slug = 'borealis'`)
    expect(await listJobRows([5])).toMatchObject([{ title: 'quartz', company: { name: 'Aurora' } }])
    await db().execute(sql`update companies set name = 'Borealis' where slug = 'borealis'`)
    await db().execute(sql`update jobs set title = 'zebra' where id = 5`)
    await listJobs(db(), [5])
  })

  test('the words of the title and the visa policy stand by themselves', async () => {
    const { rows } = await db().execute(sql`
      select title_tsv::text as title, visa, tsv @@ 'v_1'::tsquery as found from job_search where job_id = 1`)
    expect(rows).toEqual([{ title: "'zebra':1", visa: 1, found: true }])
  })

  test('five hundred jobs at once', async () => {
    const many = makeJobs(500, randomFrom(3)).map((job) => ({ ...job, id: job.id + 100 }))
    await writeJobs([...jobs, ...many])
    expect(await listed()).toHaveLength(507)
    await writeJobs(jobs)
    await db().execute(sql`update jobs set opening_id = 1 where id = 2`)
    await listJobs(db(), [2])
  })
})

describe('the page of a job', () => {
  const stranger = { companies: [{ id: 2 }] }
  const member = { companies: [{ id: 1 }] }

  test('shows what a published job says, its addresses and its history', async () => {
    await db().execute(sql`insert into job_events (job_id, kind) values (1, 'published')`)
    expect(await getJobPage('a'.repeat(26), null)).toMatchObject({
      state: 'published',
      text: 'walrus',
      role: { slug: 'nurse', name: 'Nurse' },
      addresses: [
        { city: 'Munich', region: 'Bavaria', countryCode: 'DE' },
        { city: null, region: null, countryCode: 'US' },
      ],
      eligibleCountries: ['DE', 'FR'],
      closedAt: null,
      events: [{ what: 'Published' }],
    })
  })

  test('a closed job keeps its page', async () => {
    await db().execute(
      sql`update jobs set state = 'closed', closed_at = now(), close_reason = 'filled' where id = 6`,
    )
    expect(await getJobPage('f'.repeat(26), null)).toMatchObject({ state: 'closed', closeReason: 'filled' })
  })

  test.each(['draft', 'held'])('a %s job exists for its company alone', async (state) => {
    await db().execute(sql`update jobs set state = ${state} where id = 5`)
    const id = 'e'.repeat(26)
    expect(await getJobPage(id, null)).toBeNull()
    expect(await getJobPage(id, { companies: [] })).toBeNull()
    expect(await getJobPage(id, member)).toBeNull()
    expect(await getJobPage(id, stranger)).toMatchObject({ state })
    await db().execute(sql`update jobs set state = 'published' where id = 5`)
  })

  test.each(['', '1', 'a'.repeat(25), 'A'.repeat(26), "a' or 1=1", '\0'.repeat(26), `x-${'a'.repeat(26)}`])(
    '%j is no job',
    async (id) => {
      expect(await getJobPage(id, null)).toBeNull()
    },
  )

  test('the public id is the end of the address', () => {
    expect(publicIdOf(`senior-nurse-${'a'.repeat(26)}`)).toBe('a'.repeat(26))
    expect(publicIdOf('a'.repeat(26))).toBe('a'.repeat(26))
    expect(publicIdOf('a'.repeat(27))).toBeNull()
    expect(publicIdOf('-'.repeat(100_000))).toBeNull()
  })
})

test('similar jobs are open, of the role before the company, never the opening itself', async () => {
  await db().execute(
    sql`update jobs set state = 'published', closed_at = null, close_reason = null where id = 6`,
  )
  await listJobs(db(), [1, 2, 3, 4, 5, 6, 7])
  const similar = async (id: number, limit = 6) => (await listSimilar(id, limit)).map((row) => row.id)
  expect(await similar(1)).toEqual([6, 3, 4])
  expect(await similar(1, 1)).toEqual([6])
  // Closed: it is not in the search any more, and still has open jobs like it.
  await db().execute(
    sql`update jobs set state = 'closed', closed_at = now(), close_reason = 'filled' where id = 1`,
  )
  await listJobs(db(), [1])
  expect(await similar(1)).toEqual([6, 3, 4])
  expect(await similar(6)).toEqual([2, 3, 7])
})

describe('companies', () => {
  test('the page of a company has its newest open jobs and how many there are', async () => {
    const page = await companyPage('borealis')
    expect(page).toMatchObject({ slug: 'borealis', name: 'Borealis', openJobs: 2 })
    expect(page?.rows.map((row) => row.id)).toEqual([3, 5])
    expect(await companyPage('nobody')).toBeNull()
    expect(await companyPage("' or 1=1")).toBeNull()
    expect(await companyPage('dune')).toMatchObject({ openJobs: 0, rows: [] })
  })

  test('everybody with an open job, by name, page by page', async () => {
    const first = await listCompanies({ limit: 2 })
    expect(first).toEqual({
      companies: [
        { slug: 'acme', name: 'Acme', openJobs: 2 },
        { slug: 'borealis', name: 'Borealis', openJobs: 2 },
      ],
      after: 'borealis',
    })
    expect(await listCompanies({ after: first.after, limit: 2 })).toEqual({
      companies: [{ slug: 'cobalt', name: 'Cobalt', openJobs: 2 }],
      after: null,
    })
  })

  test('a part of a name finds them; signs of a pattern are signs', async () => {
    expect((await listCompanies({ q: 'OBAL' })).companies.map((company) => company.slug)).toEqual(['cobalt'])
    expect((await listCompanies({ q: '%' })).companies).toEqual([])
    expect((await listCompanies({ q: 'a\0b\\' })).companies).toEqual([])
  })
})

test('copies take no room on the page of a company from its other openings, as far as it looks for them', async () => {
  const atDune = makeJobs(140, randomFrom(9)).map((job, i) => ({
    ...job,
    company: 'dune',
    publishedDaysAgo: 1 + i / 1000,
  }))
  await writeJobs(atDune)
  const copies = [2, 40, 60, 120]
  await db().execute(sql`update jobs set opening_id = 1 where id = any(${sql.param(copies)}::bigint[])`)
  await listJobs(
    db(),
    atDune.map((job) => job.id),
  )
  const page = await companyPage('dune')
  expect(page?.openJobs).toBe(140)
  expect(page?.rows.map((row) => row.id)).toEqual([
    1,
    2,
    40,
    60,
    ...Array.from({ length: 19 }, (_, i) => 3 + i),
  ])
})
