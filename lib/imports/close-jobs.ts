import { type SQL, sql } from 'drizzle-orm'
import type { Actor, Tx } from '@/db/transaction'
import type { CloseReason } from '@/db/values'
import { unlistJobs } from '@/lib/jobs/listing'

/** Jobs closed by one statement: a source may have a hundred thousand. */
const ROUND = 500

/**
 * Closes the open ones of these jobs for whoever says so; answers how many. `left-out` closes them as withdrawn by a choice that may be
 * taken back: a closed job that is also missing is opened again when its source shows it and it is wanted.
 */
export async function closeJobs(
  tx: Tx,
  actor: Actor,
  which: SQL,
  why: Extract<CloseReason, 'withdrawn' | 'source_gone'> | 'left-out',
): Promise<number> {
  let closed = 0
  for (;;) {
    const round = await closeRound(tx, actor, which, why)
    closed += round
    if (round < ROUND) return closed
  }
}

async function closeRound(
  tx: Tx,
  actor: Actor,
  which: SQL,
  why: Parameters<typeof closeJobs>[3],
): Promise<number> {
  const reason: CloseReason = why === 'left-out' ? 'withdrawn' : why
  const { rows } = await tx.execute<{ id: string }>(sql`
    update jobs set state = 'closed', closed_at = now(), close_reason = ${reason}, draft = null,
      missing_since = ${why === 'left-out' ? sql`now()` : null}, updated_at = now()
    where id in (select id from jobs where state = 'published' and ${which} order by id limit ${ROUND})
    returning id`)
  const ids = rows.map((row) => Number(row.id))
  if (ids.length === 0) return 0
  await unlistJobs(tx, ids)
  await tx.execute(sql`
    insert into job_events (job_id, kind, facts, by_user)
    select unnest(${sql.param(ids)}::bigint[]), 'closed', ${JSON.stringify({ reason })}::jsonb,
      ${actor.kind === 'person' ? actor.userId : null}::uuid`)
  return ids.length
}
