import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** Between two questions to one host, whoever asks: a person clicking about is quicker. */
const PACE = sql`interval '500 milliseconds'`

/** Longer than that nobody waits for a host: a worker that sleeps does nothing else. */
export const MAX_WAIT_S = 40

/**
 * Waits for this host's turn; false, at once and without a place in the queue, when that would take longer than 40 s. The table holds
 * the pace of all processes together.
 */
export async function waitForTurn(url: string): Promise<boolean> {
  const { host } = new URL(url)
  const { rows } = await db().execute<{ waitMs: number }>(sql`
    insert into host_paces as p (host, next_at) values (${host.slice(0, 300)}, now() + ${PACE})
    on conflict (host) do update set next_at = greatest(p.next_at, now()) + ${PACE}
      where p.next_at <= now() + make_interval(secs => ${MAX_WAIT_S})
    returning greatest(0, extract(epoch from next_at - ${PACE} - now()) * 1000)::int as "waitMs"`)
  const [turn] = rows
  if (!turn) return false
  if (turn.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, Number(turn.waitMs)))
  return true
}

/** The host wants to be left alone for so long. */
export async function holdHost(url: string, seconds: number): Promise<void> {
  const { host } = new URL(url)
  await db().execute(sql`
    insert into host_paces as p (host, next_at) values (${host.slice(0, 300)}, now() + make_interval(secs => ${seconds}))
    on conflict (host) do update set next_at = greatest(p.next_at, excluded.next_at)`)
}
