import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import type { Refusal } from './grammar'
import { resolveSearch } from './resolve'
import { shapeOf } from './router'
import { firstPage, type PageAt, type Search } from './search'
import { newestFirst, oldestFirst, type Plan, planOf, readWith, type Shape, whereOf } from './sql'

export type SearchPage = {
  rows: JobRow[]
  /** Cursor of the page of older jobs, of newer jobs; null where there is none. */
  after: string | null
  before: string | null
  refused: Refusal | null
}

/** One page of a search, newest first. A job published meanwhile moves none of the pages behind a cursor. */
export async function searchPage(search: Search, at: PageAt = firstPage): Promise<SearchPage> {
  const plan = planOf(await resolveSearch(search))
  const ids = await pageIds(plan, at, shapeOf(plan))
  const isBackward = at.before !== null
  if (ids.length === 0 && (at.after ?? at.before) !== null && !(await isCursor(at.after ?? at.before))) {
    const key = isBackward ? 'before' : 'after'
    return { rows: [], after: null, before: null, refused: { key, reason: 'bad-cursor' } }
  }
  const hasMore = ids.length > at.limit
  const shown = ids.slice(0, at.limit)
  const rows = await listJobRows(isBackward ? shown.reverse() : shown)
  const first = rows[0]?.publicId ?? null
  const last = rows.at(-1)?.publicId ?? null
  return {
    rows,
    after: hasMore || isBackward ? last : null,
    before: isBackward ? (hasMore ? first : null) : at.after === null ? null : first,
    refused: null,
  }
}

/** Ids of a page and of one job more, in the direction of reading; the shape is given, so that tests can hold both to the oracle. */
export async function pageIds(plan: Plan, at: PageAt, shape: Shape): Promise<number[]> {
  const statement = pageStatement(plan, at, shape)
  type Row = { id: string }
  // Statements of a search stay unnamed: a plan kept for all parameters walks where it must not (SEARCH.md §11, trap 3).
  const { rows } =
    shape === 'walk'
      ? await db().execute<Row>(statement)
      : await readWith({ shape }, (tx) => tx.execute<Row>(statement))
  return rows.map((row) => Number(row.id))
}

export function pageStatement(plan: Plan, at: PageAt, shape: Shape): SQL {
  const order = at.before === null ? newestFirst : oldestFirst
  const conditions = sql`${whereOf(plan, shape)} ${edgeOf(at)}`
  if (shape === 'walk') {
    return sql`select job_id as id from job_search where ${conditions} order by ${order} limit ${at.limit + 1}`
  }
  // The fence keeps the planner from walking the date index and unpacking a tsvector for every row (trap 1).
  return sql`
    with matching as materialized (select job_id, first_published_at from job_search where ${conditions})
    select job_id as id from matching order by ${order} limit ${at.limit + 1}`
}

/** The job at the edge may have closed since: its place in the order is still known. */
function edgeOf({ after, before }: PageAt): SQL {
  const cursor = after ?? before
  if (cursor === null) return sql``
  const edge = sql`(select first_published_at, id from jobs where public_id = ${cursor})`
  return after === null
    ? sql`and (first_published_at, job_id) > ${edge}`
    : sql`and (first_published_at, job_id) < ${edge}`
}

async function isCursor(cursor: string | null): Promise<boolean> {
  const { rows } = await db().execute(
    sql`select from jobs where public_id = ${cursor} and first_published_at is not null`,
  )
  return rows.length > 0
}
