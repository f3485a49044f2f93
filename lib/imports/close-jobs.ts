import { type SQL, sql } from 'drizzle-orm'
import { jobEvents } from '@/db/schema'
import type { Actor, Tx } from '@/db/transaction'
import type { CloseReason } from '@/db/values'
import { unlistJobs } from '@/lib/jobs/listing'

/**
 * Closes the open ones of these jobs for whoever says so; answers their ids. `left-out` closes them as withdrawn by a choice that may be
 * taken back: a closed job that is also missing is opened again when its source shows it and it is wanted.
 */
export async function closeJobs(
  tx: Tx,
  actor: Actor,
  which: SQL,
  why: Extract<CloseReason, 'withdrawn' | 'source_gone'> | 'left-out',
): Promise<number[]> {
  const reason: CloseReason = why === 'left-out' ? 'withdrawn' : why
  const { rows } = await tx.execute<{ id: string }>(sql`
    update jobs set state = 'closed', closed_at = now(), close_reason = ${reason}, draft = null,
      missing_since = ${why === 'left-out' ? sql`now()` : null},
      updated_at = now()
    where state = 'published' and ${which} returning id`)
  const ids = rows.map((row) => Number(row.id))
  await unlistJobs(tx, ids)
  const byUser = actor.kind === 'person' ? actor.userId : null
  if (ids.length > 0)
    await tx
      .insert(jobEvents)
      .values(ids.map((jobId) => ({ jobId, kind: 'closed' as const, facts: { reason }, byUser })))
  return ids
}
