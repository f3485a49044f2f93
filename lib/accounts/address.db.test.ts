import { desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { mailedProofs, mailOutbox, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { askForAddress, confirmAddress } from './address'
import { getOpenProof, getViewer } from './queries'
import { openSession } from './sessions'

testDb()
let count = 0
const anAddress = () => `address${++count}@example.org`

async function aPerson() {
  const email = anAddress()
  const [row] = await db().insert(users).values({ email }).returning({ id: users.id })
  const userId = row!.id
  return {
    email,
    userId,
    actor: { kind: 'person' as const, userId },
    sessionToken: await openSession(db(), userId, undefined),
  }
}

async function mailTo(email: string) {
  const [mail] = await db()
    .select()
    .from(mailOutbox)
    .where(eq(mailOutbox.toAddress, email))
    .orderBy(desc(mailOutbox.id))
    .limit(1)
  return { text: mail?.text ?? '', token: /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '' }
}

test('the new address is confirmed by its owner, the old one is told', async () => {
  const { email, actor, sessionToken } = await aPerson()
  const elsewhere = await openSession(db(), actor.userId, undefined)
  const wanted = anAddress()
  expect(await askForAddress(actor, wanted)).toEqual({ ok: true, value: undefined })
  expect((await mailTo(email)).text).toContain('If it was not you')
  expect((await mailTo(email)).token).toBe('')
  const { token } = await mailTo(wanted)
  expect(await confirmAddress(actor, { token, sessionToken })).toMatchObject({ ok: true })
  expect(await getViewer(sessionToken)).toMatchObject({ email: wanted })
  expect(await getViewer(elsewhere)).toBeNull()
  expect(await confirmAddress(actor, { token, sessionToken })).toEqual({ ok: false, reason: 'spent' })
})

test('whoever reads a mistyped address does not get the account', async () => {
  const { actor, email } = await aPerson()
  const reader = await aPerson()
  const wanted = anAddress()
  await askForAddress(actor, wanted)
  const { token } = await mailTo(wanted)
  expect(await getOpenProof(token, 'change_address', reader.userId)).toBeNull()
  expect(await confirmAddress(reader.actor, { token, sessionToken: reader.sessionToken })).toEqual({
    ok: false,
    reason: 'spent',
  })
  const [row] = await db().select({ email: users.email }).from(users).where(eq(users.id, actor.userId))
  expect(row?.email).toBe(email)
})

test('an address that is taken is told to its owner only, and nothing changes', async () => {
  const { actor, email, sessionToken } = await aPerson()
  const other = await aPerson()
  expect(await askForAddress(actor, other.email)).toEqual({ ok: true, value: undefined })
  const { token } = await mailTo(other.email)
  expect(await confirmAddress(actor, { token, sessionToken })).toEqual({ ok: false, reason: 'taken' })
  expect(await getViewer(sessionToken)).toMatchObject({ email })
})

test('after ten minutes the link is spent, and one to sign in is no link to change an address', async () => {
  const { actor, sessionToken } = await aPerson()
  const wanted = anAddress()
  await askForAddress(actor, wanted)
  const { token } = await mailTo(wanted)
  expect(await getOpenProof(token, 'sign_in')).toBeNull()
  await db()
    .update(mailedProofs)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(mailedProofs.email, wanted))
  expect(await confirmAddress(actor, { token, sessionToken })).toEqual({ ok: false, reason: 'spent' })
})

test('the present address is no new one', async () => {
  const { actor, email } = await aPerson()
  expect(await askForAddress(actor, email)).toEqual({ ok: false, reason: 'same' })
})
