import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { caughtMail, mailOutbox, mailSuppressions } from '@/db/schema'
import { testDb } from '@/db/testing'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { startCatcher } from './catcher'
import { enqueueMail, type OutgoingMail, withdrawMail } from './commands'
import { mailBacklog } from './queries'
import { scriptedSmtp } from './scripted-smtp'
import { requeueWaitingMail, sendMail } from './tasks'
import { openTransport, setTransport } from './transport'

const board = testDb()
const system = { kind: 'system', name: 'test' } as const
const first = { attempts: 1, max_attempts: 12 }
const closing: (() => unknown)[] = []

afterEach(async () => {
  setTransport(null)
  for (const close of closing.splice(0)) await close()
})

let serial = 0
async function enqueue(mail: Partial<OutgoingMail> = {}): Promise<{ id: number; to: string }> {
  serial += 1
  const to = mail.to ?? `person-${serial}@example.org`
  const given = {
    key: `test:${serial}`,
    kind: 'alert',
    to,
    subject: 'Hello',
    text: 'text',
    html: '<p>html</p>',
  } as const
  const outcome = await inTransaction(system, async (tx) =>
    done(await enqueueMail(tx, { ...given, ...mail, to })),
  )
  if (!outcome.ok) throw new Error('refused')
  return { id: outcome.value, to }
}

async function relay(script: Parameters<typeof scriptedSmtp>[0] = []) {
  const smtp = await scriptedSmtp(script)
  const transport = openTransport(smtp.url)
  setTransport(transport)
  closing.push(transport.close, smtp.close)
  return smtp
}

async function rowOf(id: number) {
  const [row] = await db()
    .select({
      state: mailOutbox.state,
      lastError: mailOutbox.lastError,
      tries: mailOutbox.tries,
      messageId: mailOutbox.messageId,
    })
    .from(mailOutbox)
    .where(eq(mailOutbox.id, id))
  return row!
}

async function tasksOf(id: number): Promise<number> {
  const { rows } = await board.app.query(
    `select count(*)::int as n from graphile_worker.jobs where key = $1`,
    [`mail:${id}`],
  )
  return rows[0].n
}

test('a mail enqueued twice under one key is one row and one task', async () => {
  const one = await enqueue({ key: 'twice' })
  const two = await enqueue({ key: 'twice' })
  expect(two.id).toBe(one.id)
  expect(await tasksOf(one.id)).toBe(1)
})

