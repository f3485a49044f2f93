import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { mailOutbox, roles, savedSearches, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { inTransaction } from '@/db/transaction'
import { askForSignIn, signInByLink } from '@/lib/accounts/commands'
import { askSignInInput } from '@/lib/accounts/input'
import { saveSearch } from '@/lib/alerts/commands'
import { person } from '@/lib/alerts/fixtures'
import { newSearchHref } from '@/lib/alerts/links'
import { readQuery } from '@/lib/alerts/query'
import { alertTasks } from '@/lib/alerts/tasks'
import { jobsOf, payOf, sharesBy } from '@/lib/figures/asked'
import type { Computed } from '@/lib/figures/compute'
import { knownAt } from '@/lib/figures/queries'
import { storeFigures } from '@/lib/figures/store'
import type { PayValue } from '@/lib/figures/types'
import { done } from '@/lib/outcome'
import { hasNews, newsOf, previewNews } from './queries'

testDb()
const system = { kind: 'system', name: 'test' } as const

beforeAll(async () => {
  const slugs = ['backend-developer', 'cook', 'pilot']
  await db()
    .insert(roles)
    .values(slugs.map((slug, i) => ({ id: i + 1, slug, name: slug, kind: 'test' })))
})

const jobIds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

function pay(role: string, p50: number, openings = 40, companies = 12): Computed {
  const value = { currency: 'USD', p50 } as PayValue
  return { measure: payOf(role, { country: 'US' }), value, openings, companies, jobIds: jobIds(openings) }
}

function usual(role: string, openings: number): Computed[] {
  const counts = { openings, companies: 12, jobIds: jobIds(openings) }
  const entries = [{ slug: 'US', name: 'United States', kind: null, openings }]
  return [
    { measure: jobsOf(role), value: {}, ...counts },
    { measure: sharesBy('country', role), value: { entries }, ...counts },
  ]
}

/** Figures as they were found so many days ago, and until the next time. */
async function find(role: string, daysAgo: number, computed: Computed[]): Promise<void> {
  await inTransaction(system, async (tx) => done(await storeFigures(tx, role, computed)))
  await db().execute(sql`
    update figures set computed_at = now() - make_interval(days => ${daysAgo}), checked_at = now() - make_interval(days => ${daysAgo})
    where role = ${role} and computed_at > now() - interval '1 minute'`)
  await db().execute(sql`
    update figures set superseded_at = now() - make_interval(days => ${daysAgo})
    where role = ${role} and superseded_at > now() - interval '1 minute'`)
}

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const dayAgo = (days: number) => ago(days).slice(0, 10)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsletter-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(
  file: string,
  head: string,
  { published, reviewed }: { published: number; reviewed: number },
) {
  const days = `published: ${dayAgo(published)}\nreviewed: ${dayAgo(reviewed)}\ntags: [food]`
  await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
  await writeFile(
    path.join(folder, file),
    `---\n${head}\nauthor: waypost\ndescription: Of it.\n${days}\n---\n## A\n`,
  )
}

describe('figures at a time', () => {
  test('are those that stood then: the one before the change, the one after, none once they ended', async () => {
    await find('cook', 30, [...usual('cook', 20), pay('cook', 50_000)])
    await find('cook', 10, [...usual('cook', 40), pay('cook', 60_000)])
    await find('cook', 5, usual('cook', 40))
    const measure = payOf('cook', { country: 'US' })
    const at = async (days: number) => (await knownAt([measure, jobsOf('cook')], ago(days))).find(measure)
    expect([await at(31), (await at(29))?.value.p50, (await at(11))?.value.p50]).toEqual([
      null,
      50_000,
      50_000,
    ])
    expect([(await at(9))?.value.p50, await at(4)]).toEqual([60_000, null])
    expect((await knownAt([jobsOf('cook')], ago(4))).find(jobsOf('cook'))?.openings).toBe(40)
    expect((await at(20))?.asOf.slice(0, 10)).toBe(dayAgo(30))
  })
})

describe('the news of a role', () => {
  const role = 'backend-developer'

  test('say both numbers, both days, on how many openings each rests, and lead to them', async () => {
    await find(role, 20, [...usual(role, 40), pay(role, 100_000)])
    await find(role, 2, [...usual(role, 42), pay(role, 110_000, 44, 13)])
    const news = await newsOf({ role, since: ago(9), until: ago(0) })
    const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
    expect(news?.figures).toEqual([
      {
        title: 'Median pay by year, all levels, US: 110,000 USD, was 100,000 USD',
        href: expect.stringMatching(/^\/jobs\?figure=[a-z2-7]{26}$/),
        lines: [
          `Now: 110,000 USD on ${day.format(new Date(ago(2)))}, from 44 openings at 13 companies`,
          `Before: 100,000 USD on ${day.format(new Date(ago(20)))}, from 40 openings at 12 companies`,
        ],
      },
    ])
    // What was told is not told again, and what was not moved since is nothing.
    expect((await newsOf({ role, since: ago(1), until: ago(0) }))?.figures ?? []).toEqual([])
  })

  test('name pages that are new or were reviewed in the days since, and the comparisons of the role, and no other', async () => {
    await write('guides/cook/index.md', 'role: cook\nsection: overview\ntitle: Cook', {
      published: 90,
      reviewed: 90,
    })
    await write('guides/cook/salary.md', 'role: cook\nsection: salary\ntitle: Cook salary', {
      published: 90,
      reviewed: 3,
    })
    await write('guides/cook/skills.md', 'role: cook\nsection: skills\ntitle: Skills of a cook', {
      published: 2,
      reviewed: 2,
    })
    await write('guides/cook/resume.md', 'role: cook\nsection: resume\ntitle: Resume', {
      published: 9,
      reviewed: 8,
    })
    await write('guides/baker/index.md', 'role: baker\nsection: overview\ntitle: Baker', {
      published: 2,
      reviewed: 2,
    })
    await write('comparisons/baker-vs-cook.md', 'roles: [baker, cook]\ntitle: Baker or cook?', {
      published: 4,
      reviewed: 4,
    })
    await write('comparisons/baker-vs-pilot.md', 'roles: [baker, pilot]\ntitle: Baker or pilot?', {
      published: 4,
      reviewed: 4,
    })
    const news = await newsOf({ role: 'cook', since: ago(7), until: ago(0) }, folder)
    expect(news).toMatchObject({ role: 'Cook', href: '/guides/cook', morePages: 0 })
    expect(news?.pages.map(({ title, href }) => [title, href])).toEqual([
      ['New: Skills of a cook', '/guides/cook/skills'],
      ['Reviewed: Cook salary', '/guides/cook/salary'],
      ['New: Baker or cook?', '/guides/compare/baker-vs-cook'],
    ])
    // Figures of this role changed ten and five days ago, and its pages not since yesterday.
    expect(await newsOf({ role: 'cook', since: ago(1), until: ago(0) }, folder)).toBeNull()
  })

  test('are none where the role has no guide, or lost it', async () => {
    await find('pilot', 20, [...usual('pilot', 40), pay('pilot', 100_000)])
    await find('pilot', 2, [...usual('pilot', 90), pay('pilot', 200_000)])
    expect(await newsOf({ role: 'pilot', since: ago(9), until: ago(0) }, folder)).toBeNull()
    expect([await hasNews('pilot'), await hasNews('backend-developer'), await hasNews('..')]).toEqual([
      false,
      true,
      false,
    ])
  })
})

test('before it is saved, a search shows the news that it would bring, or that it can bring none', async () => {
  const preview = async (query: string, days: number) => previewNews((await readQuery(query)).search, days)
  const found = await preview('role=backend-developer&workplace=remote', 9)
  expect(found?.inTime?.figures).toHaveLength(1)
  expect((await preview('role=backend-developer', 1))?.inTime?.figures ?? []).toEqual([])
  expect(await preview('role=pilot', 9)).toBeNull()
  expect(await preview('q=backend', 9)).toBeNull()
})

describe('a newsletter', () => {
  test('is mailed with what moved, once', async () => {
    const who = await person()
    const input = { query: 'role=backend-developer', cadence: 'weekly', news: true } as const
    const saved = await saveSearch(who.actor, input, hasNews)
    if (!saved.ok) throw new Error(saved.reason)
    await db()
      .update(savedSearches)
      .set({ newsToldAt: sql`now() - interval '9 days'` })
      .where(eq(savedSearches.id, saved.value.id))
    const deliver = alertTasks(newsOf)['alerts.deliver']
    await deliver({ savedSearchId: saved.value.id })
    expect(await db().$count(mailOutbox, eq(mailOutbox.toAddress, who.email))).toBe(0)
    await Promise.all([1, 2, 3].map(() => deliver({ savedSearchId: saved.value.id, withNews: true })))
    const mails = await db().select().from(mailOutbox).where(eq(mailOutbox.toAddress, who.email))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toMatch(/110,000 USD, was 100,000 USD\n.*Now.*\n.*Before.*\n.*\/jobs\?figure=/)
    expect(mails[0]?.html).toContain('110,000 USD, was 100,000 USD')
  })

  test('goes to nobody whose address was only typed: the proof signs in, and the press on the page subscribes', async () => {
    const email = 'only-typed@example.org'
    const next = newSearchHref({ query: 'role=backend-developer', withNews: true })
    const asked = await askForSignIn(
      { kind: 'visitor' },
      { ...askSignInInput.parse({ email, next }), flow: undefined },
    )
    expect(asked.ok).toBe(true)
    expect(await db().$count(users, eq(users.email, email))).toBe(0)
    const mails = await db().select().from(mailOutbox).where(eq(mailOutbox.toAddress, email))
    expect(mails.map(({ kind }) => kind)).toEqual(['sign_in'])
    const token = /token=([\w-]{43})/.exec(mails[0]?.text ?? '')?.[1] ?? ''
    const arrived = await signInByLink(
      { kind: 'visitor' },
      { token, replacing: undefined, admitNew: async () => {} },
    )
    expect(arrived).toMatchObject({ ok: true, value: { next } })
    const userId = arrived.ok ? arrived.value.userId : ''
    expect(await db().$count(savedSearches, eq(savedSearches.userId, userId))).toBe(0)
  })
})
