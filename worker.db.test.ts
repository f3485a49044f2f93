import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { addTask } from '@/db/queue'
import { caughtMail, mailOutbox } from '@/db/schema'
import { testDb } from '@/db/testing'
import { inTransaction } from '@/db/transaction'
import { saveSearch } from '@/lib/alerts/commands'
import { person, publish } from '@/lib/alerts/fixtures'
import { enqueueMail } from '@/lib/mail/commands'
import { scriptedSmtp } from '@/lib/mail/scripted-smtp'
import { done } from '@/lib/outcome'

const board = testDb()
const system = { kind: 'system', name: 'test' } as const
const patience = { timeout: 25_000, interval: 100 }
const started: ChildProcess[] = []

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
})

async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'worker.ts'], {
    env: { ...process.env, NODE_ENV: 'production', MAIL_URL: '', WAYPOST_DEMO: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  started.push(child)
  child.stderr?.resume()
  await once(child, 'message')
  return child
}

async function enqueue(key: string): Promise<number> {
  const mail = {
    key,
    kind: 'alert',
    to: `${key}@example.org`,
    subject: 's',
    text: 't',
    html: '<p>h</p>',
  } as const
  const outcome = await inTransaction(system, async (tx) => done(await enqueueMail(tx, mail)))
  return outcome.ok ? outcome.value : 0
}

async function stateOf(mailId: number) {
  const [row] = await db()
    .select({ state: mailOutbox.state })
    .from(mailOutbox)
    .where(eq(mailOutbox.id, mailId))
  return row?.state
}

test('in demo mode a published job reaches the caught mail of whoever saved a search for it', async () => {
  await startWorker({ WAYPOST_DEMO: '1' })
  const who = await person()
  await saveSearch(who.actor, { query: 'q=lighthouse', cadence: 'instant' })
  const { eventId } = await publish({ title: 'Lighthouse keeper' })
  await addTask(db(), 'alerts.match', { eventIds: [eventId] })
  await expect.poll(() => db().$count(caughtMail), patience).toBe(1)
  const [mail] = await db().select({ to: caughtMail.recipients, raw: caughtMail.raw }).from(caughtMail)
  expect(mail?.to).toEqual([who.email])
  expect(mail?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('the task of a killed worker is taken up by the next one, and its mail is sent once', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const victim = await startWorker({ MAIL_URL: `smtp://127.0.0.1:${port}` })
  const mailId = await enqueue('killed')
  const locked = () =>
    // Taken in the name that beats: else a living worker's long task would be given to another.
    board.owner.query(
      `select from graphile_worker.jobs where key = $1 and locked_by in (select worker_id from worker_heartbeats)`,
      [`mail:${mailId}`],
    )
  await expect.poll(async () => (await locked()).rowCount, patience).toBe(1)
  const ended = once(victim, 'exit')
  victim.kill('SIGKILL')
  await ended
  silent.close()
  // Thirty seconds pass.
  await board.owner.query(`update worker_heartbeats set seen_at = seen_at - interval '31 seconds'`)
  await board.owner.query(
    `update graphile_worker._private_jobs set locked_at = locked_at - interval '31 seconds' where locked_by is not null`,
  )
  const smtp = await scriptedSmtp()
  await startWorker({ MAIL_URL: smtp.url })
  await expect.poll(() => stateOf(mailId), patience).toBe('sent')
  expect(smtp.received).toHaveLength(1)
  await smtp.close()
})

test('a worker that is told to stop ends at once and leaves no heartbeat', async () => {
  await board.owner.query('delete from worker_heartbeats')
  const worker = await startWorker({})
  await expect
    .poll(async () => (await board.owner.query('select from worker_heartbeats')).rowCount, patience)
    .toBeGreaterThan(0)
  const ended = once(worker, 'exit')
  worker.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect((await board.owner.query('select from worker_heartbeats')).rowCount).toBe(0)
})

test('a worker whose supervisor has gone ends', async () => {
  const worker = await startWorker({})
  const ended = once(worker, 'exit')
  worker.disconnect()
  expect(await ended).toEqual([0, null])
})
