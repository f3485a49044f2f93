import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { comments, users } from '@/db/schema'
import type { Actor, Tx } from '@/db/transaction'
import { requirePerson } from '@/lib/companies/queries'
import { NotFound, SignInNeeded } from '@/lib/outcome'
import { isEditor, type Writer } from './rules'

/** Of a person, for what they may say and in whose name; their address goes no further. */
export const writerColumns = {
  kind: users.kind,
  email: users.email,
  isConfirmed: sql<boolean>`${users.emailVerified} is not null`,
}

/** Locks a person until the transaction ends: what one person sends twice at once is counted one after the other. */
export async function lockWriter(tx: Tx, userId: string): Promise<Writer & { userId: string }> {
  const [writer] = await tx
    .select(writerColumns)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .for('no key update')
  if (!writer) throw new SignInNeeded()
  return { userId, ...writer }
}

/** Throws NotFound for everybody but moderators and operators. */
export async function requireEditor(actor: Actor): Promise<string> {
  const userId = requirePerson(actor)
  const [person] = await db()
    .select({ kind: users.kind })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
  if (!person || !isEditor(person.kind)) throw new NotFound()
  return userId
}

/** SQL: a moderator has approved, or kept, something of this person that is still shown. Else they are a newcomer. */
export function isKnownHere(userId: SQL | string): SQL<boolean> {
  return sql<boolean>`exists (select from ${comments} known
    where known.user_id = ${userId} and known.state = 'shown' and known.decided_at is not null)`
}
