import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** Between two questions to one host, whoever asks: a person clicking about is quicker. */
const PACE = sql`interval '500 milliseconds'`

/** Waits for this host's turn. The table holds the pace of all processes together. */
export async function waitForTurn(url: string): Promise<void> {
  const { host } = new URL(url)
  const { rows } = await db().execute<{ waitMs: number }>(sql`
    insert into host_paces as p (host, next_at) values (${host.slice(0, 300)}, now() + ${PACE})
    on conflict (host) do update set next_at = greatest(p.next_at, now()) + ${PACE}
    returning greatest(0, extract(epoch from next_at - ${PACE} - now()) * 1000)::int as "waitMs"`)
  const waitMs = Number(rows[0]?.waitMs ?? 0)
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
}

/** The host wants to be left alone for so long. */
export async function holdHost(url: string, seconds: number): Promise<void> {
  const { host } = new URL(url)
  await db().execute(sql`
    insert into host_paces as p (host, next_at) values (${host.slice(0, 300)}, now() + make_interval(secs => ${seconds}))
    on conflict (host) do update set next_at = greatest(p.next_at, excluded.next_at)`)
}
