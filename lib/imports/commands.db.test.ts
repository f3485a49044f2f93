import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { companies, imports } from '@/db/schema'
import { testDb } from '@/db/testing'
import { plantCompany, plantPerson, plantTaxonomy } from '@/lib/jobs/publishing-fixtures'
import { Forbidden, NotFound, SignInNeeded } from '@/lib/outcome'
import {
  addBoardImport,
  addImport,
  believeNext,
  closeMissingNow,
  MAX_IMPORTS,
  pauseImport,
  publishImport,
  removeImport,
  resumeImport,
  runImportNow,
  scheduleImport,
} from './commands'
import { setImportConsent } from './consent'
import { getImportPage, listImports } from './page-queries'
import { findImportOf, requireImportOf } from './queries'
import { importBoard } from './run/import-board'
import { LeaseLost } from './run/lease'
import { readSource, runImport } from './run/run-import'
import { importTasks } from './tasks'
import { answerOf, plantImport, runOnce, takenRun } from './testing/plant'
import { stated } from './testing/stated'
import { countUnwanted } from './withdraw'

const database = testDb()
beforeAll(plantTaxonomy)

const board = { board: 'https://boards.greenhouse.io/acme', kind: '' }
const everything = { departments: [], keptDepartments: [], places: [], keptPlaces: [] }

async function added(company: Awaited<ReturnType<typeof plantCompany>>, given = board): Promise<string> {
  const outcome = await addImport(company.recruiter, { slug: company.slug, ...given })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}

async function tasksOf(publicId: string): Promise<string[]> {
  const { rows } = await db().execute<{ name: string }>(sql`
    select t.identifier as name from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where (j.payload::jsonb) ->> 'sourceId' = (select source_id::text from imports where public_id = ${publicId}) order by 1`)
  return rows.map(({ name }) => name)
}

/** What the worker does with the tasks of this name. */
async function work(name: 'imports.end' | 'imports.withdraw'): Promise<void> {
  const { rows } = await db().execute<{ payload: unknown }>(sql`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} order by j.id`)
  for (const { payload } of rows) await importTasks[name](payload)
}

/** An import of a company with jobs of it in the listing. */
async function withJobs(company: Awaited<ReturnType<typeof plantCompany>>, jobs = 10) {
  const sourceId = await plantImport({ companyId: company.id })
  const answer = Array.from({ length: jobs }, (_, i) =>
    stated(`j${i}`, { department: i < 2 ? 'Sales' : 'Bakery' }),
  )
  await runOnce(sourceId, answer)
  const [row] = await db()
    .select({ id: imports.publicId })
    .from(imports)
    .where(eq(imports.sourceId, sourceId))
  return { sourceId, id: row?.id ?? '', answer }
}

