import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import { mailOutbox, mailSuppressions } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import { env, isDemo } from '@/lib/env'
import { type MailKind, requireSafe } from './rules'

export type OutgoingMail = {
  /** What this mail is, once: a second enqueue with the same key is the same mail. */
  key: string
  kind: MailKind
  to: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
}

/**
 * Puts a mail into the outbox with its task, in the caller's transaction, and answers its row's id. The Message-ID is
 * fixed here, so that a mail sent again after a crash is the same message. Throws `UnsafeMail` on a line break.
 */
export async function enqueueMail(tx: Tx, mail: OutgoingMail): Promise<number> {
  requireSafe(mail)
  const { key, kind, to, subject, text, html, headers = {} } = mail
  const messageId = `<${randomUUID()}@${new URL(env().BASE_URL).hostname}>`
  const [added] = await tx
    .insert(mailOutbox)
    .values({ key, kind, toAddress: to, subject, text, html, headers, messageId, isDemo: isDemo() })
    .onConflictDoNothing({ target: mailOutbox.key })
    .returning({ id: mailOutbox.id })
  if (added) {
    await addTask(tx, 'mail.send', { mailId: added.id }, { key: sendKey(added.id) })
    return added.id
  }
  const [known] = await tx.select({ id: mailOutbox.id }).from(mailOutbox).where(eq(mailOutbox.key, key))
  if (!known) throw new Error('a mail with this key is being written by another transaction')
  return known.id
}

/** Stops mails that have not left yet; what is on its way stays as it is. */
export async function withdrawMail(tx: Tx, mailIds: number[]): Promise<void> {
  if (mailIds.length === 0) return
  await tx
    .update(mailOutbox)
    .set({ state: 'suppressed', lastError: 'withdrawn before it was sent' })
    .where(and(sql`${mailOutbox.id} = any(${sql.param(mailIds)}::bigint[])`, eq(mailOutbox.state, 'queued')))
}

/** The same by what the mails are. A key that names none is no fault. */
export async function withdrawMailWithKeys(tx: Tx, keys: string[]): Promise<void> {
  const mails = await tx.select({ id: mailOutbox.id }).from(mailOutbox).where(inArray(mailOutbox.key, keys))
  await withdrawMail(
    tx,
    mails.map(({ id }) => id),
  )
}

export async function suppressAddress(
  tx: Tx,
  address: string,
  reason: 'bounce' | 'complaint' | 'operator',
): Promise<void> {
  await tx.insert(mailSuppressions).values({ address: address.toLowerCase(), reason }).onConflictDoNothing()
}

/** Key of the task that sends a mail: one task for each mail at a time. */
export function sendKey(mailId: number | ''): string {
  return `mail:${mailId}`
}
