import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { authSessions } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import { freshToken, hashToken } from './secrets'

/** A session lives this long after its last day of use. The row decides; the cookie is only a key to it. */
export const SESSION_DAYS = 30

/** Opens a session with a token of its own and ends the one that this browser had: nothing planted before survives. */
export async function openSession(tx: Tx, userId: string, replacing: string | undefined): Promise<string> {
  if (replacing) await tx.delete(authSessions).where(eq(authSessions.sessionToken, hashToken(replacing)))
  const token = freshToken()
  await tx.insert(authSessions).values({
    sessionToken: hashToken(token),
    userId,
    expires: sql`now() + make_interval(days => ${SESSION_DAYS})`,
  })
  return token
}

/** Written at most once a day for a session, by `getViewer`. */
export async function renewSession(hash: string): Promise<void> {
  await db()
    .update(authSessions)
    .set({ expires: sql`now() + make_interval(days => ${SESSION_DAYS})` })
    .where(and(eq(authSessions.sessionToken, hash), gt(authSessions.expires, sql`now()`)))
}

export async function endSessions(tx: Tx, userId: string, except?: string): Promise<void> {
  const others = except ? ne(authSessions.sessionToken, hashToken(except)) : undefined
  await tx.delete(authSessions).where(and(eq(authSessions.userId, userId), others))
}
