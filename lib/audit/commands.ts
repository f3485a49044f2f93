import { auditLog } from '@/db/schema'
import type { Actor, Tx } from '@/db/transaction'

type Entry = { action: string; objectKind: string; objectId?: string; facts?: Record<string, unknown> }

/** Writes who did what into the caller's transaction. Facts hold ids and states, never texts or addresses. */
export async function recordAudit(tx: Tx, actor: Actor, entry: Entry): Promise<void> {
  await tx.insert(auditLog).values({
    actorKind: actor.kind,
    actorId: actor.kind === 'person' ? actor.userId : null,
    action: entry.action,
    objectKind: entry.objectKind,
    objectId: entry.objectId ?? null,
    requestId: actor.request?.id ?? null,
    facts: entry.facts ?? {},
  })
}
