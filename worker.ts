import { EventEmitter } from 'node:events'
import {
  Logger,
  type ParsedCronItem,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { closeDb, openPool, pool, setPool } from '@/db/client'
import { BEAT_EVERY_MS, beat, endBeat, LOOK_EVERY_MS, releaseDeadWorkers } from '@/db/lease'
import { accountTasks } from '@/lib/accounts/tasks'
import { renewLexemes } from '@/lib/alerts/renew-lexemes'
import { alertTasks } from '@/lib/alerts/tasks'
import { companyTasks } from '@/lib/companies/tasks'
import { env, isDemo } from '@/lib/env'
import { guideTasks } from '@/lib/guides/tasks'
import { importTasks } from '@/lib/imports/tasks'
import { jobTasks } from '@/lib/jobs/tasks'
import { startCatcher } from '@/lib/mail/catcher'
import { mailTasks, requeueWaitingMail } from '@/lib/mail/tasks'
import { openTransport, setTransport } from '@/lib/mail/transport'
import { newsOf } from '@/lib/newsletters/queries'
import { searchTasks } from '@/lib/search/tasks'
import { databaseErrorOf } from '@/lib/web/log'

/** A digest or a sweep may take longer than a page. */
const STATEMENT_TIMEOUT_MS = 60_000
/** Two batches of an import may wait for each other's openings. */
const LOCK_TIMEOUT_MS = 20_000
const STOP_WITHIN_MS = 25_000

/** The background process: every noun's tasks. */
const taskList: TaskList = {
  ...mailTasks,
  ...accountTasks,
  ...companyTasks,
  ...jobTasks,
  ...searchTasks,
  ...alertTasks(newsOf),
  ...importTasks,
  ...guideTasks,
}

/** Times are UTC; of many workers one runs each of them. */
const timetable: ParsedCronItem[] = parseCronItems([
  { task: 'mail.requeue', match: '*/5 * * * *' },
  { task: 'search.index_words', match: '* * * * *', options: { maxAttempts: 1 } },
  { task: 'search.drop_empty_blocks', match: '30 3 * * *' },
  { task: 'imports.due', match: '* * * * *', options: { maxAttempts: 1 } },
  {
    task: 'imports.check_links',
    match: '*/5 * * * *',
    options: { maxAttempts: 1, queueName: 'imports.links' },
  },
  { task: 'figures.thin', match: '37 3 * * *', options: { maxAttempts: 3 } },
  { task: 'figures.recompute', match: '7 * * * *', options: { maxAttempts: 1 } },
  { task: 'jobs.close_due', match: '*/10 * * * *' },
  { task: 'accounts.clean', match: '*/10 * * * *' },
  { task: 'alerts.daily', match: '0 7 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  { task: 'alerts.weekly', match: '0 7 * * 1', options: { backfillPeriod: 48 * 3_600_000 } },
])

async function main(): Promise<void> {
  setPool(openPool(env().DATABASE_URL, STATEMENT_TIMEOUT_MS, LOCK_TIMEOUT_MS))
  const closeMail = await openMail()
  await releaseDead()
  const events: WorkerEvents = new EventEmitter()
  const endLease = keepLease(events)
  logFailures(events)
  const runner = await run({
    pgPool: pool(),
    taskList,
    parsedCronItems: timetable,
    concurrency: 6,
    // The supervisor's signals and the closed channel are one thing here: see stopWhenTold.
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message, meta) => {
      if ((level === 'error' || level === 'warning') && !meta?.failure) say(level, { message })
    }),
  })
  stopWhenTold(() => runner.stop())
  await requeueWaitingMail().catch(sayError('mail.requeue'))
  await runner
    .addJob('figures.recompute', {}, { jobKey: 'figures.recompute', maxAttempts: 1 })
    .catch(sayError('figures.recompute'))
  process.send?.('ready')
  // A release may have brought new words.
  void renewLexemes().catch(sayError('alerts.renew'))
  await runner.promise
  await endLease()
  closeMail()
  await closeDb()
}

/** Demo mode never mails out: its relay is the catcher in this process. */
async function openMail(): Promise<() => void> {
  const catcher = isDemo() ? await startCatcher() : null
  const url = catcher?.url ?? env().MAIL_URL
  if (!url) {
    say('warning', { message: 'MAIL_URL is not set: mail waits in the outbox' })
    return () => {}
  }
  const transport = openTransport(url)
  setTransport(transport)
  return () => {
    transport.close()
    void catcher?.close()
  }
}

/** Tells every 5 s that this worker lives, and frees every 15 s the tasks of those that do not (ARCHITECTURE.md, decision 9). */
function keepLease(events: WorkerEvents): () => Promise<void> {
  // graphile-worker locks a task in the name of the pool of its workers, not of the single one.
  const ids: string[] = []
  const tell = () => Promise.all(ids.map((id) => beat(id))).catch(sayError('heartbeat'))
  events.on('pool:create', ({ workerPool }) => {
    ids.push(workerPool.id)
    void tell()
  })
  const timers = [setInterval(tell, BEAT_EVERY_MS), setInterval(releaseDead, LOOK_EVERY_MS)]
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(ids.map((id) => endBeat(id))).catch(sayError('heartbeat'))
  }
}

async function releaseDead(): Promise<void> {
  const dead = await releaseDeadWorkers().catch(sayError('lease'))
  if (dead && dead.length > 0) say('warning', { message: 'took up the tasks of dead workers', workers: dead })
}

function logFailures(events: WorkerEvents): void {
  events.on('job:error', ({ job, error }) => {
    const { id, task_identifier: task, attempts, max_attempts: maxAttempts } = job
    say('error', { task, taskId: id, attempts, maxAttempts, message: messageOf(error) })
  })
}

function stopWhenTold(stop: () => Promise<void>): void {
  let isTold = false
  const onTold = () => {
    if (isTold) return
    isTold = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    stop().catch(sayError('stop'))
  }
  // The supervisor closes the channel to end this process, and it closes when the supervisor is killed.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, onTold)
}

/** One line of JSON each; an address that a message repeats does not go into the log. */
function say(level: 'warning' | 'error', facts: Record<string, unknown>): void {
  const line = JSON.stringify({ level, at: new Date().toISOString(), process: 'worker', ...facts })
  console.error(line.replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, '[address]'))
}

function sayError(where: string) {
  return (error: unknown): undefined => say('error', { where, message: messageOf(error) }) as undefined
}

/** A failed query is named by its code only: its message repeats what a person typed. */
function messageOf(error: unknown): string {
  const database = databaseErrorOf(error)
  if (database)
    return ['database', database.code, database.table, database.constraint].filter(Boolean).join(' ')
  return (error instanceof Error ? error.message : String(error)).slice(0, 300)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    sayError('start')(error)
    process.exit(1)
  },
)
