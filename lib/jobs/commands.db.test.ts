import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditLog, jobCards, jobEvents, jobSearch, jobs, openings } from '@/db/schema'
import { testDb } from '@/db/testing'
import type { Actor } from '@/db/transaction'
import { Forbidden, NotFound, SignInNeeded } from '@/lib/outcome'
import { closeJob, editJob, publishJob } from './commands'
import { createDraft, deleteDraft, discardChanges, saveDraft } from './draft-commands'
import { emptyDraft } from './input'
import { newPublicId } from './public-id'
import { plantCompany, plantDraft, plantPerson, plantTaxonomy, wholeForm } from './publishing-fixtures'
import { listJobRows } from './rows'

const board = testDb()
beforeAll(plantTaxonomy)

async function rowOf(publicId: string) {
  const [row] = await db().select().from(jobs).where(eq(jobs.publicId, publicId))
  return row!
}

async function eventsOf(publicId: string) {
  const { id } = await rowOf(publicId)
  return db()
    .select({ id: jobEvents.id, kind: jobEvents.kind, facts: jobEvents.facts, byUser: jobEvents.byUser })
    .from(jobEvents)
    .where(eq(jobEvents.jobId, id))
    .orderBy(jobEvents.id)
}

async function isListed(publicId: string): Promise<boolean> {
  const { id } = await rowOf(publicId)
  return (
    (await db().select({ id: jobSearch.jobId }).from(jobSearch).where(eq(jobSearch.jobId, id))).length === 1
  )
}

async function alertTasks(eventId: number): Promise<number> {
  const { rows } = await board.owner.query(
    `select count(*)::int as n from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'alerts.match' and (j.payload::jsonb) -> 'eventIds' @> to_jsonb($1::bigint)`,
    [eventId],
  )
  return rows[0].n
}

async function published(form = {}) {
  const company = await plantCompany()
  const jobId = await plantDraft(company.recruiter, company.id, form)
  const outcome = await publishJob(company.recruiter, { jobId })
  expect(outcome).toMatchObject({ ok: true, value: { isPublished: true } })
  return { company, jobId }
}

describe('whose job it is', () => {
  const commands: [string, (actor: Actor, jobId: string) => Promise<unknown>][] = [
    ['saveDraft', (actor, jobId) => saveDraft(actor, { jobId, form: emptyDraft })],
    ['publishJob', (actor, jobId) => publishJob(actor, { jobId })],
    ['editJob', (actor, jobId) => editJob(actor, { jobId })],
    ['closeJob', (actor, jobId) => closeJob(actor, { jobId, reason: 'filled' })],
    ['deleteDraft', (actor, jobId) => deleteDraft(actor, { jobId })],
    ['discardChanges', (actor, jobId) => discardChanges(actor, { jobId })],
  ]

  test.each(commands)(
    '%s: another company finds nothing, an observer may not, a visitor signs in first',
    async (_name, run) => {
      const company = await plantCompany()
      const other = await plantCompany()
      const jobId = await plantDraft(company.owner, company.id)
      const before = await rowOf(jobId)
      await expect(run(other.owner, jobId)).rejects.toThrow(NotFound)
      await expect(run(await plantPerson(), jobId)).rejects.toThrow(NotFound)
      await expect(run(company.owner, newPublicId())).rejects.toThrow(NotFound)
      await expect(run(company.observer, jobId)).rejects.toThrow(Forbidden)
      await expect(run({ kind: 'visitor' }, jobId)).rejects.toThrow(SignInNeeded)
      expect(await rowOf(jobId)).toEqual(before)
    },
  )

  test('createDraft: only for a company of one’s own, not as an observer', async () => {
    const company = await plantCompany()
    const other = await plantCompany()
    await expect(createDraft(other.owner, { companyId: company.id })).rejects.toThrow(NotFound)
    await expect(createDraft(company.observer, { companyId: company.id })).rejects.toThrow(Forbidden)
    await expect(createDraft({ kind: 'visitor' }, { companyId: company.id })).rejects.toThrow(SignInNeeded)
    expect(await db().select({ id: jobs.id }).from(jobs).where(eq(jobs.companyId, company.id))).toEqual([])
  })
})