test('a mail of a transaction that is rolled back never existed', async () => {
  const failing = inTransaction(system, async (tx) => {
    await enqueueMail(tx, {
      key: 'gone',
      kind: 'alert',
      to: 'a@example.org',
      subject: 's',
      text: 't',
      html: 'h',
    })
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect(await db().$count(mailOutbox, eq(mailOutbox.key, 'gone'))).toBe(0)
})

test('one mail reaches exactly one recipient with its fixed Message-ID and headers, and a second run sends nothing', async () => {
  const smtp = await relay()
  const mail = await enqueue({ headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } })
  await sendMail(mail.id, first)
  await sendMail(mail.id, first)
  const row = await rowOf(mail.id)
  expect(row).toMatchObject({ state: 'sent', tries: 1 })
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]!.to).toEqual([mail.to])
  expect(smtp.received[0]!.raw).toContain(`Message-ID: ${row.messageId}`)
  expect(smtp.received[0]!.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('two workers at once send one mail', async () => {
  const smtp = await relay()
  const mail = await enqueue()
  await Promise.allSettled([sendMail(mail.id, first), sendMail(mail.id, first), sendMail(mail.id, first)])
  expect(smtp.received).toHaveLength(1)
})

test('a relay that says 421 gets the mail on a later try, once', async () => {
  const smtp = await relay([{ at: 'rcpt', code: 421, words: 'later' }])
  const mail = await enqueue()
  await expect(sendMail(mail.id, first)).rejects.toThrow(/421/)
  expect(await rowOf(mail.id)).toMatchObject({ state: 'queued', tries: 1 })
  await sendMail(mail.id, { attempts: 2, max_attempts: 12 })
  expect(await rowOf(mail.id)).toMatchObject({ state: 'sent', tries: 2, lastError: null })
  expect(smtp.received).toHaveLength(1)
})

test('what is thrown and kept names no address', async () => {
  await relay([{ at: 'data', code: 450, words: '4.2.0 <person@example.org> greylisted' }])
  const mail = await enqueue()
  await expect(sendMail(mail.id, first)).rejects.toThrow(/^mail \d+ was not accepted: DATA 450 4\.2\.0$/)
})

test('the last try that is not accepted marks the mail failed', async () => {
  await relay([{ at: 'rcpt', code: 451, words: 'later' }])
  const mail = await enqueue()
  await expect(sendMail(mail.id, { attempts: 12, max_attempts: 12 })).rejects.toThrow()
  expect(await rowOf(mail.id)).toMatchObject({ state: 'failed' })
})

test('a hard bounce suppresses the address, and the next mail to it does not leave', async () => {
  const smtp = await relay([{ at: 'rcpt', code: 550, words: '5.1.1 no such user' }])
  const mail = await enqueue()
  await sendMail(mail.id, first)
  expect(await rowOf(mail.id)).toMatchObject({ state: 'failed', lastError: 'RCPT TO 550 5.1.1' })
  expect(await db().$count(mailSuppressions, eq(mailSuppressions.address, mail.to))).toBe(1)
  const next = await enqueue({ to: mail.to })
  await sendMail(next.id, first)
  expect(await rowOf(next.id)).toMatchObject({ state: 'suppressed', tries: 0 })
  expect(smtp.received).toHaveLength(0)
})

test('a mail withdrawn before it was sent does not leave', async () => {
  const smtp = await relay()
  const mail = await enqueue()
  await inTransaction(system, async (tx) => done(await withdrawMail(tx, [mail.id])))
  await sendMail(mail.id, first)
  expect(smtp.received).toHaveLength(0)
})

test('a sign-in mail that is older than its code is not sent any more', async () => {
  const smtp = await relay()
  const mail = await enqueue({ kind: 'sign_in' })
  await db()
    .update(mailOutbox)
    .set({ createdAt: new Date(Date.now() - 11 * 60_000) })
    .where(eq(mailOutbox.id, mail.id))
  await sendMail(mail.id, first)
  expect(await rowOf(mail.id)).toMatchObject({ state: 'failed' })
  expect(smtp.received).toHaveLength(0)
})

test('without a relay mail waits, and gets a task again when there is one', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const mail = await enqueue()
  await sendMail(mail.id, first)
  expect(warned).toHaveBeenCalledOnce()
  warned.mockRestore()
  expect(await rowOf(mail.id)).toMatchObject({ state: 'queued', tries: 0 })
  await board.app.query(
    `select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where key = $1))`,
    [`mail:${mail.id}`],
  )
  await db()
    .update(mailOutbox)
    .set({ createdAt: new Date(Date.now() - 120_000) })
    .where(eq(mailOutbox.id, mail.id))
  expect((await mailBacklog()).queued).toBeGreaterThan(0)
  await relay()
  await requeueWaitingMail()
  await requeueWaitingMail()
  expect(await tasksOf(mail.id)).toBe(1)
})

test('the catcher keeps what it receives; a message sent again is the same message', async () => {
  const catcher = await startCatcher()
  const transport = openTransport(catcher.url)
  setTransport(transport)
  closing.push(transport.close, catcher.close)
  const mail = await enqueue({ subject: 'Grüße' })
  await sendMail(mail.id, first)
  await db().update(mailOutbox).set({ state: 'queued' }).where(eq(mailOutbox.id, mail.id))
  await sendMail(mail.id, first)
  const { messageId } = await rowOf(mail.id)
  const caught = await db()
    .select({ to: caughtMail.recipients })
    .from(caughtMail)
    .where(eq(caughtMail.messageId, messageId))
  expect(caught).toEqual([{ to: [mail.to] }])
})
