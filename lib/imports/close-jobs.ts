import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import type { CloseReason } from '@/db/values'
import { unlistJobs } from '@/lib/jobs/listing'
import { done } from '@/lib/outcome'

/** Jobs closed by one statement: a source may have a hundred thousand. */
const ROUND = 500

type Why = Extract<CloseReason, 'withdrawn' | 'source_gone'> | 'left-out'

/**
 * Closes the open ones of these jobs for whoever says so; answers how many. `left-out` closes them as withdrawn by a choice that may be
 * taken back: a closed job that is also missing is opened again when its source shows it and it is wanted.
 */
export async function closeJobs(tx: Tx, actor: Actor, which: SQL, why: Why): Promise<number> {
  let closed = 0
  for (const round of inRounds(await listOpen(tx, which)))
    closed += await closeRound(tx, actor, { which, why, round })
  return closed
}

/** The same for any number of jobs: each round is a transaction of its own, so that whoever is killed has only the rest to do. */
export async function closeInRounds(actor: Actor, which: SQL, why: Why): Promise<void> {
  for (;;) {
    const open = await listOpen(db(), which)
    if (open.length === 0) return
    for (const round of inRounds(open))
      await inTransaction(actor, async (tx) => done(await closeRound(tx, actor, { which, why, round })))
  }
}

async function listOpen(tx: Pick<Tx, 'execute'>, which: SQL): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from jobs where state = 'published' and ${which} order by id`,
  )
  return rows.map(({ id }) => Number(id))
}

function* inRounds(ids: readonly number[]): Generator<number[]> {
  for (let start = 0; start < ids.length; start += ROUND) yield ids.slice(start, start + ROUND)
}

type Round = { which: SQL; why: Why; round: readonly number[] }

async function closeRound(tx: Tx, actor: Actor, { which, why, round }: Round): Promise<number> {
  const reason: CloseReason = why === 'left-out' ? 'withdrawn' : why
  const { rows } = await tx.execute<{ id: string }>(sql`
    update jobs set state = 'closed', closed_at = now(), close_reason = ${reason}, draft = null,
      missing_since = ${why === 'left-out' ? sql`now()` : null}, updated_at = now()
    where id = any(${sql.param([...round])}::bigint[]) and state = 'published' and ${which}
    returning id`)
  const ids = rows.map((row) => Number(row.id))
  if (ids.length === 0) return 0
  await unlistJobs(tx, ids)
  await tx.execute(sql`
    insert into job_events (job_id, kind, facts, by_user)
    select unnest(${sql.param(ids)}::bigint[]), 'closed', ${JSON.stringify({ reason })}::jsonb,
      (select id from users where id = ${actor.kind === 'person' ? actor.userId : null}::uuid)`)
  return ids.length
}