describe('a draft', () => {
  test('survives as it was typed, also what nobody could publish', async () => {
    const company = await plantCompany()
    const form = { ...emptyDraft, title: ' half a ti', payMin: 'about 50k', places: 'Atlantis\n\n' }
    const jobId = await plantDraft(company.recruiter, company.id)
    await saveDraft(company.recruiter, { jobId, form })
    expect(await rowOf(jobId)).toMatchObject({
      state: 'draft',
      draft: form,
      title: '',
      firstPublishedAt: null,
    })
    expect(await isListed(jobId)).toBe(false)
  })

  test('is overwritten by the last save, which hears of a newer one elsewhere', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.recruiter, company.id)
    const first = await saveDraft(company.recruiter, { jobId, form: { ...wholeForm, title: 'One' } })
    const seenAt = first.ok ? first.value.updatedAt : ''
    const same = await saveDraft(company.recruiter, { jobId, form: { ...wholeForm, title: 'Two' }, seenAt })
    expect(same).toMatchObject({ ok: true, value: { newerElsewhere: false } })
    const stale = await saveDraft(company.owner, { jobId, form: { ...wholeForm, title: 'Three' }, seenAt })
    expect(stale).toMatchObject({ ok: true, value: { newerElsewhere: true } })
    expect((await rowOf(jobId)).draft?.title).toBe('Three')
  })

  test('of a demo company is a demo job, of a real one is not', async () => {
    const [demo, real] = await Promise.all([plantCompany({ isDemo: true }), plantCompany()])
    expect((await rowOf(await plantDraft(demo.owner, demo.id))).isDemo).toBe(true)
    expect((await rowOf(await plantDraft(real.owner, real.id))).isDemo).toBe(false)
  })

  test('can be deleted; a published job cannot', async () => {
    const { company, jobId } = await published()
    const draft = await plantDraft(company.owner, company.id)
    expect(await deleteDraft(company.owner, { jobId: draft })).toEqual({ ok: true })
    expect(await db().select({ id: jobs.id }).from(jobs).where(eq(jobs.publicId, draft))).toEqual([])
    expect(await deleteDraft(company.owner, { jobId })).toEqual({ ok: false, reason: 'not-draft' })
  })
})

