import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { authSessions, users } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { enqueueMail } from '@/lib/mail/commands'
import { done, type Outcome, refused } from '@/lib/outcome'
import { signInMail } from './mails'
import { makeProof, mayMail, tryCode, useLink, useProof } from './proofs'
import { plainEmail } from './rules'
import { freshToken, hashToken, isToken } from './secrets'
import { endSessions, openSession } from './sessions'

type Ask = { email: string; next: string; flow: string | undefined }

/**
 * Mails a link and a code to an address, whether or not it is known here: nobody can tell from the answer. The answer is the
 * token of the browser that asks.
 */
export async function askForSignIn(
  actor: Actor,
  { email, next, flow: known }: Ask,
): Promise<Outcome<never, string>> {
  const flow = isToken(known) ? known : freshToken()
  return inTransaction(actor, async (tx) => {
    const proof = await makeProof(tx, { purpose: 'sign_in', email, userId: null, flow, next })
    if (await mayMail(tx, email)) {
      await enqueueMail(tx, { key: `sign-in:${proof.id}`, kind: 'sign_in', to: email, ...signInMail(proof) })
    }
    return done(flow)
  })
}

export type SignedInAs = { userId: string; sessionToken: string; next: string }

type Arriving = {
  /** The session that this browser has. */
  replacing: string | undefined
  /** Asked before a new person is kept; throws when too many come from one network. */
  admitNew: () => Promise<void>
}

/** By the button behind the mailed link, in any browser. */
export async function signInByLink(
  actor: Actor,
  { token, ...arriving }: Arriving & { token: string },
): Promise<Outcome<'spent' | 'disabled', SignedInAs>> {
  return inTransaction(actor, async (tx) => {
    const proof = await useLink(tx, token, 'sign_in')
    return proof ? signIn(tx, { actor, ...proof, ...arriving, by: 'link' }) : refused('spent')
  })
}

/** By the code of the newest mail, only in the browser that asked for it. */
export async function signInByCode(
  actor: Actor,
  { code, flow, ...arriving }: Arriving & { code: string; flow: string | undefined },
): Promise<Outcome<'wrong' | 'worn-out' | 'spent' | 'disabled', SignedInAs>> {
  const tried = await inTransaction(actor, async (tx) => done(await tryCode(tx, flow ?? '', code)))
  if (!tried.ok || tried.value === 'none') return refused('spent')
  const fitting = tried.value
  if (typeof fitting === 'string') return refused(fitting === 'wrong' ? 'wrong' : 'worn-out')
  return inTransaction(actor, async (tx) => {
    const proof = await useProof(tx, fitting.id)
    return proof ? signIn(tx, { actor, ...proof, ...arriving, by: 'code' }) : refused('spent')
  })
}

type SignIn = Arriving & { actor: Actor; email: string; next: string; by: 'link' | 'code' }

/** The address was proven: whoever never signed in becomes a person now. */
async function signIn(
  tx: Tx,
  { actor, email, next, replacing, admitNew, by }: SignIn,
): Promise<Outcome<'disabled', SignedInAs>> {
  const [person] = await tx
    .insert(users)
    .values({ email, emailVerified: sql`now()` })
    .onConflictDoUpdate({
      target: users.email,
      set: { emailVerified: sql`coalesce(${users.emailVerified}, excluded.email_verified)` },
    })
    .returning({ id: users.id, disabledAt: users.disabledAt, isNew: sql<boolean>`xmax = 0` })
  if (!person) throw new Error('the person was not kept')
  if (person.disabledAt) return refused('disabled')
  if (person.isNew) await admitNew()
  const sessionToken = await openSession(tx, person.id, replacing)
  const self: Actor = {
    kind: 'person',
    userId: person.id,
    ...(actor.request ? { request: actor.request } : {}),
  }
  await recordAudit(tx, self, {
    action: 'session.open',
    objectKind: 'person',
    objectId: person.id,
    facts: { by },
  })
  return done({ userId: person.id, sessionToken, next })
}

/** Ends the session of this browser. Its cookie is worth nothing from now on, also where it was copied to. */
export async function signOutHere(actor: Actor, sessionToken: string | undefined): Promise<Outcome> {
  return inTransaction(actor, async (tx) => {
    if (!isToken(sessionToken)) return done()
    const [ended] = await tx
      .delete(authSessions)
      .where(eq(authSessions.sessionToken, hashToken(sessionToken)))
      .returning({ userId: authSessions.userId })
    if (ended)
      await recordAudit(tx, actor, { action: 'session.end', objectKind: 'person', objectId: ended.userId })
    return done()
  })
}

export async function signOutEverywhere(actor: Actor & { kind: 'person' }): Promise<Outcome> {
  return inTransaction(actor, async (tx) => {
    await endSessions(tx, actor.userId)
    await recordAudit(tx, actor, { action: 'session.end_all', objectKind: 'person', objectId: actor.userId })
    return done()
  })
}

/** The first operator, from the command line of the machine. Signing in still needs a mail to the address. */
export async function createAdmin(
  database: Db,
  address: string,
): Promise<Outcome<'not-an-address', { existed: boolean }>> {
  const email = plainEmail(address)
  if (!email) return refused('not-an-address')
  const actor: Actor = { kind: 'system', name: 'admin:create' }
  const work = async (tx: Tx) => {
    const [person] = await tx
      .insert(users)
      .values({ email, kind: 'admin' })
      .onConflictDoUpdate({ target: users.email, set: { kind: 'admin', disabledAt: null } })
      .returning({ id: users.id, existed: sql<boolean>`xmax <> 0` })
    if (!person) throw new Error('the operator was not kept')
    await recordAudit(tx, actor, { action: 'person.make_admin', objectKind: 'person', objectId: person.id })
    return done({ existed: person.existed })
  }
  return inTransaction(actor, work, database)
}
