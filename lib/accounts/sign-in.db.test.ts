import { and, desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import {
  auditLog,
  authSessions,
  companies,
  companyMembers,
  mailedProofs,
  mailOutbox,
  users,
} from '@/db/schema'
import { testDb } from '@/db/testing'
import type { Actor } from '@/db/transaction'
import {
  askForSignIn,
  createAdmin,
  signInByCode,
  signInByLink,
  signOutEverywhere,
  signOutHere,
} from './commands'
import { getOpenProof, getProofOfFlow, getViewer } from './queries'
import { CODE_TRIES, MAILS_TO_STRANGERS_A_DAY } from './rules'
import { freshToken, hashToken } from './secrets'

testDb()

const visitor: Actor = { kind: 'visitor' }
const admitNew = async () => {}
let count = 0
const someone = () => `person${++count}@example.org`

async function ask(email: string, { next = '/', flow }: { next?: string; flow?: string } = {}) {
  const asked = await askForSignIn(visitor, { email, next, flow })
  if (!asked.ok) throw new Error('refused')
  return { flow: asked.value, ...(await newestMail(email)) }
}

async function newestMail(email: string) {
  const [mail] = await db()
    .select({ text: mailOutbox.text })
    .from(mailOutbox)
    .where(eq(mailOutbox.toAddress, email))
    .orderBy(desc(mailOutbox.id))
    .limit(1)
  const token = /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  const code = /^ {4}(\d{6})$/m.exec(mail?.text ?? '')?.[1] ?? ''
  return { token, code }
}

async function signIn(email: string, replacing?: string) {
  const { token } = await ask(email)
  const outcome = await signInByLink(visitor, { token, replacing, admitNew })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

async function age(email: string, minutes: number) {
  await db()
    .update(mailedProofs)
    .set({ expiresAt: sql`${mailedProofs.expiresAt} - make_interval(mins => ${minutes})` })
    .where(eq(mailedProofs.email, email))
}

const mailsTo = (email: string) => db().$count(mailOutbox, eq(mailOutbox.toAddress, email))
const sessionsOf = (userId: string) => db().$count(authSessions, eq(authSessions.userId, userId))

test('the link of the mail makes a person of whoever reads it, and signs them in', async () => {
  const email = someone()
  const { token } = await ask(email, { next: '/jobs?q=sql' })
  expect(await db().$count(users, eq(users.email, email))).toBe(0)
  const outcome = await signInByLink(visitor, { token, replacing: undefined, admitNew })
  expect(outcome).toMatchObject({ ok: true, value: { next: '/jobs?q=sql' } })
  const viewer = outcome.ok ? await getViewer(outcome.value.sessionToken) : null
  expect(viewer).toMatchObject({ email, kind: 'member', isDemo: false, companies: [] })
  expect(
    await db().$count(
      auditLog,
      and(eq(auditLog.action, 'session.open'), eq(auditLog.actorId, viewer?.userId ?? '')),
    ),
  ).toBe(1)
})

test('the code signs in too, in the browser that asked', async () => {
  const email = someone()
  const { flow, code } = await ask(email)
  expect(await signInByCode(visitor, { code, flow, replacing: undefined, admitNew })).toMatchObject({
    ok: true,
  })
})

test('only hashes of link, code, flow and session are kept (B01)', async () => {
  const email = someone()
  const { flow, token, code } = await ask(email)
  const { sessionToken } = await signIn(email)
  const rows = await db().select().from(mailedProofs).where(eq(mailedProofs.email, email))
  const sessions = await db().select({ token: authSessions.sessionToken }).from(authSessions)
  const stored = JSON.stringify([rows, sessions])
  for (const secret of [flow, token, `"${code}"`, sessionToken]) expect(stored).not.toContain(secret)
})

test('each sign-in has a token of its own and ends the session that the browser had (B01)', async () => {
  const email = someone()
  const first = await signIn(email)
  const second = await signIn(email, first.sessionToken)
  expect(second.sessionToken).not.toBe(first.sessionToken)
  expect(await getViewer(first.sessionToken)).toBeNull()
  expect(await getViewer(second.sessionToken)).toMatchObject({ email })
})

test('a token that was planted before signing in is worth nothing (B01)', async () => {
  const planted = freshToken()
  const { sessionToken } = await signIn(someone(), planted)
  expect(sessionToken).not.toBe(planted)
  expect(await getViewer(planted)).toBeNull()
})

test('a copied cookie is worth nothing after sign-out (B02)', async () => {
  const { sessionToken, userId } = await signIn(someone())
  await signOutHere({ kind: 'person', userId }, sessionToken)
  expect(await getViewer(sessionToken)).toBeNull()
})

test('signing out everywhere ends every session of this person and of nobody else', async () => {
  const email = someone()
  const here = await signIn(email)
  const there = await signIn(email)
  const other = await signIn(someone())
  await signOutEverywhere({ kind: 'person', userId: here.userId })
  expect(await sessionsOf(here.userId)).toBe(0)
  expect(await getViewer(there.sessionToken)).toBeNull()
  expect(await getViewer(other.sessionToken)).not.toBeNull()
})

test('a disabled person is signed out at the next request, and does not come in again (B03)', async () => {
  const email = someone()
  const { sessionToken, userId } = await signIn(email)
  await db().update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, userId))
  expect(await getViewer(sessionToken)).toBeNull()
  const { token, flow, code } = await ask(email)
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'disabled',
  })
  expect(await signInByCode(visitor, { code, flow, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'disabled',
  })
})

