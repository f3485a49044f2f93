import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { importRuns, imports } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { done, type Outcome, refused } from '@/lib/outcome'

export const system: Actor = { kind: 'system', name: 'imports.run' }

/** A run tells at least this often that it lives; after that another process may take it up. */
const LEASE = sql`interval '60 seconds'`

export type Run = { id: number; sourceId: number; token: string; isTakenUp: boolean }

/** Of two who want to run one import, the second is refused; one that rests is not run. A run that was killed is taken up, not begun again. */
export async function takeRun(sourceId: number): Promise<Outcome<'leased' | 'absent', Run>> {
  const token = randomUUID()
  return inTransaction<'leased' | 'absent', Run>(system, async (tx) => {
    const [known] = await tx
      .select({
        isLeased: sql<boolean>`coalesce(${imports.leasedUntil} > now(), false)`,
        state: imports.state,
      })
      .from(imports)
      .where(eq(imports.sourceId, sourceId))
      .for('no key update')
    if (known?.state !== 'active') return refused('absent')
    if (known.isLeased) return refused('leased')
    await tx
      .update(imports)
      .set({ leaseToken: token, leasedUntil: sql`now() + ${LEASE}` })
      .where(eq(imports.sourceId, sourceId))
    const [left] = await tx
      .update(importRuns)
      .set({ attempts: sql`${importRuns.attempts} + 1` })
      .where(and(eq(importRuns.sourceId, sourceId), eq(importRuns.state, 'running')))
      .returning({ id: importRuns.id })
    if (left) return done({ id: left.id, sourceId, token, isTakenUp: true })
    const [begun] = await tx.insert(importRuns).values({ sourceId }).returning({ id: importRuns.id })
    if (!begun) throw new Error('a run was not written')
    return done({ id: begun.id, sourceId, token, isTakenUp: false })
  })
}

/** What its people want has changed: a run under way ends, whatever it still wanted to write, and the next one begins anew. */
export async function breakRun(tx: Tx, sourceId: number, why: string): Promise<void> {
  await tx.update(imports).set({ leaseToken: null, leasedUntil: null }).where(eq(imports.sourceId, sourceId))
  await tx
    .update(importRuns)
    .set({ state: 'failed', error: why, endedAt: sql`now()` })
    .where(and(eq(importRuns.sourceId, sourceId), eq(importRuns.state, 'running')))
}

/** Another process has taken this run up, or its people ended it: whatever this one still wanted to write is undone. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/** The one way in which a run writes: the lease is prolonged with it, or nothing is written. */
export async function inRun<T>(run: Run, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outcome = await inTransaction<never, T>(system, async (tx) => {
    const result = await work(tx)
    // Last, so that two batches wait for each other's lock as briefly as can be.
    await keepLease(tx, run)
    return done(result)
  })
  if (!outcome.ok) throw new Error('a run is never refused')
  return outcome.value
}

/** Before each wait: for an answer, or for a host's turn. */
export async function keepLease(tx: Pick<Tx, 'update'>, run: Run): Promise<void> {
  const kept = await tx
    .update(imports)
    .set({ leasedUntil: sql`now() + ${LEASE}` })
    .where(and(eq(imports.sourceId, run.sourceId), eq(imports.leaseToken, run.token)))
    .returning({ sourceId: imports.sourceId })
  if (kept.length === 0) throw new LeaseLost()
}
