import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { companies, companyClaims, companyMembers, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { plantCompany, plantPerson } from '@/lib/jobs/publishing-fixtures'
import { NotFound, SignInNeeded } from '@/lib/outcome'
import { getClaimPage, listWaitingClaims } from './claim-queries'
import { checkClaim, claimCompany, decideClaim } from './claims'
import { type Look, lookAtClaim } from './tasks'

testDb()

/** A company that nobody keeps. */
async function imported(
  website: string | null = 'https://www.sud-bakery.com/',
): Promise<{ id: number; slug: string }> {
  const [made] = await db()
    .insert(companies)
    .values({ slug: `imported-${randomUUID()}`, name: 'Sud Bakery', website })
    .returning({ id: companies.id, slug: companies.slug })
  if (!made) throw new Error('no company')
  return made
}

async function personAt(email: string, isVerified = true) {
  const person = await plantPerson()
  await db()
    .update(users)
    .set({ email, emailVerified: isVerified ? sql`now()` : null })
    .where(eq(users.id, person.userId))
  return person
}

async function ownersOf(companyId: number): Promise<string[]> {
  const rows = await db().select().from(companyMembers).where(eq(companyMembers.companyId, companyId))
  return rows.filter((row) => row.role === 'owner').map((row) => row.userId)
}

async function claimOf(userId: string, slug: string) {
  const claim = (await getClaimPage(userId, slug))?.claims[0]
  if (!claim) throw new Error('no claim')
  return claim
}

const answer = (body: string, url?: string): Look['fetch'] => {
  const fetch: Look['fetch'] = async (asked) => ({
    ok: true,
    status: 200,
    url: url ?? asked,
    headers: { etag: null, lastModified: null, contentType: 'text/plain', retryAfterSeconds: null },
    body,
  })
  return fetch
}
const noRecords: Look['records'] = async () => {
  throw new Error('ENODATA')
}

test('a signed-in address of an office at the domain of the company is proof enough', async () => {
  const company = await imported()
  const person = await personAt('jobs@sud-bakery.com')
  expect(
    await claimCompany(person, { slug: company.slug, domain: 'https://sud-bakery.com/jobs' }),
  ).toMatchObject({
    value: { state: 'granted' },
  })
  expect(await ownersOf(company.id)).toEqual([person.userId])
})

test('an address that was never confirmed, or at another domain, is none', async () => {
  const company = await imported()
  const people = [await personAt('hr@sud-bakery.com', false), await personAt('hr@evil-sud-bakery.com')]
  for (const person of people) {
    expect(await claimCompany(person, { slug: company.slug, domain: 'sud-bakery.com' })).toMatchObject({
      value: { state: 'open' },
    })
  }
  expect(await ownersOf(company.id)).toEqual([])
  expect(await listWaitingClaims()).toEqual([])
})

test('an address of one of many at the domain makes no owner: the operator is asked, and a proof still counts', async () => {
  const [company, other] = [
    await imported('https://www.graz-university.com'),
    await imported('https://graz-university.com'),
  ]
  const student = await personAt('s.huber@graz-university.com')
  for (const { slug } of [company, other])
    expect(await claimCompany(student, { slug, domain: 'graz-university.com' })).toMatchObject({
      value: { state: 'open' },
    })
  expect([await ownersOf(company.id), await ownersOf(other.id)]).toEqual([[], []])
  const { id, token, isWaiting } = await claimOf(student.userId, company.slug)
  expect(isWaiting).toBe(true)
  const second = await claimOf(student.userId, other.slug)
  expect(await listWaitingClaims()).toMatchObject([
    { id, isProven: false, email: 's.huber@graz-university.com' },
    { id: second.id, isProven: false },
  ])
  const admin = await plantPerson()
  await db().update(users).set({ kind: 'admin' }).where(eq(users.id, admin.userId))
  await expect(decideClaim(student, { id, verdict: 'grant' })).rejects.toThrow(NotFound)
  expect(await decideClaim(admin, { id: second.id, verdict: 'refuse' })).toMatchObject({ ok: true })
  await lookAtClaim(second.id, { fetch: answer(second.token), records: noRecords })
  expect(await ownersOf(other.id)).toEqual([])
  await lookAtClaim(id, { fetch: answer(token), records: noRecords })
  expect(await ownersOf(company.id)).toEqual([student.userId])
  expect(await decideClaim(admin, { id, verdict: 'refuse' })).toEqual({ ok: false, reason: 'not-waiting' })
})

test('the operator decides of no claim of somebody whose address is elsewhere', async () => {
  const company = await imported()
  const person = await personAt('info@elsewhere.com')
  await claimCompany(person, { slug: company.slug, domain: 'sud-bakery.com' })
  const { id, isWaiting } = await claimOf(person.userId, company.slug)
  const admin = await plantPerson()
  await db().update(users).set({ kind: 'admin' }).where(eq(users.id, admin.userId))
  expect(isWaiting).toBe(false)
  expect(await decideClaim(admin, { id, verdict: 'grant' })).toEqual({ ok: false, reason: 'not-waiting' })
  expect(await ownersOf(company.id)).toEqual([])
})

test('a file or a DNS record with the code proves the domain; another code, and one of another site, do not', async () => {
  const company = await imported()
  const person = await personAt('baker@example.org')
  await claimCompany(person, { slug: company.slug, domain: 'www.sud-bakery.com' })
  const { id, token } = await claimOf(person.userId, company.slug)
  await lookAtClaim(id, { fetch: answer(`not ${token}x`), records: noRecords })
  expect(await claimOf(person.userId, company.slug)).toMatchObject({
    state: 'open',
    lastError: expect.stringContaining('does not hold the code'),
  })
  await lookAtClaim(id, { fetch: answer(token, 'https://evil.com/x'), records: noRecords })
  expect(await ownersOf(company.id)).toEqual([])
  await lookAtClaim(id, { fetch: answer('no'), records: async () => [['waypost-claim=', token]] })
  expect(await ownersOf(company.id)).toEqual([person.userId])
  const other = await imported()
  await claimCompany(person, { slug: other.slug, domain: 'sud-bakery.com' })
  const second = await claimOf(person.userId, other.slug)
  await lookAtClaim(second.id, { fetch: answer(`${second.token}\n`), records: noRecords })
  expect(await ownersOf(other.id)).toEqual([person.userId])
})

test('a domain that nothing here connects with the company waits for the operator', async () => {
  const company = await imported(null)
  const person = await personAt('careers@sud-bakery.com')
  expect(await claimCompany(person, { slug: company.slug, domain: 'sud-bakery.com' })).toMatchObject({
    value: { state: 'proven' },
  })
  expect(await ownersOf(company.id)).toEqual([])
  const { id } = await claimOf(person.userId, company.slug)
  expect(await listWaitingClaims()).toMatchObject([{ id, domain: 'sud-bakery.com', isProven: true }])
  await expect(decideClaim(person, { id, verdict: 'grant' })).rejects.toThrow(NotFound)
  const admin = await plantPerson()
  await db().update(users).set({ kind: 'admin' }).where(eq(users.id, admin.userId))
  expect(await decideClaim(admin, { id, verdict: 'grant' })).toMatchObject({ ok: true })
  expect(await ownersOf(company.id)).toEqual([person.userId])
  expect(await decideClaim(admin, { id, verdict: 'refuse' })).toEqual({ ok: false, reason: 'not-waiting' })
})

test.each([
  ['gmail.com', 'anybodys'],
  ['yahoo.co.uk', 'anybodys'],
  ['posteo.de', 'anybodys'],
  ['boards.greenhouse.io', 'anybodys'],
  ['localhost', 'no-domain'],
  ['127.0.0.1', 'no-domain'],
  ['nonsense', 'no-domain'],
  ['company.local', 'no-domain'],
])('the domain %s is refused: %s', async (domain, reason) => {
  const company = await imported()
  const person = await plantPerson()
  expect(await claimCompany(person, { slug: company.slug, domain })).toEqual({ ok: false, reason })
})

test('a company that has people cannot be claimed, also when they came while a claim was open', async () => {
  const kept = await plantCompany()
  const person = await personAt('info@sud-bakery.com')
  expect(await claimCompany(person, { slug: kept.slug, domain: 'sud-bakery.com' })).toEqual({
    ok: false,
    reason: 'has-people',
  })
  const company = await imported()
  const slow = await personAt('slow@example.org')
  await claimCompany(slow, { slug: company.slug, domain: 'sud-bakery.com' })
  const { id, token } = await claimOf(slow.userId, company.slug)
  await claimCompany(person, { slug: company.slug, domain: 'sud-bakery.com' })
  await lookAtClaim(id, { fetch: answer(token), records: noRecords })
  expect(await ownersOf(company.id)).toEqual([person.userId])
})

test('a claim is its person’s own, and a visitor has none', async () => {
  const company = await imported()
  const [person, stranger] = [await plantPerson(), await plantPerson()]
  await claimCompany(person, { slug: company.slug, domain: 'sud-bakery.com' })
  const { id } = await claimOf(person.userId, company.slug)
  await expect(checkClaim(stranger, { id })).rejects.toThrow(NotFound)
  await expect(checkClaim(person, { id: 'no id' })).rejects.toThrow(NotFound)
  await expect(claimCompany({ kind: 'visitor' }, { slug: company.slug, domain: 'x.com' })).rejects.toThrow(
    SignInNeeded,
  )
  await expect(claimCompany(person, { slug: 'no-such', domain: 'x-y.com' })).rejects.toThrow(NotFound)
  expect((await getClaimPage(stranger.userId, company.slug))?.claims).toEqual([])
  expect(await db().select().from(companyClaims).where(eq(companyClaims.id, id))).toHaveLength(1)
})
