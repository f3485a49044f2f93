import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'

const system = { kind: 'system', name: 'figures' } as const
const EXACT_DAYS = 30

/**
 * Figures change every hour, and the jobs of each version are kept for 30 days. Afterwards a version keeps its numbers and its address, and its
 * jobs are those of the last version of the same day (UTC), so that what is kept grows by a day and not by an hour.
 */
export async function thinFigures(): Promise<{ thinned: number }> {
  const outcome = await inTransaction(system, async (tx) => {
    const { rows } = await tx.execute<{ thinned: number }>(sql`
      with last as (
        select distinct on (key, (computed_at at time zone 'UTC')::date) id, key, (computed_at at time zone 'UTC')::date as day, job_set_id
        from figures where computed_at < now() - make_interval(days => ${EXACT_DAYS - 1})
        order by key, (computed_at at time zone 'UTC')::date, computed_at desc, id desc
      ), thinned as (
        update figures f set job_set_id = last.job_set_id, thinned_at = now()
        from last
        where f.superseded_at < now() - make_interval(days => ${EXACT_DAYS}) and f.thinned_at is null and f.key = last.key
          and (f.computed_at at time zone 'UTC')::date = last.day and f.id <> last.id
        returning f.id
      )
      select count(*)::int as thinned from thinned`)
    await tx.execute(sql`
      delete from figure_job_sets s where not exists (select from figures where job_set_id = s.id)`)
    return done({ thinned: rows[0]?.thinned ?? 0 })
  })
  return outcome.ok ? outcome.value : { thinned: 0 }
}
