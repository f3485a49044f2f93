import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { env } from '@/lib/env'
import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import { type Clause, clausesOf, orderOf } from './clauses'
import type { Edge, Order } from './condition'
import { edgeOf, likelyEdge } from './edge'
import { askEngine } from './engine/ask'
import { engineQuery } from './engine/query'
import type { Refusal } from './grammar'
import { cursorIn, cursorOf, rankOf } from './order'
import { type Resolved, resolveSearch } from './resolve'
import { isBroad, shapeOf, type Window, windowsOf } from './router'
import { firstPage, type PageAt, type Search } from './search'
import { isTimeout, newestFirst, oldestFirst, readWith, type Shape, whereOf } from './sql'

export type SearchPage = {
  rows: JobRow[]
  /** Cursor of the page of older jobs, of newer jobs; null where there is none. */
  after: string | null
  before: string | null
  refused: Refusal | null
}

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

type Refused = Pick<Refusal, 'reason'>
type Read = { jobs: Ranked[]; rows: JobRow[]; edgeId: string | undefined }

/** One page of a search. A job published meanwhile moves none of the pages behind a cursor. */
export async function searchPage(search: Search, at: PageAt = firstPage): Promise<SearchPage> {
  const resolved = await resolveSearch(search)
  const order = orderOf(resolved, payCurrencyOf(resolved))
  const read = await readAt(order, at, resolved)
  if ('reason' in read) {
    const key = read.reason === 'too-slow' ? 'q' : at.before === null ? 'after' : 'before'
    return { rows: [], after: null, before: null, refused: { key, ...read } }
  }
  const { jobs, rows } = read
  const isBackward = at.before !== null
  const hasMore = jobs.length > at.limit
  const ranks = new Map(jobs.map(({ id, rank }) => [id, rank]))
  const cursorAt = (i: number) => {
    const row = rows.at(i)
    return row ? cursorOf(order, ranks.get(row.id) ?? 0, row) : null
  }
  return {
    rows,
    after: hasMore || isBackward ? cursorAt(-1) : null,
    before: isBackward ? (hasMore ? cursorAt(0) : null) : at.after === null ? null : cursorAt(0),
    refused: null,
  }
}

/** The job at the edge is read with those of the page where it can be told without asking: one round trip instead of two. */
async function readAt(
  order: Order,
  { after, before, limit }: PageAt,
  resolved: Resolved,
): Promise<Read | Refused> {
  const direction = before === null ? 'onward' : 'back'
  const asked = { clauses: clausesOf(resolved), order, direction, limit } as const
  const text = after ?? before
  if (text === null) return readPage({ ...asked, edge: null }, resolved)
  const cursor = cursorIn(order, text)
  if (!cursor) return { reason: 'bad-cursor' }
  const likely = likelyEdge(cursor)
  if (likely) {
    const read = await readPage({ ...asked, edge: likely }, resolved, likely.jobId)
    if ('reason' in read || read.edgeId === cursor.publicId) return read
  }
  const edge = await edgeOf(cursor)
  return edge ? readPage({ ...asked, edge }, resolved) : { reason: 'bad-cursor' }
}

async function readPage(asked: PageAsked, resolved: Resolved, edgeJobId?: number): Promise<Read | Refused> {
  const jobs = await pageIds(asked, resolved).catch(nullWhenTooSlow)
  if (jobs === null) return { reason: 'too-slow' }
  const shown = jobs.slice(0, asked.limit).map(({ id }) => id)
  if (asked.direction === 'back') shown.reverse()
  const rows = await listJobRows(edgeJobId === undefined ? shown : [edgeJobId, ...shown])
  const isEdge = (row: JobRow | undefined) => row !== undefined && row.id === edgeJobId
  const edgeId = isEdge(rows[0]) ? rows.shift()?.publicId : undefined
  return { jobs, rows, edgeId }
}

function nullWhenTooSlow(error: unknown): null {
  if (isTimeout(error)) return null
  throw error
}

/** The currency in which pay is counted and ordered: that of the floor, else the board's. */
export function payCurrencyOf({ search }: Resolved): string {
  const floor = search.pay?.floor
  return floor && floor !== 'none' ? floor.currency : env().BOARD_CURRENCY
}

/**
 * How long a page waits for words that the engine does not know: they are read in milliseconds where blocks tell of them. Else SQL finds
 * the newest sooner; a rank needs all matches.
 */
const WORDS_WITHIN_MS: Record<Order['by'], number> = { newest: 50, pay: 250, relevance: 250 }

/** Jobs of a page and one more, in the direction of reading. */
export async function pageIds(asked: PageAsked, resolved: Resolved): Promise<Ranked[]> {
  const { clauses, order, edge, direction, limit } = asked
  const payCurrency = payCurrencyOf(resolved)
  const found = await askEngine(
    { clauses, order, timeLimitMs: WORDS_WITHIN_MS[order.by] },
    ({ engine, nowUs }) => {
      const query = engineQuery(resolved, { order, payCurrency, nowUs: nowUs() }, clauses)
      const ids = engine.page(query, { edge, direction, limit })
      const ranks = engine.ranksOf(ids, order, query.nowUs)
      return ids.map((id, i) => ({ id, rank: ranks[i] ?? 0 }))
    },
  )
  if (found) return found
  return pageInSql(asked, await shapeOf(asked.clauses, asked.order))
}

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
