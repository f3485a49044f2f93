import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { listJobs } from '@/lib/jobs/listing'
import { plantCompany, plantTaxonomy } from '@/lib/jobs/publishing-fixtures'
import type { Adapter } from '../adapter'
import { rss } from '../adapters/rss'
import { workday } from '../adapters/workday'
import { addDueRuns } from '../tasks'
import { answerOf, plantImport, runOnce, takenRun, whole } from '../testing/plant'
import { stated } from '../testing/stated'
import { LeaseLost, takeRun } from './lease'
import { holdHost, waitForTurn } from './pace'
import { type Answer, readSource, runImport } from './run-import'
import { tryImport } from './try-import'

testDb()
beforeAll(plantTaxonomy)

type Row = {
  externalId: string
  title: string
  state: string
  closeReason: string | null
  missing: boolean
  listed: boolean
  events: string[]
  openingId: string
}

async function jobsOf(sourceId: number): Promise<Row[]> {
  const { rows } = await db().execute<Row>(sql`
    select external_id as "externalId", title, state, close_reason as "closeReason", missing_since is not null as missing,
      exists (select from job_search s where s.job_id = jobs.id) as listed, opening_id as "openingId",
      array(select kind from job_events e where e.job_id = jobs.id order by id) as events
    from jobs where source_id = ${sourceId} order by external_id`)
  return rows
}

async function job(sourceId: number, externalId: string): Promise<Row> {
  const found = (await jobsOf(sourceId)).find((row) => row.externalId === externalId)
  if (!found) throw new Error('no such job')
  return found
}

/** As if the source had not shown its missing jobs for so long. */
async function waitHours(sourceId: number, hours: number): Promise<void> {
  await db().execute(
    sql`update jobs set missing_since = missing_since - make_interval(hours => ${hours}) where source_id = ${sourceId}`,
  )
}

/** What every row of the source's jobs looks like, so that any write shows. */
async function rowVersions(sourceId: number): Promise<unknown[]> {
  const { rows } = await db().execute(sql`
    select j.id, j.xmin::text as job, s.xmin::text as listed, k.xmin::text as card from jobs j
    left join job_search s on s.job_id = j.id left join job_cards k on k.job_id = j.id
    where j.source_id = ${sourceId} order by 1`)
  return rows
}

/** All that a list knows of the source's jobs. */
async function listedOf(sourceId: number) {
  const { rows } = await db().execute<{ id: string; row: unknown; card: unknown }>(sql`
    select j.id, to_jsonb(s) as row, to_jsonb(k) as card from jobs j
    join job_search s on s.job_id = j.id join job_cards k on k.job_id = j.id
    where j.source_id = ${sourceId} order by j.id`)
  return rows
}

const tenJobs = Array.from({ length: 10 }, (_, i) => stated(`j${i}`))

