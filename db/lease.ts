import { sql } from 'drizzle-orm'
import { type Db, db } from './client'
import { workerHeartbeats } from './schema'

/** A worker says every 5 s that it lives; one that was silent for 30 s has died, and within 15 s more its tasks are free again. */
export const BEAT_EVERY_MS = 5_000
export const LOOK_EVERY_MS = 15_000
const DEAD_AFTER_SECONDS = 30

export async function beat(workerId: string, database: Db = db()): Promise<void> {
  await database
    .insert(workerHeartbeats)
    .values({ workerId })
    .onConflictDoUpdate({ target: workerHeartbeats.workerId, set: { seenAt: sql`now()` } })
}

export async function endBeat(workerId: string, database: Db = db()): Promise<void> {
  await database.delete(workerHeartbeats).where(sql`${workerHeartbeats.workerId} = ${workerId}`)
}

/**
 * Frees the tasks of workers that are silent, and answers who they were. graphile-worker itself waits four hours. A lock
 * younger than the limit is left alone, so that a worker that just started is not taken for dead.
 */
export async function releaseDeadWorkers(database: Db = db()): Promise<string[]> {
  const { rows } = await database.execute<{ workerId: string }>(sql`
    select distinct locked_by as "workerId" from graphile_worker.jobs j
    where locked_by is not null and locked_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})
      and not exists (
        select 1 from worker_heartbeats h
        where h.worker_id = j.locked_by and h.seen_at > now() - make_interval(secs => ${DEAD_AFTER_SECONDS}))`)
  const dead = rows.map((row) => row.workerId)
  if (dead.length > 0)
    await database.execute(sql`select graphile_worker.force_unlock_workers(${sql.param(dead)}::text[])`)
  // Also of those that died idle: a worker that was only frozen beats anew.
  await database.execute(
    sql`delete from worker_heartbeats where seen_at <= now() - make_interval(secs => ${DEAD_AFTER_SECONDS})`,
  )
  return dead
}
