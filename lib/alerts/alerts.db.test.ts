import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { alertDeliveries, alertMatches, mailOutbox, savedQueries, savedSearches, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import type { SignedIn } from '@/lib/accounts/viewer'
import { sendMail } from '@/lib/mail/tasks'
import {
  changeSearch,
  deleteSearch,
  resumeSearch,
  SEARCHES_PER_PERSON,
  saveSearch,
  stopSearch,
  unsubscribe,
} from './commands'
import { addDigests, deliverAlerts, MAILS_PER_DAY } from './deliver'
import { close, edit, opening, person, publish } from './fixtures'
import { matchEvents } from './match'
import { getSentAlert, listSavedSearches, previewSearch } from './queries'
import { readQuery } from './query'
import { unsubscribeToken } from './token'

const board = testDb()
type Person = Awaited<ReturnType<typeof person>>

async function save(who: Person, query = 'q=nurse', cadence: 'instant' | 'daily' | 'weekly' = 'instant') {
  const outcome = await saveSearch(who.actor, { query, cadence })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

async function mailsTo(who: Person) {
  return db()
    .select({
      id: mailOutbox.id,
      subject: mailOutbox.subject,
      text: mailOutbox.text,
      headers: mailOutbox.headers,
      state: mailOutbox.state,
    })
    .from(mailOutbox)
    .where(eq(mailOutbox.toAddress, who.email))
    .orderBy(mailOutbox.id)
}

async function deliveryTasks(id: string): Promise<number> {
  const { rows } = await board.app.query(
    'select count(*)::int as n from graphile_worker.jobs where key = $1',
    [`alerts.deliver:${id}`],
  )
  return rows[0].n
}

function viewerOf(who: Person): SignedIn {
  return { userId: who.userId, name: null, email: who.email, kind: 'member', isDemo: false, companies: [] }
}

test('a published job that matches is mailed once, though every task runs twice and at once', async () => {
  const who = await person()
  const saved = await save(who)
  const job = await publish({ title: 'Night nurse' })
  await Promise.all([matchEvents([job.eventId]), matchEvents([job.eventId])])
  await matchEvents([job.eventId])
  expect(await deliveryTasks(saved.id)).toBe(1)
  await Promise.all([1, 2, 3].map(() => deliverAlerts(saved.id)))
  await deliverAlerts(saved.id)
  const mails = await mailsTo(who)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.subject).toMatch(/^Night nurse at Company/)
  expect(mails[0]!.text).toContain('/jobs/')
})

test('a job that does not match is neither noted nor mailed', async () => {
  const who = await person()
  const saved = await save(who, 'q=plumber')
  await matchEvents([(await publish({ title: 'Nurse' })).eventId])
  await deliverAlerts(saved.id)
  expect(await db().$count(alertMatches, eq(alertMatches.savedSearchId, saved.id))).toBe(0)
  expect(await mailsTo(who)).toHaveLength(0)
})

test('a search with an exclusion only is matched too, and the exclusion holds', async () => {
  const who = await person()
  const saved = await save(who, 'not.seniority=junior')
  await matchEvents([(await publish({ seniority: 2 })).eventId])
  await matchEvents([(await publish({ seniority: 4, title: 'Matron' })).eventId])
  await deliverAlerts(saved.id)
  const [mail] = await mailsTo(who)
  expect(mail?.subject).toMatch(/^Matron at/)
})

test('a job that matches only since it was edited is mailed once, to whoever saved the search before it was published', async () => {
  const [early, late] = [await person(), await person()]
  const one = await save(early, 'q=blacksmith')
  const job = await publish({ title: 'Smith' })
  await matchEvents([job.eventId])
  const two = await save(late, 'q=blacksmith')
  for (const title of ['Blacksmith', 'Blacksmith and farrier'])
    await matchEvents([await edit(job.jobId, title)])
  await deliverAlerts(one.id)
  await deliverAlerts(two.id)
  await matchEvents([await edit(job.jobId, 'Chief blacksmith')])
  await deliverAlerts(one.id)
  expect((await mailsTo(early)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Blacksmith and farrier at/),
  ])
  expect(await mailsTo(late)).toHaveLength(0)
})

test('a job published before the search was saved is not mailed: the person saw it', async () => {
  const who = await person()
  const job = await publish()
  const saved = await save(who)
  await matchEvents([job.eventId])
  expect(await deliveryTasks(saved.id)).toBe(0)
})

test('a job that closed before its mail was written is never mailed', async () => {
  const who = await person()
  const saved = await save(who)
  const job = await publish()
  await matchEvents([job.eventId])
  await close(job.jobId)
  await deliverAlerts(saved.id)
  expect(await mailsTo(who)).toHaveLength(0)
  expect(await db().$count(alertMatches, eq(alertMatches.savedSearchId, saved.id))).toBe(0)
})

