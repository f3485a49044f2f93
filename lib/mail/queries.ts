import { desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { caughtMail, mailOutbox } from '@/db/schema'
import { env, isDemo } from '@/lib/env'

export type CaughtMailRow = { id: number; to: string; subject: string; receivedAt: string }

const LIST_LIMIT = 100

const columns = {
  id: caughtMail.id,
  recipients: caughtMail.recipients,
  subject: mailOutbox.subject,
  receivedAt: caughtMail.receivedAt,
}

/** Newest first. Demo mode only: the callers ask `isDemo()` before. */
export async function listCaughtMail(): Promise<CaughtMailRow[]> {
  const rows = await db()
    .select(columns)
    .from(caughtMail)
    .leftJoin(mailOutbox, eq(mailOutbox.messageId, caughtMail.messageId))
    .orderBy(desc(caughtMail.receivedAt), desc(caughtMail.id))
    .limit(LIST_LIMIT)
  return rows.map(rowOf)
}

export type CaughtMailView = CaughtMailRow & { text: string; raw: string }

export async function getCaughtMail(id: number): Promise<CaughtMailView | null> {
  const [mail] = await db()
    .select({ ...columns, text: mailOutbox.text, raw: caughtMail.raw })
    .from(caughtMail)
    .leftJoin(mailOutbox, eq(mailOutbox.messageId, caughtMail.messageId))
    .where(eq(caughtMail.id, id))
  return mail ? { ...rowOf(mail), text: mail.text ?? '', raw: mail.raw } : null
}

type Caught = { id: number; recipients: string[]; subject: string | null; receivedAt: Date }

function rowOf({ id, recipients, subject, receivedAt }: Caught): CaughtMailRow {
  return {
    id,
    to: recipients.join(', '),
    subject: subject ?? '(a mail that is not of this board)',
    receivedAt: receivedAt.toISOString(),
  }
}

export type MailBacklog = { queued: number; oldestSeconds: number; canSend: boolean }

/** How much mail waits; for `/ready` and the operator. */
export async function mailBacklog(): Promise<MailBacklog> {
  const [row] = await db()
    .select({
      queued: sql<number>`count(*)::int`,
      oldestSeconds: sql<number>`coalesce(extract(epoch from now() - min(${mailOutbox.createdAt})), 0)::int`,
    })
    .from(mailOutbox)
    .where(eq(mailOutbox.state, 'queued'))
  return {
    queued: row?.queued ?? 0,
    oldestSeconds: row?.oldestSeconds ?? 0,
    canSend: isDemo() || env().MAIL_URL !== undefined,
  }
}
