import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { alertMatches } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import { matchingJobs } from './query'

/** One mail takes so many openings; the rest follows in the next. */
const PENDING_LIMIT = 10_000

/** Openings that a saved search matched and that nobody was told of, the oldest first. */
export async function listPending(savedSearchId: string): Promise<number[]> {
  const rows = await db()
    .select({ openingId: alertMatches.openingId })
    .from(alertMatches)
    .where(pendingOf(savedSearchId))
    .orderBy(alertMatches.matchedAt)
    .limit(PENDING_LIMIT)
  return rows.map((row) => row.openingId)
}

/** Opening → its open jobs that match now, the newest first: in one city the job may be closed and in another open. */
export type OpenNow = Map<number, number[]>

export async function listOpenNow(savedSearchId: string, openingIds: number[]): Promise<OpenNow> {
  const { rows } = await db().execute<{ jobId: string; openingId: string; canonical: string }>(sql`
    select js.job_id as "jobId", js.opening_id as "openingId", q.canonical
    from saved_searches s join saved_queries q on q.id = s.query_id
    join jobs j on j.opening_id = any(${sql.param(openingIds)}::bigint[])
    join job_search js on js.job_id = j.id
    where s.id = ${savedSearchId}
    order by js.first_published_at desc, js.job_id desc`)
  const jobs = rows.map((row) => ({ jobId: Number(row.jobId), openingId: Number(row.openingId) }))
  const ids = jobs.map(({ jobId }) => jobId)
  const matching = new Set(rows[0] ? await matchingJobs(rows[0].canonical, ids) : [])
  const open: OpenNow = new Map()
  for (const { jobId, openingId } of jobs) {
    if (matching.has(jobId)) open.set(openingId, [...(open.get(openingId) ?? []), jobId])
  }
  return open
}

/** Those that are still pending, locked: another worker that tells of them waits, and then finds none. */
export async function lockPending(tx: Tx, savedSearchId: string, openingIds: number[]): Promise<number[]> {
  const rows = await tx
    .select({ openingId: alertMatches.openingId })
    .from(alertMatches)
    .where(and(pendingOf(savedSearchId), among(openingIds)))
    .for('update')
  return rows.map((row) => row.openingId)
}

export async function markTold(
  tx: Tx,
  told: { savedSearchId: string; deliveryId: number; openingIds: number[] },
): Promise<void> {
  await tx
    .update(alertMatches)
    .set({ deliveryId: told.deliveryId })
    .where(and(pendingOf(told.savedSearchId), among(told.openingIds)))
}

export async function forget(tx: Tx, savedSearchId: string, openingIds: number[]): Promise<undefined> {
  await tx.delete(alertMatches).where(and(pendingOf(savedSearchId), among(openingIds)))
}

function pendingOf(savedSearchId: string) {
  return and(eq(alertMatches.savedSearchId, savedSearchId), isNull(alertMatches.deliveryId))
}

function among(openingIds: number[]) {
  return sql`${alertMatches.openingId} = any(${sql.param(openingIds)}::bigint[])`
}
