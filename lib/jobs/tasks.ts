import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { jobEvents } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { done } from '@/lib/outcome'
import { listJobs, unlistJobs } from './listing'

const closing = { kind: 'system', name: 'jobs.close_due' } as const
const relisting = { kind: 'system', name: 'jobs.relist' } as const
const BATCH = 200

const relistPayload = z.object({ companyId: z.number().int() })

export const jobTasks = {
  'jobs.close_due': async () => {
    await closeDueJobs()
  },
  'jobs.relist': async (payload: unknown) => relistJobs(relistPayload.parse(payload).companyId),
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
  const outcome = await inTransaction(closing, async (tx) => {
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
    await recordAudit(tx, closing, ...ids.map(expired))
    return done(ids.length)
  })
  return outcome.ok ? outcome.value : 0
}

function expired(id: number) {
  return {
    action: 'job.closed',
    objectKind: 'job',
    objectId: String(id),
    facts: { reason: 'expired' },
  }
}

/** Writes the open jobs of a company into the listing anew, where its name is searched. */
export async function relistJobs(companyId: number): Promise<void> {
  let last: number | undefined = 0
  while (last !== undefined) last = await relistBatch(companyId, last)
}

/** Answers the last id of a full batch. The jobs are locked, so that none that closes meanwhile comes back. */
async function relistBatch(companyId: number, after: number): Promise<number | undefined> {
  const outcome = await inTransaction(relisting, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select id from jobs where company_id = ${companyId} and state = 'published' and id > ${after}
      order by id limit ${BATCH} for no key update`)
    const ids = rows.map((row) => Number(row.id))
    await listJobs(tx, ids)
    return done(ids.length < BATCH ? undefined : ids.at(-1))
  })
  return outcome.ok ? outcome.value : undefined
}
