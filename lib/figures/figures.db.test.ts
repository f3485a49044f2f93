import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/figures/[id]/route'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { figureAnswer } from '@/lib/feeds/openapi-answers'
import { listJobs } from '@/lib/jobs/listing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { keyOf } from './compute'
import { figuresOf, forgetFigures, getFigure, historyOf, jobsBehind, publicIdsOf } from './queries'
import { recomputeFigures } from './recompute'
import { thinFigures } from './thin'
import type { Measure } from './types'

testDb()

let role = ''
const asked = () => ({ roles: [role], measures: [] })

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(makeJobs(400, randomFrom(5)))
  const { rows } = await db().execute<{ slug: string }>(sql`
    select r.slug from job_search s join roles r on r.id = s.role_id group by r.slug order by count(*) desc, r.slug limit 1`)
  role = rows[0]?.slug ?? ''
})
beforeEach(forgetFigures)

/** As if a job had been published: what recomputing waits for. */
async function change(): Promise<void> {
  await db().execute(
    sql`insert into job_events (job_id, kind, facts) select min(id), 'edited', '{}' from jobs`,
  )
}

async function recompute(): Promise<number> {
  await change()
  const done = await recomputeFigures(asked())
  forgetFigures()
  return done?.changed ?? -1
}

const all = (): Measure => ({ of: 'jobs', role, within: {} })

