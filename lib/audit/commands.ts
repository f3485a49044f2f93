import { auditLog } from '@/db/schema'
import type { Actor, Tx } from '@/db/transaction'

type Entry = { action: string; objectKind: string; objectId?: string; facts?: Record<string, unknown> }

/** Writes who did what into the caller's transaction. Facts hold ids and states, never texts or addresses. */
export async function recordAudit(tx: Tx, actor: Actor, ...entries: Entry[]): Promise<void> {
  const who = {
    actorKind: actor.kind,
    actorId: actor.kind === 'person' ? actor.userId : null,
    requestId: actor.request?.id ?? null,
  }
  await tx.insert(auditLog).values(entries.map((entry) => ({ ...who, ...entry })))
}