test('a membership that was taken away is gone at the next request (B03)', async () => {
  const { sessionToken, userId } = await signIn(someone())
  const [company] = await db()
    .insert(companies)
    .values({ slug: 'acme', name: 'Acme' })
    .returning({ id: companies.id })
  await db().insert(companyMembers).values({ companyId: company!.id, userId, role: 'owner' })
  expect((await getViewer(sessionToken))?.companies).toEqual([
    { id: company!.id, slug: 'acme', name: 'Acme', role: 'owner' },
  ])
  await db().delete(companyMembers).where(eq(companyMembers.userId, userId))
  expect((await getViewer(sessionToken))?.companies).toEqual([])
})

test('link and code work once, whichever came first (B07)', async () => {
  const email = someone()
  const byLink = await ask(email)
  expect(await signInByLink(visitor, { token: byLink.token, replacing: undefined, admitNew })).toMatchObject({
    ok: true,
  })
  expect(await signInByLink(visitor, { token: byLink.token, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'spent',
  })
  expect(await signInByCode(visitor, { ...byLink, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'spent',
  })
  const byCode = await ask(email)
  expect(await signInByCode(visitor, { ...byCode, replacing: undefined, admitNew })).toMatchObject({
    ok: true,
  })
  expect(await signInByLink(visitor, { token: byCode.token, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'spent',
  })
})

test('of twenty that use one link at once, one is signed in (B07)', async () => {
  const { token } = await ask(someone())
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => signInByLink(visitor, { token, replacing: undefined, admitNew })),
  )
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test('after ten minutes link and code are spent (B07)', async () => {
  const email = someone()
  const { token, flow, code } = await ask(email)
  await age(email, 11)
  expect(await getOpenProof(token, 'sign_in')).toBeNull()
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'spent',
  })
  expect(await signInByCode(visitor, { code, flow, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'spent',
  })
})

test('a code does not work in another browser, a link does (B07)', async () => {
  const email = someone()
  const { token, code } = await ask(email)
  const other = await ask(someone())
  for (const flow of [undefined, '', 'x', freshToken(), other.flow]) {
    const outcome = await signInByCode(visitor, { code, flow, replacing: undefined, admitNew })
    expect(outcome.ok).toBe(false)
  }
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toMatchObject({ ok: true })
})

test('opening the link as often as a scanner likes uses nothing up (B08)', async () => {
  const email = someone()
  const { token } = await ask(email)
  for (let opened = 0; opened < 5; opened++) expect(await getOpenProof(token, 'sign_in')).toEqual({ email })
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toMatchObject({ ok: true })
})

test('five wrong codes kill the code, not the link (B06)', async () => {
  const { token, flow, code } = await ask(someone())
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < CODE_TRIES; tries++) {
    expect(await signInByCode(visitor, { code: wrong, flow, replacing: undefined, admitNew })).toEqual({
      ok: false,
      reason: 'wrong',
    })
  }
  expect(await signInByCode(visitor, { code, flow, replacing: undefined, admitNew })).toEqual({
    ok: false,
    reason: 'worn-out',
  })
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toMatchObject({ ok: true })
})

test('a hundred guesses at once are five tries (B06)', async () => {
  const { flow, code } = await ask(someone())
  const wrong = code === '000000' ? '000001' : '000000'
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, () =>
      signInByCode(visitor, { code: wrong, flow, replacing: undefined, admitNew }),
    ),
  )
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong')).toHaveLength(CODE_TRIES)
})

