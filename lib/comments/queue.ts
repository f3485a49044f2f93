import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { getPageAt } from '@/lib/guides/page-at'
import { shownName } from './rules'
import { isKnownHere } from './writer'

export type QueuedComment = {
  id: string
  page: { href: string; title: string }
  name: string
  text: string
  /** The beginning of what it answers. */
  answers: string | null
  at: string
  isHeld: boolean
  /** Nothing of its writer's has been approved until now. */
  isOfNewcomer: boolean
  reports: number
  /** The first of them. */
  reasons: string[]
}
export type Queue = { comments: QueuedComment[]; next: string | null }

export const QUEUED_SHOWN = 25
const REASONS_SHOWN = 10
/** Characters. */
const ANSWERED_SHOWN = 300

/** Microseconds since 1970, since when a comment waits, and its id. */
const PLACE = /^(\d{1,18})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What a moderator has to look at, what waits longest first: held comments, and those with reports that nobody settled. */
export async function listWaitingComments(after?: string | string[]): Promise<Queue> {
  const [, micros, id] = PLACE.exec(String(after)) ?? []
  const part = micros ? sql`where (w.since, w.id) > (${micros}::bigint, ${id}::uuid)` : sql``
  const { rows } = await db().execute<Row>(sql`
    with waiting as (
      select id, (extract(epoch from created_at) * 1000000)::bigint as since from comments where state = 'held'
      union all
      select c.id, (extract(epoch from min(r.at)) * 1000000)::bigint
      from comment_reports r join comments c on c.id = r.comment_id
      where r.settled_at is null and c.state = 'shown' group by c.id
    )
    select c.id, c.page, u.name, c.body as text, left(p.body, ${ANSWERED_SHOWN}) as answers, c.created_at as at,
      c.state = 'held' as "isHeld", w.since,
      not ${isKnownHere(sql`u.id`)} as "isOfNewcomer",
      (select count(*)::int from comment_reports r where r.comment_id = c.id and r.settled_at is null) as reports,
      array(select r.reason from comment_reports r where r.comment_id = c.id and r.settled_at is null
        order by r.at, r.user_id limit ${REASONS_SHOWN}) as reasons
    from waiting w join comments c on c.id = w.id join users u on u.id = c.user_id
      left join comments p on p.id = c.parent_id
    ${part} order by w.since, w.id limit ${QUEUED_SHOWN + 1}`)
  const shown = rows.slice(0, QUEUED_SHOWN)
  const last = rows.length > QUEUED_SHOWN ? shown.at(-1) : undefined
  return {
    comments: await Promise.all(shown.map(queued)),
    next: last ? `${last.since}_${last.id}` : null,
  }
}

type Row = {
  id: string
  page: string
  name: string | null
  text: string
  answers: string | null
  at: Date
  isHeld: boolean
  since: string
  isOfNewcomer: boolean
  reports: number
  reasons: string[]
}

async function queued({ since: _, page, name, at, ...row }: Row): Promise<QueuedComment> {
  const title = (await getPageAt(page))?.title ?? page
  return { ...row, page: { href: page, title }, name: shownName(name), at: new Date(at).toISOString() }
}
