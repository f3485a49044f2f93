import { and, eq, sql } from 'drizzle-orm'
import { users } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { enqueueMail } from '@/lib/mail/commands'
import { done, type Outcome, refused } from '@/lib/outcome'
import { newAddressMail, oldAddressMail } from './mails'
import { makeProof, mayMail, spoilLinksTo, useLink } from './proofs'
import { freshToken } from './secrets'
import { endSessions } from './sessions'

type Person = Actor & { kind: 'person' }

/**
 * Asks for another address: a link to the new one, a notice to the old one. The answer is the same when the new address is
 * somebody's already, since it would otherwise tell who has an account here.
 */
export async function askForAddress(actor: Person, email: string): Promise<Outcome<'same'>> {
  return inTransaction(actor, async (tx) => {
    const current = await addressOf(tx, actor.userId)
    if (current === email) return refused('same')
    const proof = await makeProof(tx, {
      purpose: 'change_address',
      email,
      userId: actor.userId,
      flow: freshToken(),
      next: '/account/sign-in',
    })
    const kind = 'change_address'
    if (await mayMail(tx, email)) {
      await enqueueMail(tx, {
        key: `new-address:${proof.id}`,
        kind,
        to: email,
        ...newAddressMail(proof.token),
      })
    }
    await enqueueMail(tx, { key: `old-address:${proof.id}`, kind, to: current, ...oldAddressMail() })
    await recordAudit(tx, actor, { action: 'address.ask', objectKind: 'person', objectId: actor.userId })
    return done()
  })
}

type Confirm = { token: string; sessionToken: string | undefined }

/**
 * Takes the new address. Only the person who asked may press the button: a link that went to a mistyped address must not hand
 * the account to whoever reads it. Every other session ends, and links to the old address die.
 */
export async function confirmAddress(
  actor: Person,
  { token, sessionToken }: Confirm,
): Promise<Outcome<'spent' | 'taken'>> {
  try {
    return await inTransaction(actor, async (tx) => {
      const proof = await useLink(tx, token, 'change_address', actor.userId)
      if (!proof) return refused('spent')
      const old = await addressOf(tx, actor.userId)
      await tx
        .update(users)
        .set({ email: proof.email, emailVerified: sql`now()` })
        .where(and(eq(users.id, actor.userId)))
      await endSessions(tx, actor.userId, sessionToken)
      await spoilLinksTo(tx, old)
      await recordAudit(tx, actor, { action: 'address.change', objectKind: 'person', objectId: actor.userId })
      return done()
    })
  } catch (error) {
    if (isTaken(error)) return refused('taken')
    throw error
  }
}

async function addressOf(tx: Tx, userId: string): Promise<string> {
  const [person] = await tx
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, userId))
    .for('update')
  if (!person) throw new Error('the person who acts is gone')
  return person.email
}

function isTaken(error: unknown): boolean {
  const { constraint } = ((error as Error).cause ?? error) as { constraint?: string }
  return constraint === 'users_email_key'
}
