import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Outcome } from '@/lib/outcome'
import { type Db, db } from './client'
import { idempotencyKeys } from './schema'

/** Who acts. `request` is there when the write came over HTTP. */
export type Actor = (
  | { kind: 'person'; userId: string }
  | { kind: 'visitor' }
  | { kind: 'system'; name: string }
) & { request?: RequestFacts }

export type RequestFacts = {
  id: string
  idempotency?: { key: string; route: string; body: string }
}

/** A transaction reads and writes like the database itself. */
export type Tx = Pick<
  Db,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'query' | '$count'
>

export class IdempotencyConflict extends Error {
  override name = 'IdempotencyConflict'
}

/**
 * The one way to write. Everything in `work` becomes visible together or not at all; a refused outcome rolls back.
 * When the request carried an idempotency key, the first outcome is stored with the write itself and handed to
 * every repetition; the same key with another body throws `IdempotencyConflict` (422).
 */
export async function inTransaction<R extends string, T>(
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<R, T>>,
  database: Db = db(),
): Promise<Outcome<R, T>> {
  try {
    return await database.transaction(async (tx) => {
      await tx.execute(sql`select set_config('waypost.actor', ${actorName(actor)}, true)`)
      const first = await claim(tx, actor)
      if (first.taken) return first.outcome as Outcome<R, T>
      const outcome = await work(tx)
      if (!outcome.ok) throw new RolledBack(outcome)
      await first.keep(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Outcome<R, T>
    throw error
  }
}

class RolledBack extends Error {
  constructor(readonly outcome: Outcome<string, unknown>) {
    super('refused')
  }
}

type Claim = { taken: true; outcome: unknown } | { taken: false; keep: (outcome: unknown) => Promise<void> }

async function claim(tx: Tx, actor: Actor): Promise<Claim> {
  const given = actor.request?.idempotency
  if (!given) return { taken: false, keep: async () => {} }
  const scope = `${actorName(actor)} ${given.route}`
  const requestHash = createHash('sha256').update(given.body).digest('hex')
  const here = and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, given.key))
  const fresh = await tx
    .insert(idempotencyKeys)
    .values({ scope, key: given.key, requestHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (fresh.length > 0) {
    const keep = async (outcome: unknown) => {
      await tx.update(idempotencyKeys).set({ outcome }).where(here)
    }
    return { taken: false, keep }
  }
  const [known] = await tx
    .select({ requestHash: idempotencyKeys.requestHash, outcome: idempotencyKeys.outcome })
    .from(idempotencyKeys)
    .where(here)
  if (known?.requestHash !== requestHash) throw new IdempotencyConflict()
  return { taken: true, outcome: known.outcome }
}

function actorName(actor: Actor): string {
  if (actor.kind === 'person') return `person:${actor.userId}`
  return actor.kind === 'system' ? `system:${actor.name}` : 'visitor'
}
