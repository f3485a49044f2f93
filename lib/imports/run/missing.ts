import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { unlistJobs } from '@/lib/jobs/listing'
import { inRun, type Run, system } from './lease'

/** A job that its source has not shown for this long is closed. */
export const UNSEEN_HOURS = 48

/** By so much of its open jobs a source's answer may be smaller before it is doubted. */
export const MAX_DROP = 0.3

/** With fewer open jobs, none of them in the answer is no wonder. */
const MANY = 10

const ROUND = 500

export type Gone = {
  /** Open before this run. */
  open: number
  ids: number[]
}

/** The open jobs of a source that its answer did not show. */
export async function listGone(sourceId: number, seen: ReadonlySet<number>): Promise<Gone> {
  const { rows } = await db().execute<{ id: string }>(
    sql`select id from jobs where source_id = ${sourceId} and state = 'published' order by id`,
  )
  const { rows: runs } = await db().execute<{ opened: number }>(sql`
    select added + reopened as opened from import_runs where source_id = ${sourceId} and state = 'running'`)
  const ids = rows.map((row) => Number(row.id)).filter((id) => !seen.has(id))
  return { open: rows.length - (runs[0]?.opened ?? 0), ids }
}

/** An answer that is empty, more than 30 % smaller than what is open, or has nothing of it, is rather broken than true. */
export function isDoubtful({ open, ids }: Gone, answered: number): boolean {
  if (ids.length === 0) return false
  return answered === 0 || answered < open * (1 - MAX_DROP) || (open >= MANY && ids.length >= open)
}

/** Notes since when each job is gone: now, or so many hours ago where its people said that it is; answers how many are new. */
export async function markMissing(run: Run, ids: readonly number[], hoursAgo = 0): Promise<number> {
  let marked = 0
  for (let start = 0; start < ids.length; start += ROUND) {
    const round = ids.slice(start, start + ROUND)
    marked += await inRun(run, async (tx) => {
      const { rowCount } = await tx.execute(sql`
        update jobs set missing_since = now() - make_interval(hours => ${hoursAgo})
        where id = any(${sql.param(round)}::bigint[]) and state = 'published'
          and (missing_since is null or ${hoursAgo} > 0)`)
      await tx.execute(sql`update import_runs set missing = missing + ${rowCount ?? 0} where id = ${run.id}`)
      return rowCount ?? 0
    })
  }
  return marked
}

/** Closes the jobs that have been gone for 48 hours; answers how many. */
export async function closeGone(run: Run): Promise<number> {
  let closed = 0
  for (;;) {
    const round = await inRun(run, async (tx) => {
      const ids = await closeRound(tx, run.sourceId)
      await tx.execute(sql`update import_runs set closed = closed + ${ids.length} where id = ${run.id}`)
      return ids.length
    })
    closed += round
    if (round < ROUND) return closed
  }
}

async function closeRound(tx: Tx, sourceId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update jobs set state = 'closed', closed_at = now(), close_reason = 'source_gone', missing_since = null, draft = null,
      updated_at = now()
    where id in (
      select id from jobs
      where source_id = ${sourceId} and state = 'published' and missing_since <= now() - make_interval(hours => ${UNSEEN_HOURS})
      order by id limit ${ROUND} for update skip locked)
    returning id`)
  const ids = rows.map((row) => Number(row.id))
  if (ids.length === 0) return ids
  await unlistJobs(tx, ids)
  await tx.execute(sql`
    insert into job_events (job_id, kind, facts)
    select unnest(${sql.param(ids)}::bigint[]), 'closed', '{"reason": "source_gone"}'`)
  await recordAudit(
    tx,
    system,
    ...ids.map((id) => ({
      action: 'job.closed',
      objectKind: 'job',
      objectId: String(id),
      facts: { reason: 'source_gone' },
    })),
  )
  return ids
}
