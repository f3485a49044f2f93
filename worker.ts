import { parseCronItems, run, type TaskList } from 'graphile-worker'
import { deleteExpired } from '@/db/clean'
import { closeDb, openPool, setPool } from '@/db/client'
import { BEAT_EVERY_MS, beat, endBeat, LOOK_EVERY_MS, releaseDeadWorkers } from '@/db/lease'
import { env } from '@/lib/env'
import { mailTasks, requeueWaitingMail } from '@/lib/mail/tasks'

/** The background process: registers every noun's tasks. */
const taskList = { ...mailTasks, 'board.clean': deleteExpired } as unknown as TaskList

const TIMETABLE = parseCronItems([
  { task: 'board.clean', match: '*/10 * * * *' },
  { task: 'mail.requeue', match: '*/5 * * * *' },
])

/** A digest or a sweep may take longer than a page. */
const STATEMENT_TIMEOUT_MS = 60_000

const workerIds = new Set<string>()

async function main(): Promise<void> {
  const pgPool = openPool(env().DATABASE_URL, STATEMENT_TIMEOUT_MS)
  // A connection that breaks while it is lent out reports to itself, not to the pool.
  pgPool.on('connect', (client) => client.on('error', () => {}))
  setPool(pgPool)
  const runner = await run({
    pgPool,
    taskList,
    parsedCronItems: TIMETABLE,
    concurrency: 4,
    pollInterval: 1000,
    noHandleSignals: true,
  })
  runner.events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId))
  const beating = setInterval(() => void quietly(beatAll()), BEAT_EVERY_MS)
  const looking = setInterval(() => void quietly(releaseDeadWorkers()), LOOK_EVERY_MS)
  await quietly(beatAll())
  await quietly(requeueWaitingMail())

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    clearInterval(beating)
    clearInterval(looking)
    await quietly(runner.stop())
    for (const workerId of workerIds) await quietly(endBeat(workerId))
    await closeDb()
    process.exit(0)
  }
  // The supervisor closes the channel to end us, and it closes when the supervisor is killed.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => void stop())
}

async function beatAll(): Promise<void> {
  for (const workerId of workerIds) await beat(workerId)
}

/** The next beat or look tries again; an outage of the database must not end the worker. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    console.error(
      JSON.stringify({ level: 'error', message: error instanceof Error ? error.message : String(error) }),
    )
  }
}

await main()