async function open(sourceId: number): Promise<number> {
  const { rows } = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from jobs j join job_search s on s.job_id = j.id where j.source_id = ${sourceId}`)
  return rows[0]?.n ?? 0
}

describe('adding a board', () => {
  test('sets off a look at it and publishes nothing', async () => {
    const company = await plantCompany()
    const id = await added(company)
    expect(await tasksOf(id)).toEqual(['imports.preview'])
    const [row] = await listImports({ companyId: company.id })
    expect(row).toMatchObject({ adapter: 'greenhouse', board: 'acme', state: 'preview', openJobs: 0 })
  })

  test('twice is once, also at the same time', async () => {
    const company = await plantCompany()
    const ids = await Promise.all([added(company), added(company), added(company)])
    expect(new Set(ids).size).toBe(1)
    expect(await listImports({ companyId: company.id })).toHaveLength(1)
  })

  test.each([
    [{ board: 'acme', kind: '' }, 'which-kind'],
    [{ board: 'https://example.org/careers', kind: '' }, 'which-kind'],
    [{ board: 'https://boards.greenhouse.io.example.org/acme', kind: 'greenhouse' }, 'no-board'],
    [{ board: 'http://127.0.0.1/feed.json', kind: 'json-feed' }, 'no-board'],
  ])('%o is refused: %s', async (given, reason) => {
    const company = await plantCompany()
    const outcome = await addImport(company.recruiter, { slug: company.slug, ...given })
    expect(outcome).toEqual({ ok: false, reason })
  })

  test('a company has so many and no more, and one that refuses imports none', async () => {
    const company = await plantCompany()
    for (let i = 0; i < MAX_IMPORTS; i++) await added(company, { board: `board${i}`, kind: 'lever' })
    const more = await addImport(company.owner, { slug: company.slug, board: 'onemore', kind: 'lever' })
    expect(more).toEqual({ ok: false, reason: 'too-many' })
    expect(await listImports({ companyId: company.id })).toHaveLength(MAX_IMPORTS)
    const quiet = await plantCompany()
    await db().update(companies).set({ importsRefusedAt: sql`now()` }).where(eq(companies.id, quiet.id))
    expect(await addImport(quiet.owner, { slug: quiet.slug, ...board })).toEqual({
      ok: false,
      reason: 'refuses-imports',
    })
  })

  test('the operator alone adds boards that belong to no company', async () => {
    const company = await plantCompany()
    await expect(addBoardImport(company.owner, board)).rejects.toThrow(NotFound)
    await expect(addBoardImport({ kind: 'visitor' }, board)).rejects.toThrow(SignInNeeded)
    const admin = await plantPerson()
    await db().execute(sql`update users set kind = 'admin' where id = ${admin.userId}`)
    const made = await addBoardImport(admin, board)
    expect(made).toMatchObject({ ok: true })
    const id = made.ok ? made.value.id : ''
    expect(await findImportOf(company.owner, id, 'observer')).toBeNull()
    expect(await requireImportOf(admin, id, 'owner')).toMatchObject({ companyId: null })
  })
})

describe('publishing', () => {
  test('begins to keep it in step; what is left out is withdrawn, and nothing else', async () => {
    const company = await plantCompany()
    const { id, sourceId, answer } = await withJobs(company)
    const chosen = {
      departments: ['Sales', 'Bakery'],
      keptDepartments: ['Bakery'],
      places: [],
      keptPlaces: [],
    }
    expect(await publishImport(company.recruiter, { id, ...chosen })).toMatchObject({ ok: true })
    expect(await open(sourceId)).toBe(8)
    expect(await runOnce(sourceId, answer)).toMatchObject({ seen: 8, reopened: 0, added: 0, missing: 0 })
    const { rows } = await db().execute(sql`
      select distinct close_reason as reason from jobs where source_id = ${sourceId} and state = 'closed'`)
    expect(rows).toEqual([{ reason: 'withdrawn' }])
    expect(await tasksOf(id)).toContain('imports.run')
  })

  test('what was left out comes back when it is wanted again; what people withdrew does not', async () => {
    const company = await plantCompany()
    const sourceId = await plantImport({ companyId: company.id })
    const at = (id: string, ...places: string[]) =>
      stated(id, { locations: places.map((text) => ({ text })) })
    const answer = [at('a', 'Berlin'), at('b', 'Lyon'), at('c', 'Berlin', 'Lyon'), at('d', 'Lyon'), at('e')]
    await runOnce(sourceId, answer)
    const [row] = await db()
      .select({ id: imports.publicId })
      .from(imports)
      .where(eq(imports.sourceId, sourceId))
    const id = row?.id ?? ''
    const places = ['Berlin', 'Lyon']
    await publishImport(company.recruiter, { id, ...everything, places, keptPlaces: ['Berlin'] })
    expect(await open(sourceId)).toBe(3)
    await db().execute(sql`
      update jobs set state = 'closed', closed_at = now(), close_reason = 'withdrawn' where source_id = ${sourceId} and external_id = 'e'`)
    expect(await runOnce(sourceId, answer)).toMatchObject({ state: 'done', reopened: 0, missing: 0 })
    expect((await getImportPage(sourceId))?.missing).toEqual([])
    await publishImport(company.recruiter, { id, ...everything, places, keptPlaces: places })
    expect(await runOnce(sourceId, answer)).toMatchObject({ reopened: 2, added: 0 })
    const { rows } = await db().execute(sql`
      select external_id as id from jobs where source_id = ${sourceId} and state = 'published' order by 1`)
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('with everything left out it is refused', async () => {
    const company = await plantCompany()
    const id = await added(company)
    const nothing = { ...everything, departments: ['Sales'], keptDepartments: [] }
    expect(await publishImport(company.recruiter, { id, ...nothing })).toEqual({
      ok: false,
      reason: 'nothing-left',
    })
    expect(await requireImportOf(company.recruiter, id, 'recruiter')).toMatchObject({ state: 'preview' })
  })
})

test('a department may name the role of jobs whose titles name none; what is open is read anew for it', async () => {
  const company = await plantCompany()
  const { id, sourceId, answer } = await withJobs(company)
  const roles = 'Bakery = Nurse'
  expect(
    await publishImport(company.recruiter, { id, ...everything, departmentRoles: 'Bakery = Glassblower' }),
  ).toEqual({
    ok: false,
    reason: 'unknown-role',
  })
  await publishImport(company.recruiter, { id, ...everything, departmentRoles: roles })
  const nameless = answer.map((_, i) =>
    stated(`j${i}`, { title: `Somebody ${i}`, department: i < 2 ? 'Sales' : 'Bakery' }),
  )
  await runOnce(sourceId, nameless)
  const { rows } = await db().execute(sql`
    select role_id as role, count(*)::int as n from jobs where source_id = ${sourceId} group by 1 order by 1 nulls last`)
  expect(rows).toEqual([
    { role: 2, n: 8 },
    { role: null, n: 2 },
  ])
  await publishImport(company.recruiter, { id, ...everything, departmentRoles: '' })
  expect(await runOnce(sourceId, nameless)).toMatchObject({ changed: 0, unchanged: 10 })
  const { rows: after } = await db().execute(sql`
    select count(role_id)::int as n, (select count(*)::int from job_events e join jobs j on j.id = e.job_id
      where j.source_id = ${sourceId} and e.kind = 'edited' and e.facts -> 'changed' ? 'roleId') as told
    from jobs where source_id = ${sourceId}`)
  expect(after).toEqual([{ n: 0, told: 0 }])
})

describe('an import that goes on', () => {
  test('rests and resumes; one that rests is not run', async () => {
    const company = await plantCompany()
    const { id } = await withJobs(company)
    await pauseImport(company.recruiter, { id })
    expect(await runImportNow(company.recruiter, { id })).toEqual({ ok: false, reason: 'not-active' })
    await resumeImport(company.recruiter, { id })
    expect(await runImportNow(company.recruiter, { id })).toMatchObject({ ok: true })
  })

  test('is read as often as its people say', async () => {
    const company = await plantCompany()
    const { id, sourceId, answer } = await withJobs(company)
    await scheduleImport(company.recruiter, { id, hours: 24 })
    await runOnce(sourceId, answer)
    const { rows } = await db().execute(sql`
      select round(extract(epoch from next_run_at - now()) / 3600)::int as hours from imports where source_id = ${sourceId}`)
    expect(rows).toEqual([{ hours: 24 }])
  })

  test('a held answer is believed once somebody says so, and only that one', async () => {
    const company = await plantCompany()
    const { id, sourceId, answer } = await withJobs(company)
    expect(await runOnce(sourceId, answer.slice(0, 3))).toMatchObject({ state: 'held' })
    await believeNext(company.recruiter, { id })
    expect(await runOnce(sourceId, answer.slice(0, 3))).toMatchObject({
      state: 'done',
      missing: 7,
      closed: 7,
    })
    expect(await runOnce(sourceId, answer.slice(0, 1))).toMatchObject({ state: 'held' })
  })

  test('what is no longer shown can be closed at once by its people', async () => {
    const company = await plantCompany()
    const { id, sourceId, answer } = await withJobs(company)
    await runOnce(sourceId, answer.slice(2))
    expect((await getImportPage(sourceId))?.missing).toHaveLength(2)
    expect(await closeMissingNow(company.recruiter, { id })).toMatchObject({ ok: true, value: { closed: 2 } })
    expect(await open(sourceId)).toBe(8)
    expect((await getImportPage(sourceId))?.missing).toEqual([])
  })

  test('removed it is gone, and its jobs are withdrawn and keep their pages', async () => {
    const company = await plantCompany()
    const { id, sourceId } = await withJobs(company)
    await removeImport(company.owner, { id })
    await work('imports.end')
    expect(await open(sourceId)).toBe(0)
    expect(await listImports({ companyId: company.id })).toEqual([])
    const { rows } = await db().execute(sql`
      select count(*)::int as n from jobs where source_id = ${sourceId} and close_reason = 'withdrawn'`)
    expect(rows).toEqual([{ n: 10 }])
  })
})

describe('an import that is ending', () => {
  test('brings nothing more, can neither be kept nor added again, and is shown until its jobs are closed', async () => {
    const company = await plantCompany()
    const { id, sourceId, answer } = await withJobs(company)
    const running = await takenRun(sourceId)
    const about = await readSource(sourceId)
    const [row] = await listImports({ companyId: company.id })
    expect(await removeImport(company.owner, { id })).toMatchObject({ ok: true })
    await expect(runImport(running, about!, answerOf([...answer, stated('new')]))).rejects.toThrow(LeaseLost)
    expect(await importBoard(sourceId, { answer: answerOf(answer) })).toBeNull()
    for (const verb of [resumeImport, pauseImport, runImportNow, closeMissingNow, removeImport])
      await expect(verb(company.owner, { id })).rejects.toThrow(NotFound)
    await expect(publishImport(company.owner, { id, ...everything })).rejects.toThrow(NotFound)
    expect(await findImportOf(company.owner, id, 'observer')).toBeNull()
    const again = { slug: company.slug, kind: row?.adapter ?? '', board: row?.board ?? '' }
    expect(await addImport(company.owner, again)).toEqual({ ok: false, reason: 'is-ending' })
    expect(await listImports({ companyId: company.id })).toMatchObject([{ state: 'ending', openJobs: 10 }])
    await work('imports.end')
    expect(await listImports({ companyId: company.id })).toEqual([])
    expect(await addImport(company.owner, again)).toMatchObject({ ok: true })
  })

  test('killed on the way it has only the rest to do, and each job is closed once', async () => {
    const company = await plantCompany()
    const { id, sourceId } = await withJobs(company, 1200)
    await removeImport(company.owner, { id })
    await database.owner.query(`
      create function killed() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
      create trigger killed before update on jobs for each row when (old.external_id = 'j1100') execute function killed()`)
    await expect(work('imports.end')).rejects.toThrow()
    expect(await open(sourceId)).toBe(200)
    expect(await listImports({ companyId: company.id })).toMatchObject([{ state: 'ending', openJobs: 200 }])
    await database.owner.query('drop trigger killed on jobs; drop function killed')
    await Promise.all([work('imports.end'), work('imports.end')])
    await work('imports.end')
    const { rows } = await db().execute(sql`
      select count(*)::int as closed, count(distinct job_id)::int as jobs, max(by_user::text) as by from job_events
      where kind = 'closed' and job_id in (select id from jobs where source_id = ${sourceId} and state = 'closed')`)
    expect(rows).toEqual([{ closed: 1200, jobs: 1200, by: company.owner.userId }])
    expect(await listImports({ companyId: company.id })).toEqual([])
  })

  test('ended by two at once it is ended once, and by somebody who is no more all the same', async () => {
    const company = await plantCompany()
    const { id, sourceId } = await withJobs(company)
    const ended = await Promise.allSettled([
      removeImport(company.owner, { id }),
      removeImport(company.owner, { id }),
    ])
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await db().execute(sql`delete from users where id = ${company.owner.userId}`)
    await work('imports.end')
    expect(await open(sourceId)).toBe(0)
  })
})

test('imports that are allowed again before the worker came keep their jobs', async () => {
  const company = await plantCompany()
  const { sourceId } = await withJobs(company)
  await setImportConsent(company.owner, { slug: company.slug, imports: 'refuse' })
  expect(await countUnwanted(company.id)).toBe(10)
  await setImportConsent(company.owner, { slug: company.slug, imports: 'allow' })
  expect(await countUnwanted(company.id)).toBe(0)
  await work('imports.withdraw')
  expect(await open(sourceId)).toBe(10)
})

test('a company that refuses imports has nothing imported: not by its own, not by what was closed before', async () => {
  const company = await plantCompany()
  const { id, sourceId, answer } = await withJobs(company)
  const running = await takenRun(sourceId)
  await db().execute(sql`
    update jobs set state = 'closed', closed_at = now(), close_reason = 'source_gone' where source_id = ${sourceId} and external_id = 'j9'`)
  await db().execute(sql`
    delete from job_search s using jobs j where j.id = s.job_id and j.source_id = ${sourceId} and j.external_id = 'j9'`)
  expect(await setImportConsent(company.owner, { slug: company.slug, imports: 'refuse' })).toMatchObject({
    value: { withdrawing: 9 },
  })
  await work('imports.withdraw')
  const about = await readSource(sourceId)
  await expect(runImport(running, about!, answerOf([...answer, stated('new')]))).rejects.toThrow(LeaseLost)
  expect(await open(sourceId)).toBe(0)
  expect(await resumeImport(company.recruiter, { id })).toEqual({ ok: false, reason: 'refuses-imports' })
  expect(await publishImport(company.recruiter, { id, ...everything })).toEqual({
    ok: false,
    reason: 'refuses-imports',
  })
  expect(await importBoard(sourceId, { answer: answerOf(answer) })).toBeNull()
  await setImportConsent(company.owner, { slug: company.slug, imports: 'allow' })
  await resumeImport(company.recruiter, { id })
  expect(await runOnce(sourceId, [...answer, stated('new')])).toMatchObject({ added: 1, reopened: 1 })
})

test('a choice made while a run goes on is not undone by it', async () => {
  const company = await plantCompany()
  const { id, sourceId, answer } = await withJobs(company)
  const running = await takenRun(sourceId)
  const about = await readSource(sourceId)
  const chosen = { departments: ['Sales', 'Bakery'], keptDepartments: ['Bakery'], places: [], keptPlaces: [] }
  await publishImport(company.recruiter, { id, ...chosen })
  await expect(runImport(running, about!, answerOf(answer))).rejects.toThrow(LeaseLost)
  expect(await open(sourceId)).toBe(8)
  expect((await getImportPage(sourceId))?.runs[0]).toMatchObject({ state: 'failed' })
  expect(await runOnce(sourceId, answer)).toMatchObject({ state: 'done', reopened: 0 })
})

test('what the form does not show stays left out', async () => {
  const company = await plantCompany()
  const { id } = await withJobs(company)
  const chosen = { departments: ['Sales', 'Bakery'], keptDepartments: ['Bakery'], places: [], keptPlaces: [] }
  await publishImport(company.recruiter, { id, ...chosen })
  await publishImport(company.recruiter, {
    id,
    ...everything,
    departments: ['Bakery', 'Other'],
    keptDepartments: ['Bakery'],
  })
  expect((await requireImportOf(company.owner, id, 'owner')).settings.withoutDepartments).toEqual([
    'Sales',
    'Other',
  ])
})

test('an import of another company does not exist, and an observer changes nothing', async () => {
  const [company, other] = [await plantCompany(), await plantCompany()]
  const { id, sourceId } = await withJobs(company)
  const verbs = [runImportNow, pauseImport, resumeImport, believeNext, closeMissingNow, removeImport]
  for (const verb of verbs) {
    await expect(verb(other.owner, { id })).rejects.toThrow(NotFound)
    await expect(verb(company.observer, { id })).rejects.toThrow(Forbidden)
    await expect(verb({ kind: 'visitor' }, { id })).rejects.toThrow(SignInNeeded)
  }
  await expect(publishImport(other.owner, { id, ...everything })).rejects.toThrow(NotFound)
  await expect(addImport(other.owner, { slug: company.slug, ...board })).rejects.toThrow(NotFound)
  await expect(addImport(company.observer, { slug: company.slug, ...board })).rejects.toThrow(Forbidden)
  expect(await open(sourceId)).toBe(10)
})