describe('publishing', () => {
  test('fills the job, lists it, records it and adds the task of the alerts', async () => {
    const { company, jobId } = await published()
    const row = await rowOf(jobId)
    expect(row).toMatchObject({
      state: 'published',
      draft: null,
      title: 'Senior Backend Developer',
      slug: 'senior-backend-developer',
      roleId: 1,
      seniority: 4,
      workplace: 2,
      employmentType: 1,
      visa: 1,
      locationStated: 'Berlin, Germany; Lyon, France',
      payMin: 8_200_000n,
      payMax: 10_400_050n,
      annualMin: 8_200_000n,
      payCurrency: 'EUR',
      payPeriod: 'year',
      applyUrl: 'https://example.org/jobs/42',
    })
    expect(row.closesAt!.getTime() - row.firstPublishedAt!.getTime()).toBe(60 * 86_400_000)
    expect(row.firstSeenAt).toEqual(row.firstPublishedAt)
    const { rows } = await board.owner.query(
      `select (select array_agg(place_id order by position) from job_places where job_id = $1) as places,
        (select json_agg(json_build_array(skill_id, origin, evidence) order by skill_id) from job_skills where job_id = $1) as skills`,
      [row.id],
    )
    expect(rows[0]).toEqual({
      places: [10_001, 10_002],
      skills: [
        [1, 'stated', 'Rust'],
        [2, 'text', 'Write services over PostgreSQL'],
      ],
    })
    expect(await isListed(jobId)).toBe(true)
    const events = await eventsOf(jobId)
    expect(events).toMatchObject([{ kind: 'published', byUser: company.recruiter.userId }])
    expect(await alertTasks(events[0]!.id)).toBe(1)
    const audited = await db()
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.objectId, String(row.id)))
    expect(audited.map((entry) => entry.action)).toEqual(['job.drafted', 'job.published'])
  })

  test('names the skills that it does not know and leaves them out', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id)
    expect(await publishJob(company.owner, { jobId })).toMatchObject({
      value: { unknownSkills: ['Basket weaving'] },
    })
  })

  test('of a form with faults keeps what was typed, says why, and publishes nothing', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id)
    const form = {
      ...wholeForm,
      title: '',
      places: 'Atlantis\nBerlin, Germany',
      applyUrl: 'javascript:alert(1)',
    }
    const outcome = await publishJob(company.owner, { jobId, form })
    expect(outcome).toMatchObject({ ok: true, value: { isPublished: false } })
    expect(Object.keys(outcome.ok && !outcome.value.isPublished ? outcome.value.faults : {})).toEqual([
      'title',
      'applyUrl',
    ])
    expect(await rowOf(jobId)).toMatchObject({ state: 'draft', draft: form, openingId: null })
    expect(await eventsOf(jobId)).toEqual([])
    const atlantis = await publishJob(company.owner, {
      jobId,
      form: { ...form, title: 'Cook', applyUrl: wholeForm.applyUrl },
    })
    expect(atlantis).toMatchObject({ value: { faults: { places: expect.stringContaining('“Atlantis”') } } })
  })

  test('a last day that is over is a fault; a later one closes the job at its end', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id, { closesOn: '2020-01-01' })
    expect(await publishJob(company.owner, { jobId })).toMatchObject({
      value: { faults: { closesOn: expect.anything() } },
    })
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await publishJob(company.owner, { jobId, form: { ...wholeForm, closesOn: soon } })
    expect((await rowOf(jobId)).closesAt?.toISOString()).toBe(`${soon}T23:59:59.000Z`)
  })

  test('a remote job keeps the countries from which it may be done', async () => {
    const { jobId } = await published({
      workplace: 'remote',
      places: '',
      eligibility: 'countries',
      eligibleCountries: 'Germany, France',
    })
    const row = await rowOf(jobId)
    expect(row.eligibilityStated).toBe('Germany, France')
    const { rows } = await board.owner.query(
      'select array_agg(country_id order by 1) as ids from job_eligibility where job_id = $1',
      [row.id],
    )
    expect(rows[0].ids).toEqual([10, 11])
  })

  test('a city is no country to work from', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id, {
      workplace: 'remote',
      eligibility: 'countries',
      eligibleCountries: 'Berlin, France',
    })
    expect(await publishJob(company.owner, { jobId })).toMatchObject({
      value: { faults: { eligibleCountries: 'No country or group of countries: “Berlin”.' } },
    })
  })

  test('not stated is stored as not stated, whatever the title says', async () => {
    const { jobId } = await published({
      roleSlug: 'none',
      seniority: 'none',
      payMin: '',
      payMax: '',
      skills: '',
    })
    expect(await rowOf(jobId)).toMatchObject({ roleId: null, seniority: 0, payMin: null, payCurrency: null })
  })

  test('twice at once publishes once', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id)
    const both = await Promise.all([
      publishJob(company.owner, { jobId }),
      publishJob(company.recruiter, { jobId }),
    ])
    for (const outcome of both)
      expect(outcome).toMatchObject({ ok: true, value: { isPublished: true, state: 'published' } })
    expect((await eventsOf(jobId)).map((event) => event.kind)).toEqual(['published'])
  })

  test('two jobs of one company with the same text share an opening; another company’s does not', async () => {
    const company = await plantCompany()
    const other = await plantCompany()
    const ids = await Promise.all([
      plantDraft(company.owner, company.id),
      plantDraft(company.owner, company.id, { places: 'Lyon, France' }),
    ])
    await Promise.all(ids.map((jobId) => publishJob(company.owner, { jobId })))
    const foreign = await plantDraft(other.owner, other.id)
    await publishJob(other.owner, { jobId: foreign })
    const [one, two, three] = await Promise.all([...ids, foreign].map(rowOf))
    expect(one!.openingId).toBe(two!.openingId)
    expect(three!.openingId).not.toBe(one!.openingId)
    expect(
      await db().select({ id: openings.id }).from(openings).where(eq(openings.companyId, company.id)),
    ).toHaveLength(1)
  })

  test('a job for an opening that was closed before says that it is a repost', async () => {
    const { company, jobId } = await published()
    await closeJob(company.owner, { jobId, reason: 'withdrawn' })
    const again = await plantDraft(company.owner, company.id)
    await publishJob(company.owner, { jobId: again })
    const [old, fresh] = await Promise.all([rowOf(jobId), rowOf(again)])
    expect(fresh.repostOf).toBe(old.id)
    expect(fresh.firstPublishedAt! > old.firstPublishedAt!).toBe(true)
    expect((await eventsOf(jobId)).at(-1)).toMatchObject({ kind: 'reposted', facts: { as: again } })
  })

  test('a board that moderates holds it: not listed, not announced, not editable', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id)
    const outcome = await publishJob(company.owner, { jobId }, () => 'hold')
    expect(outcome).toMatchObject({ ok: true, value: { isPublished: true, state: 'held' } })
    expect(await rowOf(jobId)).toMatchObject({
      state: 'held',
      title: 'Senior Backend Developer',
      firstPublishedAt: null,
    })
    expect(await isListed(jobId)).toBe(false)
    expect((await eventsOf(jobId)).map((event) => event.kind)).toEqual(['held'])
    expect(await saveDraft(company.owner, { jobId, form: wholeForm })).toEqual({ ok: false, reason: 'held' })
    expect(await publishJob(company.owner, { jobId })).toEqual({ ok: false, reason: 'held' })
  })
})

