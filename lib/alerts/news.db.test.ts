import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { alertMatches, auditLog, mailOutbox, roles, savedSearches, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { changeSearch, resumeSearch, saveSearch, stopSearch, unsubscribe } from './commands'
import { addDigests, deliverAlerts, MAILS_PER_DAY } from './deliver'
import { person, publish } from './fixtures'
import { matchEvents } from './match'
import type { NewsOf } from './news'
import { unsubscribeToken } from './token'

const board = testDb()
type Person = Awaited<ReturnType<typeof person>>
type Cadence = 'instant' | 'daily' | 'weekly'

beforeAll(async () => {
  const names = ['nurse', 'cook', 'pilot']
  await db()
    .insert(roles)
    .values(names.map((slug, i) => ({ id: i + 1, slug, name: slug, kind: 'test' })))
})

const hasNews = async (role: string) => role !== 'pilot'

/** Tells what it was asked. */
const newsOf: NewsOf = async ({ role, since, until }) => ({
  ...{ role, href: `/guides/${role}`, since, morePages: 0, pages: [] },
  figures: [{ title: `Moved until ${until}`, href: '/jobs?figure=x', lines: [] }],
})
const nothing: NewsOf = async () => null

async function save(who: Person, query = 'role=nurse', cadence: Cadence = 'weekly') {
  const outcome = await saveSearch(who.actor, { query, cadence, news: true }, hasNews)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

/** As if its news had been told two weeks ago. */
async function age(id: string): Promise<void> {
  await db()
    .update(savedSearches)
    .set({ newsToldAt: sql`now() - interval '14 days'` })
    .where(eq(savedSearches.id, id))
}

async function subscriber(query?: string, cadence?: Cadence) {
  const who = await person()
  const { id } = await save(who, query, cadence)
  await age(id)
  return { who, id }
}

async function rowOf(id: string) {
  const [row] = await db().select().from(savedSearches).where(eq(savedSearches.id, id))
  if (!row) throw new Error('no search')
  return row
}

async function mailsTo(who: Person) {
  return db()
    .select({
      subject: mailOutbox.subject,
      text: mailOutbox.text,
      html: mailOutbox.html,
      headers: mailOutbox.headers,
    })
    .from(mailOutbox)
    .where(eq(mailOutbox.toAddress, who.email))
    .orderBy(mailOutbox.id)
}

async function tasksOf(id: string) {
  const { rows } = await board.app.query(
    `select key from graphile_worker.jobs where key in ($1, $2) order by key`,
    [`alerts.deliver:${id}`, `alerts.news:${id}`],
  )
  return rows.map(({ key }) => key.split(':')[0])
}

/** A job that a search for its title matches; the role of these searches is any job of it. */
async function publishNurse(title = 'Nurse') {
  const job = await publish({ title, roleId: 1 })
  await matchEvents([job.eventId])
  return job
}

describe('a search with news', () => {
  test('is a saved search like any other, whose news begin now', async () => {
    const who = await person()
    const { id, existed } = await save(who)
    expect(existed).toBe(false)
    const row = await rowOf(id)
    expect(row).toMatchObject({ newsRole: 'nurse', cadence: 'weekly', unsubscribedAt: null })
    expect(Date.now() - (row.newsToldAt?.getTime() ?? 0)).toBeLessThan(60_000)
  })

  test('saved again with news, a search has them; saved again without, it keeps them', async () => {
    const who = await person()
    const plain = await saveSearch(who.actor, { query: 'role=nurse', cadence: 'instant' }, hasNews)
    expect(plain.ok && (await rowOf(plain.value.id)).newsRole).toBeNull()
    const { id, existed } = await save(who)
    expect(existed).toBe(true)
    expect(await rowOf(id)).toMatchObject({ newsRole: 'nurse', cadence: 'instant' })
    await age(id)
    const before = await rowOf(id)
    await saveSearch(who.actor, { query: 'role=nurse', cadence: 'instant' }, hasNews)
    await save(who)
    expect(await rowOf(id)).toEqual(before)
  })

  test.each([
    ['q=nurse', 'not-one-role'],
    ['role=nurse&role=cook', 'not-one-role'],
    ['role=pilot', 'no-guides'],
    ['role=astronaut', 'not-understood'],
  ])('“%s” brings none: %s', async (query, reason) => {
    const who = await person()
    const outcome = await saveSearch(who.actor, { query, cadence: 'weekly', news: true }, hasNews)
    expect(outcome).toEqual({ ok: false, reason })
    expect(await db().$count(savedSearches, eq(savedSearches.userId, who.userId))).toBe(0)
  })

  test('two savings at once make one row with news', async () => {
    const who = await person()
    const both = await Promise.all([save(who), save(who)])
    expect(both[0].id).toBe(both[1].id)
    expect(await db().$count(savedSearches, eq(savedSearches.userId, who.userId))).toBe(1)
  })

  test('turns them off and on in one form with name and cadence, and the log says so', async () => {
    const who = await person()
    const { id } = await save(who)
    await age(id)
    const input = { id, name: 'Nurses', cadence: 'daily' } as const
    expect((await changeSearch(who.actor, { ...input, news: true }, hasNews)).ok).toBe(true)
    const kept = await rowOf(id)
    expect(Date.now() - (kept.newsToldAt?.getTime() ?? 0)).toBeGreaterThan(86_400_000)
    expect((await changeSearch(who.actor, input, hasNews)).ok).toBe(true)
    expect(await rowOf(id)).toMatchObject({
      name: 'Nurses',
      cadence: 'daily',
      newsRole: null,
      newsToldAt: null,
    })
    expect((await changeSearch(who.actor, { ...input, news: true }, hasNews)).ok).toBe(true)
    const row = await rowOf(id)
    expect(row.newsRole).toBe('nurse')
    expect(Date.now() - (row.newsToldAt?.getTime() ?? 0)).toBeLessThan(60_000)
    const told = await db()
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.objectId, id))
    expect(told.map(({ action }) => action)).toEqual(['search.saved', 'search.news_off', 'search.news_on'])
  })

  test('that is not of one role, or of one without a guide, is refused news, and nothing of it changes', async () => {
    const who = await person()
    for (const [query, reason] of [
      ['q=nurse', 'not-one-role'],
      ['role=pilot', 'no-guides'],
    ] as const) {
      const saved = await saveSearch(who.actor, { query, cadence: 'instant' })
      if (!saved.ok) throw new Error(saved.reason)
      const input = { id: saved.value.id, name: 'Other', cadence: 'weekly', news: true } as const
      expect(await changeSearch(who.actor, input, hasNews)).toEqual({ ok: false, reason })
      expect(await rowOf(saved.value.id)).toMatchObject({ cadence: 'instant', newsRole: null })
    }
  })

  test('whose guide was withdrawn can still be renamed, and turned off', async () => {
    const who = await person()
    const { id } = await save(who)
    const input = { id, name: 'Nurses', cadence: 'weekly', news: true } as const
    expect((await changeSearch(who.actor, input, async () => false)).ok).toBe(true)
    expect((await rowOf(id)).newsRole).toBe('nurse')
    expect((await changeSearch(who.actor, { ...input, news: false }, async () => false)).ok).toBe(true)
    expect((await rowOf(id)).newsRole).toBeNull()
  })

  test('of somebody else is not there, whatever is asked of its news', async () => {
    const { id } = await save(await person())
    const input = { id, name: 'Mine', cadence: 'weekly' } as const
    const other = (await person()).actor
    expect(await changeSearch(other, input, hasNews)).toEqual({ ok: false, reason: 'not-found' })
    expect(await changeSearch(other, { ...input, news: true }, hasNews)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect((await rowOf(id)).newsRole).toBe('nurse')
  })

  test('says nothing of the time in which its mails were stopped', async () => {
    const { who, id } = await subscriber()
    await stopSearch(who.actor, id)
    await resumeSearch(who.actor, id)
    expect(Date.now() - ((await rowOf(id)).newsToldAt?.getTime() ?? 0)).toBeLessThan(60_000)
    await age(id)
    await resumeSearch(who.actor, id)
    expect(Date.now() - ((await rowOf(id)).newsToldAt?.getTime() ?? 0)).toBeGreaterThan(86_400_000)
  })
})

describe('the digest of the week', () => {
  test('takes along whoever gets news, once, whatever the cadence and without a job', async () => {
    const weekly = await subscriber()
    const instant = await subscriber('role=nurse', 'instant')
    const withJob = await subscriber('role=cook', 'weekly')
    await matchEvents([(await publish({ title: 'Cook', roleId: 2 })).eventId])
    const plain = await person()
    const saved = await saveSearch(plain.actor, { query: 'role=cook', cadence: 'weekly' })
    const fresh = await save(await person())
    const stopped = await subscriber()
    await stopSearch(stopped.who.actor, stopped.id)
    await addDigests('daily')
    expect(await tasksOf(instant.id)).toEqual([])
    await addDigests('weekly')
    await addDigests('weekly')
    expect(await tasksOf(weekly.id)).toEqual(['alerts.news'])
    expect(await tasksOf(instant.id)).toEqual(['alerts.news'])
    expect(await tasksOf(withJob.id)).toEqual(['alerts.news'])
    expect(await tasksOf(saved.ok ? saved.value.id : '')).toEqual([])
    // Its news began this week.
    expect(await tasksOf(fresh.id)).toEqual([])
    expect(await tasksOf(stopped.id)).toEqual([])
  })

  test('goes without news where they are told already this week', async () => {
    const { id } = await subscriber('role=nurse')
    await publishNurse()
    await deliverAlerts(id, newsOf)
    await publishNurse()
    await addDigests('weekly')
    expect(await tasksOf(id)).toEqual(['alerts.deliver'])
  })
})

describe('a mail', () => {
  test('with news alone says so, in both of its parts', async () => {
    const { who, id } = await subscriber()
    await deliverAlerts(id, newsOf)
    const [mail, ...more] = await mailsTo(who)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('nurse: 1 figure moved')
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('There is no new job in your saved search')
      expect(part).toContain('What changed for nurse since')
      expect(part).toContain('/jobs?figure=x')
      expect(part).toContain('to be told once a week, with news of its role.')
    }
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(mail?.headers['List-Id']).toContain(id)
  })

  test('has jobs and news together, and each once, though it runs twice and at once', async () => {
    const { who, id } = await subscriber()
    await publishNurse('Night nurse')
    await Promise.all([
      deliverAlerts(id, newsOf),
      deliverAlerts(id, newsOf),
      deliverAlerts(id),
      deliverAlerts(id, newsOf),
    ])
    await deliverAlerts(id, newsOf)
    const mails = await mailsTo(who)
    expect(mails.filter(({ text }) => text.includes('* Night nurse'))).toHaveLength(1)
    expect(mails.filter(({ text }) => text.includes('Moved until'))).toHaveLength(1)
  })

  test('of a job does not bring the news of the week before it is time', async () => {
    const { who, id } = await subscriber('role=nurse', 'instant')
    await publishNurse()
    await deliverAlerts(id)
    await publishNurse()
    await deliverAlerts(id, newsOf)
    await publishNurse()
    await deliverAlerts(id, newsOf)
    expect((await mailsTo(who)).map(({ text }) => text.includes('Moved until'))).toEqual([false, true, false])
  })

  test('does not go when there is neither job nor news, and what is told later begins where the last ended', async () => {
    const { who, id } = await subscriber()
    const before = await rowOf(id)
    await deliverAlerts(id, nothing)
    expect(await mailsTo(who)).toEqual([])
    expect((await rowOf(id)).newsToldAt).toEqual(before.newsToldAt)
    const asked: { since: string; until: string }[] = []
    const noting: NewsOf = async (question) => {
      asked.push(question)
      return newsOf(question)
    }
    await deliverAlerts(id, noting)
    await db().execute(
      sql`update saved_searches set news_told_at = ${asked[0]?.until}::timestamptz - interval '7 days' where id = ${id}`,
    )
    await deliverAlerts(id, noting)
    expect(new Date(asked[0]?.since ?? '')).toEqual(before.newsToldAt)
    expect(new Date(asked[1]?.since ?? '').getTime() + 7 * 86_400_000).toBe(
      new Date(asked[0]?.until ?? '').getTime(),
    )
  })

  test('goes with the jobs alone when there are no news, as when the guide was withdrawn', async () => {
    const { who, id } = await subscriber()
    await publishNurse('Day nurse')
    await deliverAlerts(id, nothing)
    const [mail] = await mailsTo(who)
    expect(mail?.subject).toMatch(/^Day nurse at/)
    expect(mail?.text).not.toContain('What changed')
  })

  test('that dies in the middle loses and repeats nothing', async () => {
    const { who, id } = await subscriber()
    await publishNurse('Ward nurse')
    const before = await rowOf(id)
    // The outbox refuses the address after everything else was marked.
    await db().update(users).set({ email: 'broken address' }).where(eq(users.id, who.userId))
    await expect(deliverAlerts(id, newsOf)).rejects.toThrow()
    await expect(deliverAlerts(id, async () => Promise.reject(new Error('no disk')))).rejects.toThrow(
      'no disk',
    )
    expect(await rowOf(id)).toEqual(before)
    expect(await db().$count(alertMatches, sql`saved_search_id = ${id} and delivery_id is null`)).toBe(1)
    await db().update(users).set({ email: who.email }).where(eq(users.id, who.userId))
    await deliverAlerts(id, newsOf)
    const mails = await mailsTo(who)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('* Ward nurse')
    expect(mails[0]?.text).toContain('Moved until')
  })

  test('has no news that were turned off while they were found', async () => {
    const { who, id } = await subscriber()
    const turnsOff: NewsOf = async (asked) => {
      await changeSearch(who.actor, { id, name: 'Nurses', cadence: 'weekly' }, hasNews)
      return newsOf(asked)
    }
    await deliverAlerts(id, turnsOff)
    expect(await mailsTo(who)).toEqual([])
  })

  test('never goes to an address that nobody proved, nor to whoever unsubscribed or is disabled', async () => {
    const unproven = await subscriber()
    await db().update(users).set({ emailVerified: null }).where(eq(users.id, unproven.who.userId))
    const gone = await subscriber()
    await unsubscribe({ kind: 'visitor' }, unsubscribeToken(gone.id))
    const disabled = await subscriber()
    await db().update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, disabled.who.userId))
    for (const { who, id } of [unproven, gone, disabled]) {
      await deliverAlerts(id, newsOf)
      expect(await mailsTo(who)).toEqual([])
    }
  })

  test('beyond the cap of a day waits, and is still one with news', async () => {
    const { who, id } = await subscriber()
    await db().execute(
      sql`insert into alert_deliveries (saved_search_id) select ${id}::uuid from generate_series(1, ${MAILS_PER_DAY})`,
    )
    await deliverAlerts(id, newsOf)
    expect(await mailsTo(who)).toEqual([])
    expect(await tasksOf(id)).toEqual(['alerts.news'])
    const { rows } = await board.owner.query(
      `select payload ->> 'withNews' as news from graphile_worker._private_jobs where key = $1`,
      [`alerts.news:${id}`],
    )
    expect(rows).toEqual([{ news: 'true' }])
  })
})
