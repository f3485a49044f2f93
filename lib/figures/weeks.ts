import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { WeeksValue } from './types'

/** Shown at most: a year. */
const WEEKS = 52

type Row = { roleId: number; week: string; isWhole: boolean; opened: number; closed: number }

/** What happened to the openings of a role, oldest week first; the last may be the one that is not over yet. */
export type Seen = { since: string; weeks: Row[] }

/**
 * Openings and closings of each role by week, only as this board saw them: an opening counts in the week in which its first job was published
 * here or one came back, and in the week in which its last one closed. What was there in the week in which the board began is no event.
 */
export async function readWeeks(roleIds: readonly number[]): Promise<Map<number, Seen>> {
  const { rows: watched } = await db().execute<{ since: string | null }>(sql`
    select to_char(date_trunc('week', min(at) at time zone 'UTC') + interval '1 week', 'YYYY-MM-DD') as since
    from (select at from job_events order by id limit 1) first`)
  const since = watched[0]?.since ?? null
  if (since === null || roleIds.length === 0) return new Map()
  const { rows } = await db().execute<Row>(sql`
    with seen as (
      select j.role_id as role, j.opening_id as opening, e.kind, date_trunc('week', e.at at time zone 'UTC') as week
      from job_events e join jobs j on j.id = e.job_id
      where e.kind in ('published', 'reopened', 'closed')
        and case e.kind
          when 'published' then not exists (select from jobs o where o.opening_id = j.opening_id and o.id < j.id)
          when 'closed' then not exists (select from jobs o where o.opening_id = j.opening_id and o.state = 'published')
          else true
        end
        and j.role_id = any(${sql.param([...roleIds])}::int[])
        and e.at >= greatest(${since}::timestamp at time zone 'UTC', now() - make_interval(weeks => ${WEEKS}))
    )
    select role as "roleId", to_char(week, 'YYYY-MM-DD') as week, week < date_trunc('week', now() at time zone 'UTC') as "isWhole",
      count(distinct opening) filter (where kind <> 'closed')::int as opened,
      count(distinct opening) filter (where kind = 'closed')::int as closed
    from seen group by role, seen.week order by role, seen.week`)
  const found = new Map<number, Seen>()
  for (const row of rows) {
    const seen = found.get(row.roleId) ?? { since, weeks: [] }
    seen.weeks.push(row)
    found.set(row.roleId, seen)
  }
  return found
}

/** The whole weeks, with how many openings were open at the end of each: reckoned back from those that are open now. */
export function weeksOf({ since, weeks }: Seen, openNow: number): WeeksValue {
  let open = openNow
  const whole: WeeksValue['weeks'] = []
  for (const { week, isWhole, opened, closed } of weeks.toReversed()) {
    if (isWhole) whole.unshift({ week, opened, closed, open })
    open += closed - opened
  }
  return { since, weeks: whole }
}