test('too many new people from one network leave the link unspent', async () => {
  const email = someone()
  const { token } = await ask(email)
  const full = () => Promise.reject(new Error('too many'))
  await expect(signInByLink(visitor, { token, replacing: undefined, admitNew: full })).rejects.toThrow(
    'too many',
  )
  expect(await db().$count(users, eq(users.email, email))).toBe(0)
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toMatchObject({ ok: true })
  const again = await ask(email)
  expect(
    await signInByLink(visitor, { token: again.token, replacing: undefined, admitNew: full }),
  ).toMatchObject({ ok: true })
})

test('a stranger causes few mails a day; a known person gets each they ask for (D20)', async () => {
  const email = someone()
  await Promise.all(
    Array.from({ length: 8 }, () => askForSignIn(visitor, { email, next: '/', flow: undefined })),
  )
  expect(await mailsTo(email)).toBe(MAILS_TO_STRANGERS_A_DAY)
  const { token } = await newestMail(email)
  expect(await signInByLink(visitor, { token, replacing: undefined, admitNew })).toMatchObject({ ok: true })
  await ask(email)
  expect(await mailsTo(email)).toBe(MAILS_TO_STRANGERS_A_DAY + 1)
})

test.each([
  undefined,
  '',
  'x',
  'a'.repeat(43),
  'a'.repeat(10_000),
  '\0',
  "' or 1=1 --",
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
  hashToken('x'),
])('the cookie %j is nobody (B10)', async (cookie) => {
  expect(await getViewer(cookie)).toBeNull()
})

test('what stands in the table signs nobody in (B10)', async () => {
  await signIn(someone())
  const [row] = await db().select({ hash: authSessions.sessionToken }).from(authSessions).limit(1)
  expect(await getViewer(row?.hash)).toBeNull()
})

test('a session ends thirty days after its last day of use, and is renewed once a day', async () => {
  const { sessionToken } = await signIn(someone())
  const here = eq(authSessions.sessionToken, hashToken(sessionToken))
  const daysLeft = async () => {
    const [row] = await db()
      .select({ days: sql<number>`extract(epoch from ${authSessions.expires} - now())::float8 / 86400` })
      .from(authSessions)
      .where(here)
    return row?.days
  }
  await db().update(authSessions).set({ expires: sql`now() + interval '29 days 12 hours'` }).where(here)
  await getViewer(sessionToken)
  expect(await daysLeft()).toBeCloseTo(29.5, 1)
  await db().update(authSessions).set({ expires: sql`now() + interval '5 days'` }).where(here)
  await getViewer(sessionToken)
  expect(await daysLeft()).toBeCloseTo(30, 1)
  await db().update(authSessions).set({ expires: sql`now() - interval '1 second'` }).where(here)
  expect(await getViewer(sessionToken)).toBeNull()
})

test('the newest mail of a browser is the one whose code counts', async () => {
  const email = someone()
  const first = await ask(email)
  const second = await ask(email, { flow: first.flow })
  expect(second.flow).toBe(first.flow)
  expect(await getProofOfFlow(first.flow)).toEqual({ email })
  expect(await signInByCode(visitor, { ...second, replacing: undefined, admitNew })).toMatchObject({
    ok: true,
  })
})

test('the first operator is made from the command line, or of a person that exists', async () => {
  const email = someone()
  expect(await createAdmin(db(), ` ${email.toUpperCase()} `)).toEqual({ ok: true, value: { existed: false } })
  expect(await createAdmin(db(), email)).toEqual({ ok: true, value: { existed: true } })
  expect(await createAdmin(db(), 'nobody')).toEqual({ ok: false, reason: 'not-an-address' })
  const { sessionToken } = await signIn(email)
  expect(await getViewer(sessionToken)).toMatchObject({ kind: 'admin' })
})
