import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { mailedProofs, mailOutbox, users } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import { env } from '@/lib/env'
import { CODE_TRIES, MAILS_TO_STRANGERS_A_DAY, PROOF_MINUTES } from './rules'
import { freshCode, freshToken, hashCode, hashToken, isToken, sameHash } from './secrets'

type NewProof = {
  purpose: 'sign_in' | 'change_address'
  email: string
  userId: string | null
  flow: string
  next: string
}
export type Proof = { id: string; token: string; code: string }

/** A new link with its code; only their hashes stay. */
export async function makeProof(tx: Tx, { flow, ...proof }: NewProof): Promise<Proof> {
  const token = freshToken()
  const code = freshCode()
  const tokenHash = hashToken(token)
  const [made] = await tx
    .insert(mailedProofs)
    .values({
      ...proof,
      tokenHash,
      codeHash: hashCode(env().WAYPOST_SECRET, tokenHash, code),
      flowHash: hashToken(flow),
      expiresAt: sql`now() + make_interval(mins => ${PROOF_MINUTES})`,
    })
    .returning({ id: mailedProofs.id })
  if (!made) throw new Error('the proof was not kept')
  return { id: made.id, token, code }
}

/** An address that never signed in gets few mails a day, whoever asks for them. */
export async function mayMail(tx: Tx, email: string): Promise<boolean> {
  // Two that ask at once must not both find room for the last mail.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mail to ${email}`}, 0))`)
  const [row] = await tx
    .select({
      isKnown: sql<boolean>`exists (select from ${users} where ${users.email} = ${email})`,
      mails: sql<number>`count(*)::int`,
    })
    .from(mailOutbox)
    .where(
      and(
        eq(mailOutbox.toAddress, email),
        sql`${mailOutbox.kind} in ('sign_in', 'change_address')`,
        gt(mailOutbox.createdAt, sql`now() - interval '1 day'`),
      ),
    )
  return row === undefined || row.isKnown || row.mails < MAILS_TO_STRANGERS_A_DAY
}

type Used = { email: string; userId: string | null; next: string }

/** Takes a link: of two that come at once, one gets it. A link outlives wrong codes, so that nobody can lock a person out. */
export async function useLink(
  tx: Tx,
  token: string,
  purpose: 'sign_in' | 'change_address',
  userId?: string,
): Promise<Used | null> {
  if (!isToken(token)) return null
  const [used] = await tx
    .update(mailedProofs)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(mailedProofs.tokenHash, hashToken(token)),
        eq(mailedProofs.purpose, purpose),
        userId ? eq(mailedProofs.userId, userId) : undefined,
        isNull(mailedProofs.usedAt),
        gt(mailedProofs.expiresAt, sql`now()`),
      ),
    )
    .returning({ email: mailedProofs.email, userId: mailedProofs.userId, next: mailedProofs.next })
  return used ?? null
}

/**
 * Counts a try against the newest mail that this browser asked for, and answers which proof the code fits. The count must
 * be committed before anything is told, so this is a transaction of its own.
 */
export async function tryCode(
  tx: Tx,
  flow: string,
  code: string,
): Promise<'none' | 'worn-out' | 'wrong' | { id: string }> {
  if (!isToken(flow)) return 'none'
  const [newest] = await tx
    .select({ id: mailedProofs.id, tokenHash: mailedProofs.tokenHash, codeHash: mailedProofs.codeHash })
    .from(mailedProofs)
    .where(
      and(
        eq(mailedProofs.flowHash, hashToken(flow)),
        eq(mailedProofs.purpose, 'sign_in'),
        isNull(mailedProofs.usedAt),
        gt(mailedProofs.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(mailedProofs.createdAt), desc(mailedProofs.id))
    .limit(1)
  if (!newest) return 'none'
  const [counted] = await tx
    .update(mailedProofs)
    .set({ tries: sql`${mailedProofs.tries} + 1` })
    .where(and(eq(mailedProofs.id, newest.id), lt(mailedProofs.tries, CODE_TRIES)))
    .returning({ id: mailedProofs.id })
  if (!counted) return 'worn-out'
  const fits = sameHash(newest.codeHash, hashCode(env().WAYPOST_SECRET, newest.tokenHash, code))
  return fits ? { id: newest.id } : 'wrong'
}

/** Takes the proof whose code was right, once. */
export async function useProof(tx: Tx, id: string): Promise<Used | null> {
  const [used] = await tx
    .update(mailedProofs)
    .set({ usedAt: sql`now()` })
    .where(and(eq(mailedProofs.id, id), isNull(mailedProofs.usedAt), gt(mailedProofs.expiresAt, sql`now()`)))
    .returning({ email: mailedProofs.email, userId: mailedProofs.userId, next: mailedProofs.next })
  return used ?? null
}

/** Links that went to an address which is not the person's any more. */
export async function spoilLinksTo(tx: Tx, email: string): Promise<void> {
  await tx
    .update(mailedProofs)
    .set({ usedAt: sql`now()` })
    .where(and(eq(mailedProofs.email, email), isNull(mailedProofs.usedAt)))
}