describe('editing a published job', () => {
  test('records old and new pay and place, lists it anew, and first published never moves', async () => {
    const { company, jobId } = await published()
    const before = await rowOf(jobId)
    const form = { ...wholeForm, title: 'Backend Developer', payMin: '90000', places: 'Lyon, France' }
    expect(await editJob(company.recruiter, { jobId, form })).toMatchObject({
      ok: true,
      value: { isPublished: true },
    })
    const after = await rowOf(jobId)
    expect(after).toMatchObject({
      title: 'Backend Developer',
      slug: 'backend-developer',
      draft: null,
      openingId: before.openingId,
      firstPublishedAt: before.firstPublishedAt,
      firstSeenAt: before.firstSeenAt,
      closesAt: before.closesAt,
    })
    const edit = (await eventsOf(jobId)).at(-1)
    expect(await alertTasks(edit!.id)).toBe(1)
    expect(edit).toMatchObject({
      kind: 'edited',
      facts: {
        changed: ['title', 'seniority', 'pay', 'places'],
        pay: {
          old: { min: '82000', max: '104000.50', currency: 'EUR', period: 'year' },
          new: { min: '90000', max: '104000.50', currency: 'EUR', period: 'year' },
        },
        places: { old: ['Berlin', 'Lyon'], new: ['Lyon'] },
      },
    })
    const [listed] = await db().select().from(jobSearch).where(eq(jobSearch.jobId, after.id))
    expect(listed).toMatchObject({ cities: [10_002], firstPublishedAt: before.firstPublishedAt })
  })

  test('changes its row in lists at once, and closing leaves the row as it was last', async () => {
    const { company, jobId } = await published()
    const { id } = await rowOf(jobId)
    expect(await listJobRows([id])).toMatchObject([{ title: wholeForm.title, visa: 'offered' }])
    await editJob(company.owner, { jobId, form: { ...wholeForm, title: 'Nurse', visa: '' } })
    expect((await eventsOf(jobId)).at(-1)?.facts.changed).toContain('visa')
    const edited = await listJobRows([id])
    expect(edited).toMatchObject([{ title: 'Nurse', visa: null }])
    await closeJob(company.owner, { jobId, reason: 'filled' })
    expect(await listJobRows([id])).toEqual(edited)
  })

  test('a draft has no row in any list', async () => {
    const company = await plantCompany()
    const { id } = await rowOf(await plantDraft(company.owner, company.id))
    expect(await listJobRows([id])).toEqual([])
    expect(await db().select({ id: jobCards.jobId }).from(jobCards).where(eq(jobCards.jobId, id))).toEqual([])
  })

  test('with changes kept first, publishes those; without any, changes nothing', async () => {
    const { company, jobId } = await published()
    await saveDraft(company.owner, { jobId, form: { ...wholeForm, title: 'Nurse' } })
    expect(await rowOf(jobId)).toMatchObject({ title: 'Senior Backend Developer', draft: { title: 'Nurse' } })
    await editJob(company.owner, { jobId })
    expect(await rowOf(jobId)).toMatchObject({ title: 'Nurse', roleId: 2, draft: null })
    await editJob(company.owner, { jobId })
    await editJob(company.owner, { jobId, form: { ...wholeForm, title: 'Nurse' } })
    expect((await eventsOf(jobId)).map((event) => event.kind)).toEqual(['published', 'edited'])
  })

  test('with faults leaves the job as it is and keeps what was typed', async () => {
    const { company, jobId } = await published()
    const form = { ...wholeForm, text: '' }
    expect(await editJob(company.owner, { jobId, form })).toMatchObject({
      value: { faults: { text: expect.anything() } },
    })
    expect(await rowOf(jobId)).toMatchObject({ state: 'published', text: wholeForm.text.trim(), draft: form })
    await discardChanges(company.owner, { jobId })
    expect((await rowOf(jobId)).draft).toBeNull()
  })

  test('is refused for a draft and for a closed job, with the state it is in', async () => {
    const { company, jobId } = await published()
    const draft = await plantDraft(company.owner, company.id)
    expect(await editJob(company.owner, { jobId: draft })).toEqual({ ok: false, reason: 'draft' })
    await closeJob(company.owner, { jobId, reason: 'filled' })
    expect(await editJob(company.owner, { jobId, form: wholeForm })).toEqual({ ok: false, reason: 'closed' })
    expect(await publishJob(company.owner, { jobId })).toEqual({ ok: false, reason: 'closed' })
    expect(await saveDraft(company.owner, { jobId, form: wholeForm })).toEqual({
      ok: false,
      reason: 'closed',
    })
  })
})