describe('what an answer brings', () => {
  test('is published, listed, announced once, and says when it was first published and first seen', async () => {
    const source = await plantImport()
    const report = await runOnce(source, [
      stated('a', {
        title: 'Senior Backend Developer',
        locations: [{ text: 'Berlin, Germany' }],
        pay: [{ min: 80_000, max: 95_000, currency: 'EUR', period: 'year' }],
        skills: ['Rust'],
        workplace: 'hybrid',
      }),
    ])
    expect(report).toMatchObject({ state: 'done', seen: 1, added: 1, changed: 0, closed: 0, refused: 0 })
    const { rows } = await db().execute(sql`
      select j.first_published_at::text as published, j.first_seen_at > now() - interval '1 minute' as "seenNow", j.workplace,
        j.annual_min::text as annual, j.source_url as url, c.name as company, s.countries, s.skills, s.seniority,
        (select count(*)::int from graphile_worker._private_jobs q
          where (q.payload::jsonb) -> 'eventIds' @> to_jsonb((select id from job_events where job_id = j.id))) as announced
      from jobs j join companies c on c.id = j.company_id join job_search s on s.job_id = j.id where j.source_id = ${source}`)
    expect(rows).toEqual([
      {
        published: '2026-10-01 12:00:00+00',
        seenNow: true,
        workplace: 2,
        annual: '8000000',
        url: 'https://example.org/jobs/a',
        company: 'Demo Employer',
        countries: [10],
        skills: [1],
        seniority: 4,
        announced: 1,
      },
    ])
  })

  test('a second time, and with updated dates, costs no write', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    const before = await rowVersions(source)
    expect(await runOnce(source, tenJobs)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 10,
      state: 'done',
    })
    expect(await rowVersions(source)).toEqual(before)
  })

  test('changed is changed, and the history has old and new pay and places', async () => {
    const source = await plantImport()
    const pay = (min: number) => [{ min, max: 95_000, currency: 'EUR', period: 'year' as const }]
    const others = tenJobs.slice(1)
    await runOnce(source, [
      stated('a', { pay: pay(80_000), locations: [{ text: 'Berlin, Germany' }] }),
      ...others,
    ])
    const report = await runOnce(source, [
      stated('a', { pay: pay(85_000), locations: [{ text: 'Somewhere new' }] }),
      ...others,
    ])
    expect(report).toMatchObject({ changed: 1, unchanged: 9, added: 0 })
    const { rows } = await db().execute(sql`
      select e.facts from job_events e join jobs j on j.id = e.job_id
      where j.source_id = ${source} and j.external_id = 'a' and e.kind = 'edited'`)
    expect(rows).toEqual([
      {
        facts: {
          changed: ['pay', 'places'],
          pay: {
            old: { min: '80000', max: '95000', currency: 'EUR', period: 'year' },
            new: { min: '85000', max: '95000', currency: 'EUR', period: 'year' },
          },
          places: { old: ['Berlin'], new: ['Somewhere new'] },
        },
      },
    ])
  })

  test('one job twice with one id is one job, in one batch and over two', async () => {
    const source = await plantImport()
    const twice = [stated('a', { title: 'First' }), stated('a', { title: 'Second' })]
    expect(await runOnce(source, twice)).toMatchObject({ seen: 1, added: 1 })
    const taken = await takenRun(source)
    const about = await readSource(source)
    const report = await runImport(taken, about!, answerOf(twice, whole, 1))
    expect(report).toMatchObject({ seen: 1, unchanged: 1, changed: 0 })
    expect(await job(source, 'a')).toMatchObject({ title: 'First' })
  })

  test('copies under several ids are one opening: by the key of the source, and by the same title and text', async () => {
    const source = await plantImport()
    await runOnce(source, [
      stated('a', { openingKey: '7', title: 'Nurse, Berlin', html: '<p>One.</p>' }),
      stated('b', { openingKey: '7', title: 'Nurse, Lyon', html: '<p>Two.</p>' }),
      stated('c', { title: 'Baker', html: '<p>Bread.</p>' }),
      stated('d', { title: 'Baker', html: '<p>Bread.</p>', locations: [{ text: 'Lyon' }] }),
    ])
    await runOnce(source, [
      ...['a', 'b', 'c', 'd'].map((id) => stated(id)),
      stated('e', { openingKey: '7', title: 'Nurse, Paris', html: '<p>Three.</p>' }),
    ])
    const other = await plantImport({ adapter: 'lever' })
    await runOnce(other, [stated('z', { title: 'Baker', html: '<p>Bread.</p>' })])
    const opening = Object.fromEntries(
      [...(await jobsOf(source)), ...(await jobsOf(other))].map((row) => [row.externalId, row.openingId]),
    )
    expect(opening.b).toBe(opening.a)
    expect(opening.e).toBe(opening.a)
    expect(opening.d).toBe(opening.c)
    expect(opening.z).toBe(opening.c)
    expect(opening.c).not.toBe(opening.a)
  })

  test('copies of one key are one opening also when each is in a batch of its own', async () => {
    const source = await plantImport()
    const copies = Array.from({ length: 12 }, (_, i) =>
      stated(`copy${i}`, {
        openingKey: `key${Math.floor(i / 4)}`,
        title: `Nurse ${i}`,
        html: `<p>Text ${i}.</p>`,
      }),
    )
    const about = await readSource(source)
    const report = await runImport(await takenRun(source), about!, answerOf(copies, whole, 1), {
      inHaste: true,
    })
    expect(report).toMatchObject({ seen: 12, added: 12 })
    const openings = (await jobsOf(source)).map((row) => row.openingId)
    expect(new Set(openings).size).toBe(3)
  })

  test('new jobs are listed as they would be from what is stored of them', async () => {
    const source = await plantImport()
    const pay = { min: 80_000, max: 95_000, currency: 'EUR', period: 'year' as const }
    const places = ['Berlin, Germany', 'Somewhere new', 'Berlin', 'Germany'].map((text) => ({ text }))
    await runOnce(source, [
      stated('plain'),
      stated('no-text', { html: '' }),
      stated('undated', { publishedAt: null }),
      stated('places', { locations: places, workplace: 'hybrid', skills: ['Rust', 'Go'] }),
      stated('remote', { locations: [{ text: 'Remote, Germany' }], workplace: 'remote' }),
      stated('anywhere', { locations: [{ text: 'Remote, worldwide' }], workplace: 'remote' }),
      stated('at-the-office', { locations: [{ text: 'Worldwide' }], workplace: 'onsite' }),
      stated('paid', { title: 'Senior Backend Developer', pay: [pay], employmentType: 'contract' }),
      stated('from', { pay: [{ ...pay, max: null }] }),
      stated('to', { pay: [{ ...pay, min: null, period: 'hour', max: 40 }] }),
      stated('too-much', { pay: [{ ...pay, max: 95_000_000 }] }),
    ])
    const listed = await listedOf(source)
    expect(listed).toHaveLength(11)
    await listJobs(
      db(),
      listed.map((row) => Number(row.id)),
    )
    expect(await listedOf(source)).toEqual(listed)
  })

  test('a job that cannot be read is refused with field and value, and is not gone', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    const report = await runOnce(source, [...tenJobs.slice(1), stated('j0', { title: '  ' })])
    expect(report).toMatchObject({ state: 'done', refused: 1, missing: 0 })
    expect(report.refusals).toMatchObject([{ externalId: 'j0', field: 'title', reason: 'is empty' }])
    expect(await job(source, 'j0')).toMatchObject({ state: 'published', missing: false })
  })

  test.each<[string, Adapter, (titles: (string | undefined)[]) => string]>([
    [
      'the list of Workday',
      workday,
      (titles) =>
        JSON.stringify({
          jobPostings: titles.map((title, i) => ({ title, externalPath: `/job/Graz/Cook_R${i}` })),
        }),
    ],
    [
      'RSS without guids',
      rss,
      (titles) => {
        const items = titles.map(
          (title, i) =>
            `<item>${title ? `<title>${title}</title>` : ''}<link>https://example.org/${i}</link></item>`,
        )
        return `<rss><channel>${items.join('')}</channel></rss>`
      },
    ],
  ])(
    'an item of %s that loses its title is not gone, in a run and in a trial',
    async (_, adapter, answer) => {
      const source = await plantImport()
      const read = (...titles: (string | undefined)[]) =>
        adapter
          .read(answer(titles), { board: 'https://demo.wd5.myworkdayjobs.com/Careers', ask: null })
          .jobs.map((one) => (one.ok ? { ...one, job: { ...one.job, company: 'Demo Employer' } } : one))
      expect(await runOnce(source, read('Cook', 'Baker', 'Nurse', 'Driver'))).toMatchObject({ added: 4 })
      const broken = read('Cook', 'Baker', 'Nurse', undefined)
      const tried = await tryImport(await readSource(source), answerOf(broken))
      expect(tried).toMatchObject({ state: 'done', missing: 0, refused: 1 })
      expect(await runOnce(source, broken)).toMatchObject({ state: 'done', missing: 0, refused: 1 })
    },
  )

  test('a job whose last day is over is not taken', async () => {
    const source = await plantImport()
    const report = await runOnce(source, [
      ...tenJobs,
      stated('late', { closesAt: new Date('2026-01-31T23:59:59Z') }),
      stated('soon', { closesAt: new Date('2099-01-31T23:59:59Z') }),
    ])
    expect(report).toMatchObject({ added: 11, refused: 1 })
    expect(report.refusals).toMatchObject([{ externalId: 'late', field: 'closesAt', reason: 'is over' }])
  })

  test('a company that refuses imports gets none', async () => {
    const source = await plantImport()
    await db().execute(
      sql`insert into companies (slug, name, imports_refused_at) values ('quiet-works', 'Quiet Works', now())`,
    )
    const report = await runOnce(source, [stated('a', { company: 'QUIET works' }), stated('b')])
    expect(report).toMatchObject({ added: 1, refused: 1 })
    expect(report.refusals).toMatchObject([{ externalId: 'a', field: 'company', value: 'QUIET works' }])
    expect((await jobsOf(source)).map((row) => row.externalId)).toEqual(['b'])
  })

  test('whoever made a company of a name and proved nothing gets none of its jobs', async () => {
    const kept = await plantCompany()
    await db().execute(sql`update companies set name = 'Demo Squatted' where id = ${kept.id}`)
    const source = await plantImport()
    await runOnce(source, [stated('a', { company: 'Demo Squatted' })])
    const owner = async () => {
      const { rows } = await db().execute<{ id: number }>(sql`
        select company_id as id from jobs where source_id = ${source} order by id desc limit 1`)
      return rows[0]?.id
    }
    expect(await owner()).not.toBe(kept.id)
    await db().execute(sql`delete from jobs where source_id = ${source}`)
    await db().execute(
      sql`update companies set name = 'Demo Squatted Old' where name = 'Demo Squatted' and id <> ${kept.id}`,
    )
    await db().execute(sql`update companies set verified_at = now() where id = ${kept.id}`)
    await runOnce(source, [stated('a', { company: 'Demo Squatted' })])
    expect(await owner()).toBe(kept.id)
  })
})

