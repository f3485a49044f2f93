import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { JobHelpers } from 'graphile-worker'
import { z } from 'zod'
import { db, pool } from '@/db/client'
import * as schema from '@/db/schema'
import type { Tx } from '@/db/transaction'
import { sendKey, suppressAddress } from './commands'
import { isStopped, judgeFailure, worthSendingSeconds } from './rules'
import { currentTransport, type Transport } from './transport'

const { mailOutbox, mailSuppressions } = schema

type Attempt = Pick<JobHelpers['job'], 'attempts' | 'max_attempts'>

const sendPayload = z.object({ mailId: z.number().int() })

export const mailTasks = {
  'mail.send': async (payload: unknown, { job }: { job: Attempt }) =>
    sendMail(sendPayload.parse(payload).mailId, job),
  'mail.requeue': async () => requeueWaitingMail(),
}

/**
 * Sends one mail of the outbox, or finds that it is not to be sent. A session lock, not a row lock, covers the
 * conversation with the relay: it ends with the process, and no transaction stays open meanwhile.
 */
export async function sendMail(mailId: number, attempt: Attempt): Promise<void> {
  const client = await pool().connect()
  const key = sendKey(mailId)
  try {
    const lock = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [key])
    if (!lock.rows[0]?.got) throw new Error(`mail ${mailId} is being sent by another worker`)
    try {
      await sendLocked(drizzle({ client, schema, casing: 'snake_case' }), mailId, attempt)
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
    }
  } finally {
    client.release()
  }
}

async function sendLocked(tx: Tx, mailId: number, attempt: Attempt): Promise<void> {
  const mail = await getQueuedMail(tx, mailId)
  if (!mail) return
  if (mail.ageSeconds > worthSendingSeconds(mail.kind))
    return settle(tx, mailId, 'failed', 'could not be sent in time')
  if (isStopped(mail.kind, mail.suppressedFor)) return settle(tx, mailId, 'suppressed', mail.suppressedFor)
  const transport = currentTransport()
  if (!transport)
    return console.warn(JSON.stringify({ level: 'warn', mailId, message: 'mail waits: MAIL_URL is not set' }))
  await tx
    .update(mailOutbox)
    .set({ tries: sql`${mailOutbox.tries} + 1` })
    .where(eq(mailOutbox.id, mailId))
  await deliver(tx, mail, transport, attempt)
}

type QueuedMail = NonNullable<Awaited<ReturnType<typeof getQueuedMail>>>

async function getQueuedMail(tx: Tx, mailId: number) {
  const [mail] = await tx
    .select({
      id: mailOutbox.id,
      kind: mailOutbox.kind,
      messageId: mailOutbox.messageId,
      to: mailOutbox.toAddress,
      subject: mailOutbox.subject,
      text: mailOutbox.text,
      html: mailOutbox.html,
      headers: mailOutbox.headers,
      ageSeconds: sql<number>`extract(epoch from now() - ${mailOutbox.createdAt})::float8`,
      suppressedFor: mailSuppressions.reason,
      isDemo: mailOutbox.isDemo,
    })
    .from(mailOutbox)
    .leftJoin(mailSuppressions, eq(mailSuppressions.address, sql`lower(${mailOutbox.toAddress})`))
    .where(and(eq(mailOutbox.id, mailId), eq(mailOutbox.state, 'queued')))
  return mail ?? null
}

async function deliver(tx: Tx, mail: QueuedMail, transport: Transport, attempt: Attempt): Promise<void> {
  const { messageId, to, subject, text, html, headers } = mail
  try {
    await transport.send({ messageId, to, subject, text, html, headers })
  } catch (error) {
    const { verdict, reason } = judgeFailure(error)
    if (verdict === 'no such address') await suppressAddress(tx, to, 'bounce')
    if (verdict !== 'retry') return settle(tx, mail.id, 'failed', reason)
    await settle(tx, mail.id, attempt.attempts < attempt.max_attempts ? 'queued' : 'failed', reason)
    // The relay's own words may repeat the address, so only the code goes on, to the log and the queue.
    throw new Error(`mail ${mail.id} was not accepted: ${reason}`)
  }
  // Whatever was decided meanwhile: it has left. A link that signs in is not kept; the demo shows its mail.
  const holdsSecret = mail.kind !== 'alert' && !mail.isDemo
  await tx
    .update(mailOutbox)
    .set({
      state: 'sent',
      lastError: null,
      sentAt: sql`now()`,
      ...(holdsSecret ? { text: '', html: '' } : {}),
    })
    .where(eq(mailOutbox.id, mail.id))
}

async function settle(tx: Tx, mailId: number, state: QueueState, lastError: string | null): Promise<void> {
  await tx
    .update(mailOutbox)
    .set({ state, lastError })
    .where(and(eq(mailOutbox.id, mailId), eq(mailOutbox.state, 'queued')))
}

type QueueState = 'queued' | 'failed' | 'suppressed'

/** Mail that waited for a relay has no task any more: gives it a new one. Run at the worker's start and every few minutes. */
export async function requeueWaitingMail(): Promise<void> {
  if (!currentTransport()) return
  await db().execute(sql`
    select graphile_worker.add_job(
      'mail.send', json_build_object('mailId', waiting.id), job_key := waiting.key, max_attempts := 12)
    from (
      select m.id, k.key from mail_outbox m cross join lateral (select ${sendKey('')} || m.id as key) k
      where m.state = 'queued' and m.created_at < now() - interval '1 minute'
        and not exists (select 1 from graphile_worker.jobs j where j.key = k.key)
      order by m.id limit 1000
    ) waiting`)
}
