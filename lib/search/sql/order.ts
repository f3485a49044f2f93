import { type SQL, sql } from 'drizzle-orm'
import { FRESHNESS_POINTS, type Order } from '../condition'
import { columnsOf } from './condition-sql'

/** The rank of a row of `job_search`, a bigint; null where the date alone is the order. */
export function rankOf(order: Order): SQL | null {
  if (order.by === 'newest') return null
  if (order.by === 'pay') return sql`(case when pay_currency = ${order.currency} then annual_max else -1 end)`
  const fresh = sql`floor(extract(epoch from first_published_at) / 86400)::bigint * ${FRESHNESS_POINTS}::int`
  const points = order.terms.map(
    ({ points, condition }) => sql`case when ${columnsOf(condition)} then ${points}::int else 0 end`,
  )
  return sql`(${sql.join([fresh, ...points], sql` + `)})`
}

/** What a cursor says of the job at the edge. The time only helps to find it: cursors given away before it was added have none. */
export type Cursor = { rank: number; publicId: string; publishedAtMs: number | null }

/** Opaque outside: the rank where matches are ranked, the public id, and the time of publishing in base 36. */
export const CURSOR = /^(?:(-?\d{1,16})\.)?([a-z2-7]{26})(?:\.([0-9a-z]{1,10}))?$/

export function cursorOf(
  order: Order,
  rank: number,
  { publicId, firstPublishedAt }: { publicId: string; firstPublishedAt: string },
): string {
  const ms = Date.parse(firstPublishedAt)
  const time = ms >= 0 ? `.${ms.toString(36)}` : ''
  return `${order.by === 'newest' ? '' : `${rank}.`}${publicId}${time}`
}

/** Null when the cursor is of another order. */
export function cursorIn(order: Order, cursor: string): Cursor | null {
  const [, rank, publicId, time] = CURSOR.exec(cursor) ?? []
  if (publicId === undefined || (rank === undefined) !== (order.by === 'newest')) return null
  return {
    rank: Number(rank ?? 0),
    publicId,
    publishedAtMs: time === undefined ? null : Number.parseInt(time, 36),
  }
}
