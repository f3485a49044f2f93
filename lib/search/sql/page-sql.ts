import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Clause } from '../clauses'
import type { Edge, Order } from '../condition'
import { rankOf } from './order'
import { isBroad, type Window, windowsOf } from './router'
import { newestFirst, oldestFirst, readWith, type Shape, whereOf } from './shape'

/** Conditions and order of a page, and the job that it begins beside. */
export type PageAsked = {
  clauses: readonly Clause[]
  order: Order
  edge: Edge | null
  /** `back` reads from the edge towards the top. */
  direction: 'onward' | 'back'
  limit: number
}

/** A job of a page, and what it is ranked by. */
export type Ranked = { id: number; rank: number }

/** The shape is given, so that tests can hold both to the oracle. */
export async function pageInSql(asked: PageAsked, shape: Shape): Promise<Ranked[]> {
  if (shape === 'walk') return read(asked, pageStatement(asked, shape), shape)
  if (await isBroad(asked)) {
    const found = await read(asked, pageAmongNearest(asked), shape)
    if (found.length > asked.limit) return found
  }
  for (const window of await windowsOf(asked)) {
    const found = await read(asked, pageStatement(asked, shape, window), shape)
    if (window === null || found.length > asked.limit) return found
  }
  return []
}

type Row = { id: string; rank: string | null }

// Statements of a search stay unnamed: a plan kept for all parameters walks where it must not (SEARCH.md §11, trap 3).
async function read({ order }: PageAsked, statement: SQL, shape: Shape): Promise<Ranked[]> {
  const isWalk = shape === 'walk' && order.by === 'newest'
  const { rows } = isWalk
    ? await db().execute<Row>(statement)
    : await readWith({ shape }, (tx) => tx.execute<Row>(statement))
  return rows.map((row) => ({ id: Number(row.id), rank: Number(row.rank ?? 0) }))
}

export function pageStatement(asked: PageAsked, shape: Shape, window: Window | null = null): SQL {
  const { clauses, order, direction, limit } = asked
  const where = whereOf(clauses, shape, window?.lexemes)
  const rank = rankOf(order)
  const byDate = direction === 'onward' ? newestFirst : oldestFirst
  if (rank === null) {
    const conditions = sql`${where} ${beyond(asked, null)}`
    if (shape === 'walk') {
      return sql`select job_id as id, null as rank from job_search where ${conditions} order by ${byDate} limit ${limit + 1}`
    }
    // The fence keeps the planner from walking the date index and unpacking a tsvector for every row (trap 1).
    return sql`
      with matching as materialized (select job_id, first_published_at from job_search where ${conditions})
      select job_id as id, null as rank from matching order by ${byDate} limit ${limit + 1}`
  }
  const byRank = direction === 'onward' ? sql`rank desc` : sql`rank`
  return sql`
    with matching as materialized (select job_id, first_published_at, ${rank} as rank from job_search where ${where})
    select job_id as id, rank from matching where true ${beyond(asked, sql`rank`)} order by ${byRank}, ${byDate} limit ${limit + 1}`
}

/** Looked at one by one before any index is asked: they hold a page of what most jobs match. */
const NEAREST = 400

function pageAmongNearest(asked: PageAsked): SQL {
  const byDate = asked.direction === 'onward' ? newestFirst : oldestFirst
  return sql`
    with nearest as materialized (select * from job_search where true ${beyond(asked, null)} order by ${byDate} limit ${NEAREST})
    select job_id as id, null as rank from nearest where ${whereOf(asked.clauses, 'walk')} order by ${byDate} limit ${asked.limit + 1}`
}

function beyond({ edge, direction }: PageAsked, rank: SQL | null): SQL {
  if (edge === null) return sql``
  const sign = direction === 'onward' ? sql`<` : sql`>`
  const at = sql`(timestamptz 'epoch' + make_interval(secs => ${edge.firstPublishedAtUs}::float8 / 1000000))`
  return rank === null
    ? sql`and (first_published_at, job_id) ${sign} (${at}, ${edge.jobId}::bigint)`
    : sql`and (${rank}, first_published_at, job_id) ${sign} (${edge.rank}::bigint, ${at}, ${edge.jobId}::bigint)`
}