describe('what an answer no longer shows', () => {
  test('is closed after 48 hours, not before, with its reason; and comes back as the same job', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    expect(await runOnce(source, tenJobs.slice(1))).toMatchObject({ state: 'done', missing: 1, closed: 0 })
    await waitHours(source, 47)
    expect(await runOnce(source, tenJobs.slice(1))).toMatchObject({ missing: 0, closed: 0 })
    expect(await job(source, 'j0')).toMatchObject({ state: 'published', missing: true, listed: true })
    await waitHours(source, 2)
    expect(await runOnce(source, tenJobs.slice(1))).toMatchObject({ closed: 1 })
    expect(await job(source, 'j0')).toMatchObject({
      state: 'closed',
      closeReason: 'source_gone',
      missing: false,
      listed: false,
      events: ['published', 'closed'],
    })
    expect(await runOnce(source, tenJobs)).toMatchObject({ reopened: 1, added: 0, closed: 0 })
    expect(await job(source, 'j0')).toMatchObject({
      state: 'published',
      closeReason: null,
      listed: true,
      events: ['published', 'closed', 'reopened'],
    })
  })

  test('seen again in time it is as if nothing had been', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await runOnce(source, tenJobs.slice(1))
    await runOnce(source, tenJobs)
    await waitHours(source, 100)
    expect(await job(source, 'j0')).toMatchObject({ missing: false, events: ['published'] })
    expect(await runOnce(source, tenJobs.slice(1))).toMatchObject({ closed: 0, missing: 1 })
  })

  test.each([
    ['an empty answer', 0],
    ['a halved answer', 5],
    ['one job more than 30 in 100 gone', 6],
  ])('%s closes nothing and is held', async (_, left) => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    for (let days = 0; days < 3; days++) {
      const report = await runOnce(source, tenJobs.slice(0, left))
      expect(report).toMatchObject({ state: 'held', missing: 0, closed: 0 })
      expect(report.error).toContain('None was closed')
      await waitHours(source, 72)
    }
    expect((await jobsOf(source)).filter((row) => row.state === 'published' && row.listed)).toHaveLength(10)
  })

  test('a drop in steps is doubted as one at once', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    expect(await runOnce(source, tenJobs.slice(3))).toMatchObject({ state: 'done', missing: 3 })
    expect(await runOnce(source, tenJobs.slice(6))).toMatchObject({ state: 'held', missing: 0 })
  })

  test('an answer of as many jobs, of which this board knows none, is held: the board may be another company’s now', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    const others = Array.from({ length: 12 }, (_, i) => stated(`other${i}`))
    expect(await runOnce(source, others)).toMatchObject({ state: 'held', added: 12, missing: 0 })
  })

  test('a partial answer closes nothing, whatever it shows', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await runOnce(source, tenJobs.slice(1))
    await waitHours(source, 72)
    const report = await runOnce(source, tenJobs.slice(1), {
      kind: 'partial',
      reason: 'Page 2 did not answer.',
    })
    expect(report).toMatchObject({ state: 'failed', closed: 0, error: 'Page 2 did not answer.' })
    expect(await job(source, 'j0')).toMatchObject({ state: 'published' })
  })

  test('an answer of which more than half cannot be read is held', async () => {
    const source = await plantImport()
    const broken = tenJobs.slice(0, 6).map((_, i) => stated(`j${i}`, { title: '' }))
    await runOnce(source, tenJobs)
    expect(await runOnce(source, [...broken, ...tenJobs.slice(6)])).toMatchObject({
      state: 'held',
      closed: 0,
    })
  })

  test('an unchanged answer closes what has been gone long enough', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await runOnce(source, tenJobs.slice(1))
    await waitHours(source, 49)
    expect(await runOnce(source, [], { kind: 'unchanged' })).toMatchObject({ state: 'unchanged', closed: 1 })
  })

  test('what people closed here stays closed, and what they edited here keeps its words', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await db().execute(sql`
      update jobs set state = 'closed', closed_at = now(), close_reason = 'withdrawn' where source_id = ${source} and external_id = 'j0'`)
    await db().execute(sql`
      update jobs set title = 'Our own words', edited_here_at = now() where source_id = ${source} and external_id = 'j1'`)
    const renamed = tenJobs.map((_, i) => stated(`j${i}`, { title: `Renamed ${i}` }))
    expect(await runOnce(source, renamed)).toMatchObject({ changed: 8, reopened: 0 })
    expect(await job(source, 'j0')).toMatchObject({ state: 'closed', title: 'Backend Developer j0' })
    expect(await job(source, 'j1')).toMatchObject({ state: 'published', title: 'Our own words' })
  })

  test('what people closed here while it was missing stays closed when it is shown again', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await runOnce(source, tenJobs.slice(1))
    await db().execute(sql`
      update jobs set state = 'closed', closed_at = now(), close_reason = 'withdrawn', missing_since = null
      where source_id = ${source} and external_id = 'j0'`)
    expect(await runOnce(source, tenJobs)).toMatchObject({ reopened: 0, added: 0 })
    expect(await job(source, 'j0')).toMatchObject({ state: 'closed', events: ['published'] })
  })

  test('what was edited here and gone comes back with the words that it had', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await db().execute(sql`
      update jobs set title = 'Our own words', edited_here_at = now() where source_id = ${source} and external_id = 'j0'`)
    await runOnce(source, tenJobs.slice(1))
    await waitHours(source, 49)
    expect(await runOnce(source, tenJobs.slice(1))).toMatchObject({ closed: 1 })
    expect(await runOnce(source, tenJobs)).toMatchObject({ reopened: 1, changed: 0 })
    expect(await job(source, 'j0')).toMatchObject({
      state: 'published',
      listed: true,
      title: 'Our own words',
    })
    expect(await runOnce(source, tenJobs)).toMatchObject({ reopened: 0, unchanged: 10 })
  })

  test('what whole answers no longer showed closes after 48 hours also when a later one is doubted', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await runOnce(source, tenJobs.slice(3))
    expect(await runOnce(source, tenJobs.slice(6))).toMatchObject({ state: 'held', closed: 0 })
    await waitHours(source, 49)
    expect(await runOnce(source, tenJobs.slice(6))).toMatchObject({ state: 'held', closed: 3 })
    // Four of seven are a drop still; an empty answer is not believed in anything.
    expect(await runOnce(source, [])).toMatchObject({ state: 'held', closed: 0 })
  })

  test('a job that is shown but cannot be read is not gone any more', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    await runOnce(source, tenJobs.slice(1))
    await waitHours(source, 47)
    await runOnce(source, [...tenJobs.slice(1), stated('j0', { title: ' ' })])
    await waitHours(source, 2)
    expect(await runOnce(source, [...tenJobs.slice(1), stated('j0', { title: ' ' })])).toMatchObject({
      closed: 0,
    })
    expect(await job(source, 'j0')).toMatchObject({ state: 'published', missing: false })
  })

  test('a job that is open gets the last day that its source states, also when it is over', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    const over = stated('j0', { closesAt: new Date('2026-01-31T23:59:59Z') })
    expect(await runOnce(source, [over, ...tenJobs.slice(1)])).toMatchObject({ changed: 1, refused: 0 })
    const { rows } = await db().execute(sql`
      select closes_at < now() as over from jobs where source_id = ${source} and external_id = 'j0'`)
    expect(rows).toEqual([{ over: true }])
  })

  test('a feed of which most is over is not broken', async () => {
    const source = await plantImport()
    await runOnce(source, tenJobs)
    const late = Array.from({ length: 15 }, (_, i) =>
      stated(`late${i}`, { closesAt: new Date('2026-01-31T00:00:00Z') }),
    )
    expect(await runOnce(source, [...tenJobs, ...late])).toMatchObject({
      state: 'done',
      refused: 15,
      added: 0,
    })
  })

  test('a job that is new for an opening whose last job closed is a repost', async () => {
    const source = await plantImport()
    const same = { title: 'Night baker', html: '<p>Bread at night.</p>' }
    await runOnce(source, [stated('old', same), ...tenJobs])
    await db().execute(sql`
      update jobs set state = 'closed', closed_at = now(), close_reason = 'source_gone' where source_id = ${source} and external_id = 'old'`)
    await runOnce(source, [stated('new', same), ...tenJobs])
    expect((await job(source, 'old')).events).toEqual(['published', 'reposted'])
    const { rows } = await db().execute(sql`
      select o.external_id as "repostOf" from jobs j join jobs o on o.id = j.repost_of where j.external_id = 'new' and j.source_id = ${source}`)
    expect(rows).toEqual([{ repostOf: 'old' }])
  })
})