test('one opening in three cities is one line of one mail, also when the first of them has closed', async () => {
  const who = await person()
  const saved = await save(who, 'q=cardiologist')
  const of = await opening()
  const copies = [
    await publish({ title: 'Cardiologist', of }),
    await publish({ title: 'Cardiologist', of }),
    await publish({ title: 'Cardiologist', of }),
  ]
  for (const { eventId } of copies) await matchEvents([eventId])
  await close(copies[0]!.jobId)
  await deliverAlerts(saved.id)
  const mails = await mailsTo(who)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.text.match(/\* Cardiologist/g)).toHaveLength(1)
})

test('several jobs are one mail, and a repost of an opening that was told is not told again', async () => {
  const who = await person()
  const saved = await save(who, 'q=surgeon')
  const one = await publish({ title: 'Surgeon one' })
  const two = await publish({ title: 'Surgeon two' })
  for (const { eventId } of [one, two]) await matchEvents([eventId])
  await deliverAlerts(saved.id)
  await close(one.jobId)
  await matchEvents([(await publish({ title: 'Surgeon one', of: one })).eventId])
  await deliverAlerts(saved.id)
  const mails = await mailsTo(who)
  expect(mails.map(({ subject }) => subject)).toEqual(['2 new jobs: “surgeon”'])
})

test('a capped list leads to exactly the jobs of that mail, for their owner alone', async () => {
  const who = await person()
  const saved = await save(who, 'q=midwife')
  for (let i = 0; i < 23; i++) await matchEvents([(await publish({ title: `Midwife ${i}` })).eventId])
  await deliverAlerts(saved.id)
  const [mail] = await mailsTo(who)
  expect(mail!.text.match(/^\* Midwife/gm)).toHaveLength(20)
  const id = Number(/\/account\/searches\/alerts\/(\d+)/.exec(mail!.text)?.[1])
  expect((await getSentAlert(viewerOf(who), id))?.jobs).toHaveLength(23)
  expect(await getSentAlert(viewerOf(await person()), id)).toBeNull()
})

test('more mails than the cap of a day wait, and their task is put off', async () => {
  const who = await person()
  const saved = await save(who, 'q=dentist')
  for (let i = 0; i < MAILS_PER_DAY; i++)
    await db().insert(alertDeliveries).values({ savedSearchId: saved.id })
  await matchEvents([(await publish({ title: 'Dentist' })).eventId])
  await deliverAlerts(saved.id)
  expect(await mailsTo(who)).toHaveLength(0)
  const { rows } = await board.app.query(
    `select run_at > now() + interval '23 hours' as later from graphile_worker.jobs where key = $1`,
    [`alerts.deliver:${saved.id}`],
  )
  expect(rows).toEqual([{ later: true }])
})

test('a daily search waits for its digest; a weekly one does not come with it', async () => {
  const daily = await person()
  const weekly = await person()
  const one = await save(daily, 'q=porter', 'daily')
  const two = await save(weekly, 'q=porter', 'weekly')
  await matchEvents([(await publish({ title: 'Porter' })).eventId])
  expect([await deliveryTasks(one.id), await deliveryTasks(two.id)]).toEqual([0, 0])
  await addDigests('daily')
  expect([await deliveryTasks(one.id), await deliveryTasks(two.id)]).toEqual([1, 0])
  await addDigests('weekly')
  expect(await deliveryTasks(two.id)).toBe(1)
})

test('the mail can be stopped with one click, before the next send and for what is queued', async () => {
  const who = await person()
  const saved = await save(who, 'q=baker')
  await matchEvents([(await publish({ title: 'Baker' })).eventId])
  await deliverAlerts(saved.id)
  const [mail] = await mailsTo(who)
  expect(mail!.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const address = /^<(.*)>$/.exec(mail!.headers['List-Unsubscribe'] ?? '')?.[1]
  const token = new URL(address!).searchParams.get('token')!
  expect(address).not.toContain('@')
  expect((await unsubscribe({ kind: 'visitor' }, token)).ok).toBe(true)
  expect((await unsubscribe({ kind: 'visitor' }, token)).ok).toBe(true)
  await sendMail(mail!.id, { attempts: 1, max_attempts: 12 })
  expect((await mailsTo(who)).map(({ state }) => state)).toEqual(['suppressed'])
  await matchEvents([(await publish({ title: 'Baker' })).eventId])
  expect(await deliveryTasks(saved.id)).toBe(1)
  expect(await db().$count(alertMatches, eq(alertMatches.savedSearchId, saved.id))).toBe(1)
})

test('a forged token, and one of a deleted search, stop nothing', async () => {
  const who = await person()
  const saved = await save(who)
  expect(await unsubscribe({ kind: 'visitor' }, 'A'.repeat(43))).toEqual({ ok: false, reason: 'not-found' })
  await deleteSearch(who.actor, saved.id)
  expect(await unsubscribe({ kind: 'visitor' }, unsubscribeToken(saved.id))).toEqual({
    ok: false,
    reason: 'not-found',
  })
})

test('what was matched while mails were stopped is not mailed when they start again', async () => {
  const who = await person()
  const saved = await save(who, 'q=welder')
  await matchEvents([(await publish({ title: 'Welder' })).eventId])
  await stopSearch(who.actor, saved.id)
  await matchEvents([(await publish({ title: 'Welder' })).eventId])
  await resumeSearch(who.actor, saved.id)
  await deliverAlerts(saved.id)
  expect(await mailsTo(who)).toHaveLength(0)
})

test('a disabled person gets no alert', async () => {
  const who = await person()
  const saved = await save(who, 'q=glazier')
  await matchEvents([(await publish({ title: 'Glazier' })).eventId])
  await db().update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, who.userId))
  await deliverAlerts(saved.id)
  expect(await mailsTo(who)).toHaveLength(0)
})

