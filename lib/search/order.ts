import { type SQL, sql } from 'drizzle-orm'
import { FRESHNESS_POINTS, type Order } from './condition'
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

/** Opaque outside: the public id of the job at the edge; where matches are ranked, its rank before it. */
export function cursorOf(order: Order, rank: number, publicId: string): string {
  return order.by === 'newest' ? publicId : `${rank}.${publicId}`
}

export function isCursor(text: string): boolean {
  return /^(?:-?\d{1,16}\.)?[a-z2-7]{26}$/.test(text)
}

/** Null when the cursor is of another order. */
export function cursorIn(order: Order, cursor: string): { rank: number; publicId: string } | null {
  const [rank, publicId] = cursor.includes('.') ? cursor.split('.') : [null, cursor]
  if (publicId === undefined || (rank === null) !== (order.by === 'newest')) return null
  return { rank: Number(rank ?? 0), publicId }
}
