import { sql } from 'drizzle-orm'
import { jobEvents } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { done } from '@/lib/outcome'
import { unlistJobs } from './listing'

const system = { kind: 'system', name: 'jobs.close_due' } as const
const BATCH = 200

export const jobTasks = {
  'jobs.close_due': async () => {
    await closeDueJobs()
  },
}

/** Closes every open job whose time is over, in batches so that each transaction is short; answers how many. */
export async function closeDueJobs(): Promise<number> {
  let closed = 0
  for (;;) {
    const batch = await closeBatch()
    closed += batch
    if (batch < BATCH) return closed
  }
}

async function closeBatch(): Promise<number> {
  const outcome = await inTransaction(system, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update jobs set state = 'closed', closed_at = now(), close_reason = 'expired', draft = null, updated_at = now()
      where id in (
        select id from jobs where state = 'published' and closes_at <= now()
        order by closes_at limit ${BATCH} for update skip locked)
      returning id`)
    const ids = rows.map((row) => Number(row.id))
    if (ids.length === 0) return done(0)
    await unlistJobs(tx, ids)
    await tx
      .insert(jobEvents)
      .values(ids.map((jobId) => ({ jobId, kind: 'closed' as const, facts: { reason: 'expired' } })))
    const facts = { reason: 'expired' }
    for (const id of ids)
      await recordAudit(tx, system, { action: 'job.closed', objectKind: 'job', objectId: String(id), facts })
    return done(ids.length)
  })
  return outcome.ok ? outcome.value : 0
}