describe('closing', () => {
  test('says when and why, takes the job off the listing and keeps its address', async () => {
    const { company, jobId } = await published()
    const before = await rowOf(jobId)
    expect(await closeJob(company.recruiter, { jobId, reason: 'filled' })).toMatchObject({ ok: true })
    const after = await rowOf(jobId)
    expect(after).toMatchObject({
      state: 'closed',
      closeReason: 'filled',
      slug: before.slug,
      firstPublishedAt: before.firstPublishedAt,
    })
    expect(after.closedAt).toBeInstanceOf(Date)
    expect(await isListed(jobId)).toBe(false)
    expect((await eventsOf(jobId)).at(-1)).toMatchObject({ kind: 'closed', facts: { reason: 'filled' } })
  })

  test('a draft cannot be closed', async () => {
    const company = await plantCompany()
    const jobId = await plantDraft(company.owner, company.id)
    expect(await closeJob(company.owner, { jobId, reason: 'filled' })).toEqual({
      ok: false,
      reason: 'not-open',
    })
  })

  test('twice at once closes once', async () => {
    const { company, jobId } = await published()
    const both = await Promise.all([
      closeJob(company.owner, { jobId, reason: 'filled' }),
      closeJob(company.recruiter, { jobId, reason: 'withdrawn' }),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(both.find((outcome) => !outcome.ok)).toEqual({ ok: false, reason: 'not-open' })
    expect((await eventsOf(jobId)).filter((event) => event.kind === 'closed')).toHaveLength(1)
  })

  test('while somebody edits: nothing is edited after the close', async () => {
    for (let round = 0; round < 5; round++) {
      const { company, jobId } = await published()
      const form = { ...wholeForm, title: `Nurse ${round}` }
      const [edited, closed] = await Promise.all([
        editJob(company.owner, { jobId, form }),
        closeJob(company.recruiter, { jobId, reason: 'filled' }),
      ])
      expect(closed.ok).toBe(true)
      expect(await isListed(jobId)).toBe(false)
      const kinds = (await eventsOf(jobId)).map((event) => event.kind)
      expect(kinds).toEqual(edited.ok ? ['published', 'edited', 'closed'] : ['published', 'closed'])
      if (!edited.ok) expect(edited.reason).toBe('closed')
      expect((await rowOf(jobId)).state).toBe('closed')
    }
  })
})

test('an idempotency key makes one draft of two requests', async () => {
  const company = await plantCompany()
  const actor: Actor = {
    ...company.owner,
    request: { id: 'r', idempotency: { key: 'key-12345678', route: 'jobs.create', body: '{}' } },
  }
  const first = await createDraft(actor, { companyId: company.id })
  const again = await createDraft(actor, { companyId: company.id })
  expect(again).toEqual(first)
  const [{ n } = { n: 0 }] = await db()
    .select({ n: sql<number>`count(*)::int` })
    .from(jobs)
    .where(eq(jobs.companyId, company.id))
  expect(n).toBe(1)
})
