import { eq, sql } from 'drizzle-orm'
import { jobEvents, jobs } from '@/db/schema'
import type { Actor, Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import type { DraftForm } from './input'

/** Keeps the form as typed, and answers when. Autosave comes every few seconds, so it leaves no audit row. */
export async function keepForm(tx: Tx, id: number, form: DraftForm): Promise<Date> {
  const [kept] = await tx
    .update(jobs)
    .set({ draft: form, updatedAt: sql`now()` })
    .where(eq(jobs.id, id))
    .returning({ updatedAt: jobs.updatedAt })
  if (!kept) throw new Error('a locked job is gone')
  return kept.updatedAt
}

type NewEvent = Pick<typeof jobEvents.$inferInsert, 'jobId' | 'kind' | 'facts'>

/** Appends to the history of a job; answers the id of the event. */
export async function recordEvent(tx: Tx, actor: Actor, event: NewEvent): Promise<number> {
  const byUser = actor.kind === 'person' ? actor.userId : null
  const [made] = await tx
    .insert(jobEvents)
    .values({ ...event, byUser })
    .returning({ id: jobEvents.id })
  if (!made) throw new Error('an event was not written')
  return made.id
}

type Audited = { action: string; id: number; facts?: Record<string, unknown> }

export async function auditJob(tx: Tx, actor: Actor, { action, id, facts = {} }: Audited): Promise<void> {
  await recordAudit(tx, actor, { action, objectKind: 'job', objectId: String(id), facts })
}