describe('runs', () => {
  test('of two at once one runs', async () => {
    const source = await plantImport()
    const taken = await Promise.all([takeRun(source), takeRun(source), takeRun(source)])
    expect(taken.filter((one) => one.ok)).toHaveLength(1)
    expect(taken.filter((one) => !one.ok && one.reason === 'leased')).toHaveLength(2)
  })

  test('a run whose lease was taken by another writes nothing more, and the other takes it up', async () => {
    const source = await plantImport()
    const about = await readSource(source)
    const slow = await takenRun(source)
    await db().execute(
      sql`update imports set leased_until = now() - interval '1 second' where source_id = ${source}`,
    )
    const quick = await takenRun(source)
    expect(quick).toMatchObject({ id: slow.id, isTakenUp: true })
    await expect(runImport(slow, about!, answerOf(tenJobs))).rejects.toThrow(LeaseLost)
    expect(await jobsOf(source)).toEqual([])
    expect(await runImport(quick, about!, answerOf(tenJobs))).toMatchObject({ added: 10 })
  })

  test('killed at any batch and taken up, it ends as if it had never been killed', async () => {
    const jobs = Array.from({ length: 30 }, (_, i) => stated(`k${i}`, { company: `Demo Employer ${i % 3}` }))
    const straight = await plantImport()
    await runOnce(straight, jobs)
    for (const killedAfter of [0, 1, 2, 3]) {
      const source = await plantImport()
      const about = await readSource(source)
      async function* killed(): Answer {
        let batches = 0
        for await (const batch of answerOf(jobs, whole, 10)) {
          if (batches++ === killedAfter) throw new Error('killed')
          yield batch
        }
        throw new Error('killed')
      }
      await expect(runImport(await takenRun(source), about!, killed()))
        .rejects.toThrow('killed')
        .catch(() => {})
      await db().execute(sql`update imports set leased_until = now() where source_id = ${source}`)
      const report = await runImport(await takenRun(source), about!, answerOf(jobs, whole, 10))
      expect(report).toMatchObject({ state: 'done', seen: 30, added: 30, changed: 0, unchanged: 0 })
      const facts = (rows: Row[]) => rows.map(({ openingId: _, ...row }) => row)
      expect(facts(await jobsOf(source))).toEqual(facts(await jobsOf(straight)))
    }
  })

  test('a run that was killed is set off anew once its lease is over, whenever the next one was due', async () => {
    const source = await plantImport()
    await takenRun(source)
    await db().execute(
      sql`update imports set next_run_at = now() + interval '5 hours' where source_id = ${source}`,
    )
    const setOff = async () => {
      await addDueRuns()
      const { rows } = await db().execute<{ n: number }>(sql`
        select count(*)::int as n from graphile_worker.jobs where key = ${`imports.run:${source}`}`)
      return rows[0]?.n
    }
    expect(await setOff()).toBe(0)
    await db().execute(sql`update imports set leased_until = now() where source_id = ${source}`)
    expect(await setOff()).toBe(1)
  })

  test('a host that wants to be left alone for long is not waited for', async () => {
    const url = `https://busy-${crypto.randomUUID()}.example.org/`
    expect(await waitForTurn(url)).toBe(true)
    await holdHost(url, 3600)
    const started = Date.now()
    expect(await waitForTurn(url)).toBe(false)
    expect(Date.now() - started).toBeLessThan(5000)
  })

  test('after failures the next run waits longer each time, up to a day; after a good one as usual', async () => {
    const source = await plantImport()
    const minutes = async () => {
      const { rows } = await db().execute<{ minutes: number }>(sql`
        select round(extract(epoch from next_run_at - now()) / 60)::int as minutes from imports where source_id = ${source}`)
      return rows[0]?.minutes
    }
    const waits = []
    for (let i = 0; i < 9; i++) {
      await runOnce(source, [], { kind: 'partial', reason: 'No answer.' })
      waits.push(await minutes())
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440])
    await runOnce(source, tenJobs)
    expect(await minutes()).toBe(360)
  })
})
