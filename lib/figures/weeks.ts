import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { WeeksValue } from './types'

/** Shown at most: a year. */
const WEEKS = 52

type Row = { roleId: number; week: string; opened: number; closed: number }

/**
 * Openings and closings of each role by week, only as this board saw them: an opening counts in the week in which its first job was published
 * here, and in the week in which its last one closed. What was there in the week in which the board began is no event. Whole weeks from Monday, UTC.
 */
export async function readWeeks(roleIds: readonly number[]): Promise<Map<number, WeeksValue>> {
  const { rows: watched } = await db().execute<{ since: string | null }>(sql`
    select to_char(date_trunc('week', min(at) at time zone 'UTC') + interval '1 week', 'YYYY-MM-DD') as since
    from (select at from job_events order by id limit 1) first`)
  const since = watched[0]?.since ?? null
  if (since === null || roleIds.length === 0) return new Map()
  const { rows } = await db().execute<Row>(sql`
    with seen as (
      select j.role_id as role, j.opening_id as opening, e.kind, e.at
      from job_events e join jobs j on j.id = e.job_id
      where e.kind in ('published', 'closed')
        and case e.kind
          when 'published' then not exists (select from jobs o where o.opening_id = j.opening_id and o.id < j.id)
          else not exists (select from jobs o where o.opening_id = j.opening_id and o.state = 'published')
        end
        and j.role_id = any(${sql.param([...roleIds])}::int[])
        and e.at >= greatest(${since}::timestamp at time zone 'UTC', now() - make_interval(weeks => ${WEEKS}))
        and e.at < date_trunc('week', now() at time zone 'UTC') at time zone 'UTC'
    )
    select role as "roleId", to_char(date_trunc('week', at at time zone 'UTC'), 'YYYY-MM-DD') as week,
      count(distinct opening) filter (where kind <> 'closed')::int as opened,
      count(distinct opening) filter (where kind = 'closed')::int as closed
    from seen group by 1, 2 order by 1, 2`)
  const found = new Map<number, WeeksValue>()
  for (const { roleId, week, opened, closed } of rows) {
    const value = found.get(roleId) ?? { since, weeks: [] }
    value.weeks.push({ week, opened, closed })
    found.set(roleId, value)
  }
  return found
}