describe('figures of a role', () => {
  test('rest on its open jobs, and on exactly those that SQL finds', async () => {
    expect(await recompute()).toBeGreaterThan(10)
    const known = await figuresOf([role])
    const { rows } = await db().execute<{ jobs: number; openings: number; companies: number }>(sql`
      select count(*)::int as jobs, count(distinct s.opening_id)::int as openings, count(distinct s.company_id)::int as companies
      from job_search s join roles r on r.id = s.role_id where r.slug = ${role}`)
    expect(known.find(all())).toMatchObject(rows[0] ?? {})

    const paid = known.figures.filter(
      ({ measure }) => measure.of === 'pay' && Object.keys(measure.within).length === 1,
    )
    expect(paid.length).toBeGreaterThan(0)
    for (const { id, measure, value } of paid) {
      if (measure.of !== 'pay') continue
      const figure = await getFigure(id)
      const { rows: sound } = await db().execute<{ ids: string[]; p50: number; votes: number }>(sql`
        with points as (
          select s.job_id, s.company_id, s.seniority, s.opening_id, (coalesce(s.annual_min, s.annual_max) + s.annual_max) / 2.0 as point
          from job_search s join roles r on r.id = s.role_id
            join places c on c.kind = 'country' and c.country_code = ${measure.within.country} and c.id = any(s.countries)
          where r.slug = ${role} and s.pay_currency = ${(value as { currency: string }).currency} and s.annual_max is not null
        ), openings as (
          select company_id, seniority, opening_id, percentile_cont(0.5) within group (order by point) as point
          from points group by 1, 2, 3
        ), votes as (
          select percentile_cont(0.5) within group (order by point) as vote from openings group by company_id, seniority
        )
        select (select array_agg(job_id::text order by job_id) from points) as ids, count(*)::int as votes,
          round(percentile_cont(0.5) within group (order by vote) / 100)::float as p50 from votes`)
      expect(figure?.jobIds.map(String)).toEqual(sound[0]?.ids)
      expect(value).toMatchObject({ p50: sound[0]?.p50, votes: sound[0]?.votes })
    }
  })

  test('are not computed again while no job has changed, and not replaced when they say the same', async () => {
    expect(await recomputeFigures(asked())).toBeNull()
    const before = await figuresOf([role])
    expect(await recompute()).toBe(0)
    const after = await figuresOf([role])
    expect(after.figures.map((figure) => figure.id).sort()).toEqual(
      before.figures.map((figure) => figure.id).sort(),
    )
  })

  test('keep what they were: the receipt shows the jobs of then, the closed ones among them', async () => {
    const before = (await figuresOf([role])).find(all())
    const kept = await getFigure(before?.id ?? '')
    const gone = kept?.jobIds.at(-1) ?? 0
    await db().execute(
      sql`update jobs set state = 'closed', closed_at = now(), close_reason = 'filled' where id = ${gone}`,
    )
    await listJobs(db(), [gone])
    expect(await recompute()).toBeGreaterThan(0)

    const after = (await figuresOf([role])).find(all())
    expect(after?.jobs).toBe((before?.jobs ?? 0) - 1)
    expect(after?.id).not.toBe(before?.id)
    const old = await getFigure(before?.id ?? '')
    expect(old).toMatchObject({ isCurrent: false, jobIds: kept?.jobIds, openings: before?.openings })
    const { jobs, pages } = await jobsBehind({ jobIds: kept?.jobIds ?? [] }, 1)
    expect(jobs[0]).toMatchObject({ row: { id: gone }, isClosed: true })
    expect(jobs.slice(1).every((job) => !job.isClosed)).toBe(true)
    const others = Array.from({ length: pages - 1 }, (_, i) =>
      jobsBehind({ jobIds: kept?.jobIds ?? [] }, i + 2),
    )
    const rest = (await Promise.all(others)).flatMap((page) => page.jobs)
    expect([...jobs, ...rest].map(({ row }) => row.id).sort((a, b) => a - b)).toEqual(kept?.jobIds)
    expect(await publicIdsOf(kept?.jobIds ?? [])).toHaveLength(kept?.jobs ?? 0)
    expect((await historyOf(all())).map((one) => one.id)).toEqual([after?.id, before?.id])
  })

  test('rest on one set of jobs where they rest on the same, and leave none behind', async () => {
    const { rows } = await db().execute<{ figures: number; sets: number; stray: number }>(sql`
      select count(*)::int as figures, count(distinct job_set_id)::int as sets,
        (select count(*)::int from figure_job_sets s where not exists (select from figures where job_set_id = s.id)) as stray
      from figures where superseded_at is null and (measure ->> 'of' = 'jobs' or measure -> 'within' = '{}')`)
    expect(rows[0]?.figures).toBeGreaterThan(5)
    expect(rows[0]).toMatchObject({ sets: 1, stray: 0 })
  })

  test('keep the jobs of each hour for 30 days, then those of the end of its day, and their numbers and addresses for ever', async () => {
    const past = await historyOf(all())
    const [, first] = past
    await db().execute(sql`
      update figures set superseded_at = superseded_at - interval '31 days', computed_at = case when superseded_at is null
        then date_trunc('day', computed_at, 'UTC') + interval '3 hours' else date_trunc('day', computed_at, 'UTC') + interval '1 hour' end
        - interval '31 days'`)
    const was = await getFigure(first?.id ?? '')
    const { thinned } = await thinFigures()
    expect(thinned).toBeGreaterThan(0)
    const now = await getFigure(first?.id ?? '')
    const last = await getFigure(past[0]?.id ?? '')
    expect(was?.jobIds).not.toEqual(last?.jobIds)
    expect(now).toEqual({ ...was, isThinned: true, jobIds: last?.jobIds })
    expect(last).toMatchObject({ isThinned: false, isCurrent: true })
    expect(await thinFigures()).toEqual({ thinned: 0 })
    const { rows } = await db().execute<{ stray: number }>(sql`
      select count(*)::int as stray from figure_job_sets s where not exists (select from figures where job_set_id = s.id)`)
    expect(rows[0]?.stray).toBe(0)
  })

  test('end when too few jobs are left to tell', async () => {
    const { rows } = await db().execute<{ id: string }>(sql`
      delete from job_search s using roles r where r.id = s.role_id and r.slug = ${role} and s.job_id not in
        (select job_id from job_search s join roles r on r.id = s.role_id and r.slug = ${role} order by 1 limit 3) returning s.job_id as id`)
    expect(rows.length).toBeGreaterThan(0)
    await recompute()
    const known = await figuresOf([role])
    expect(known.figures.map(({ measure }) => keyOf(measure))).toEqual([keyOf(all())])
    expect(known.find(all())).toMatchObject({ jobs: 3 })
  })
})

test('the API answers as it says, as JSON and as a table', async () => {
  const [known] = (await figuresOf([role])).figures
  const ask = (id: string) =>
    GET(new Request(`http://localhost:3000/api/v1/figures/${id}`), { params: Promise.resolve({ id }) })
  const { data } = figureAnswer.parse(await (await ask(known?.id ?? '')).json())
  expect(data.jobIds).toHaveLength(data.jobs)
  const table = await (await ask(`${known?.id}.csv`)).text()
  expect(table.split('\r\n')[1]).toContain(known?.id)
  expect((await ask('a'.repeat(26))).status).toBe(404)
})

test('there is no figure of another name', async () => {
  expect([await getFigure('nonsense'), await getFigure('a'.repeat(26))]).toEqual([null, null])
})