test('saving the same search twice, in another order and from another page, answers the first', async () => {
  const who = await person()
  const first = await save(who, 'seniority=senior&q=nurse')
  const again = await save(who, 'q=nurse&seniority=senior&limit=50')
  expect(again).toEqual({ ...first, existed: true })
  await stopSearch(who.actor, first.id)
  await save(who, 'seniority=senior&q=nurse')
  expect((await listSavedSearches(viewerOf(who))).map(({ isStopped }) => isStopped)).toEqual([false])
})

test('two savings at once make one row', async () => {
  const who = await person()
  const both = await Promise.all([save(who, 'q=twice'), save(who, 'q=twice')])
  expect(both[0].id).toBe(both[1].id)
  expect(await db().$count(savedSearches, eq(savedSearches.userId, who.userId))).toBe(1)
})

test('a query with a part that is not understood is refused', async () => {
  const who = await person()
  for (const query of ['seniority=wizard', 'pay=much', 'q=a&q=b', 'role=none-such', 'colour=red']) {
    expect(await saveSearch(who.actor, { query, cadence: 'instant' })).toEqual({
      ok: false,
      reason: 'not-understood',
    })
  }
})

test('the fifty-first saved search is refused', async () => {
  const who = await person()
  for (let i = 0; i < SEARCHES_PER_PERSON; i++) await save(who, `q=word${i}`)
  expect(await saveSearch(who.actor, { query: 'q=word50', cadence: 'instant' })).toEqual({
    ok: false,
    reason: 'too-many',
  })
  expect((await save(who, 'q=word1')).existed).toBe(true)
})

test("somebody else's saved search is not there", async () => {
  const saved = await save(await person())
  const other = await person()
  const missing = { ok: false, reason: 'not-found' }
  expect(await changeSearch(other.actor, { id: saved.id, name: 'mine', cadence: 'daily' })).toEqual(missing)
  expect(await stopSearch(other.actor, saved.id)).toEqual(missing)
  expect(await resumeSearch(other.actor, saved.id)).toEqual(missing)
  expect(await deleteSearch(other.actor, saved.id)).toEqual(missing)
  expect(await listSavedSearches(viewerOf(other))).toEqual([])
})

test('a line break in a name adds no header and no second line', async () => {
  const who = await person()
  const saved = await save(who, 'q=tailor')
  await changeSearch(who.actor, {
    id: saved.id,
    name: 'Tailors\r\nBcc: victim@example.org',
    cadence: 'instant',
  })
  for (const n of [1, 2]) await matchEvents([(await publish({ title: `Tailor\r\n${n}` })).eventId])
  await deliverAlerts(saved.id)
  const [mail] = await mailsTo(who)
  expect(mail!.subject).toBe('2 new jobs: Tailors Bcc: victim@example.org')
})

test('deleting a search that has mailed takes everything of it along', async () => {
  const who = await person()
  const saved = await save(who, 'q=mason')
  await matchEvents([(await publish({ title: 'Mason' })).eventId])
  await deliverAlerts(saved.id)
  expect((await deleteSearch(who.actor, saved.id)).ok).toBe(true)
  expect(await db().$count(alertDeliveries, eq(alertDeliveries.savedSearchId, saved.id))).toBe(0)
  expect((await mailsTo(who)).map(({ state }) => state)).toEqual(['suppressed'])
})

test('the list counts as the page does, and the preview folds copies and days', async () => {
  const who = await person()
  await save(who, 'q=brewer')
  const of = await opening()
  await publish({ title: 'Brewer', of })
  await publish({ title: 'Brewer', of })
  await publish({ title: 'Brewer' })
  const [row] = await listSavedSearches(viewerOf(who))
  expect(row).toMatchObject({ openJobs: 3, recentJobs: 3, parts: ['“brewer”'] })
  const preview = await previewSearch((await readQuery('q=brewer')).search)
  expect(preview).toMatchObject({ openings: 2, mostInADay: 2 })
  expect(preview.newest).toHaveLength(2)
})

test('the same query of two people is stored once', async () => {
  const canonical = (await save(await person(), 'q=sailor')).canonical
  await save(await person(), 'q=sailor')
  expect(await db().$count(savedQueries, eq(savedQueries.canonical, canonical))).toBe(1)
})
