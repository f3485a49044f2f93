import { eq } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import { importPreviews } from '@/db/schema'
import type { Tx } from '@/db/transaction'

/** Runs that a worker has at the same time, so that mail and alerts never wait for sources; looks have queues of their own. */
const RUNS_AT_ONCE = 2

/** Sets a run off. While one waits, another is the same; one that fails is tried again by the schedule, not by the queue. */
export async function setOffRun(tx: Tx, sourceId: number): Promise<void> {
  const when = {
    key: `imports.run:${sourceId}`,
    queue: `imports.run:${sourceId % RUNS_AT_ONCE}`,
    maxAttempts: 1,
  }
  await addTask(tx, 'imports.run', { sourceId }, when)
}

/** Sets a look off. What an earlier one saw goes: the page waits for the new one. */
export async function setOffLook(tx: Tx, sourceId: number): Promise<void> {
  await tx.delete(importPreviews).where(eq(importPreviews.sourceId, sourceId))
  const when = { key: `imports.preview:${sourceId}`, queue: 'imports.preview', maxAttempts: 3 }
  await addTask(tx, 'imports.preview', { sourceId }, when)
}
