import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import { clausesOf, orderOf, payCurrencyOf } from './clauses'
import type { Order } from './condition'
import { edgeOf, likelyEdge } from './edge'
import { askEngine, WORDS_WITHIN_MS } from './engine/ask'
import { engineQuery } from './engine/query'
import { asksPhrase, phrasePage } from './phrase-page'
import { type Resolved, resolveSearch } from './resolve'
import { firstPage, type PageAt, type Search } from './search'
import { cursorIn, cursorOf } from './sql/order'
import { type PageAsked, pageInSql, type Ranked } from './sql/page-sql'
import { shapeOf } from './sql/router'
import { isTimeout } from './sql/shape'
import type { Refusal } from './url/grammar'

export type SearchPage = {
  rows: JobRow[]
  /** The cursor of each row. */
  cursors: string[]
  /** Cursor of the page of older jobs, of newer jobs; null where there is none. */
  after: string | null
  before: string | null
  refused: Refusal | null
}

type Refused = Pick<Refusal, 'reason'>
type Read = { jobs: Ranked[]; rows: JobRow[]; edgeId: string | undefined }

/** One page of a search. A job published meanwhile moves none of the pages behind a cursor. */
export async function searchPage(search: Search, at: PageAt = firstPage): Promise<SearchPage> {
  const resolved = await resolveSearch(search)
  const order = orderOf(resolved, payCurrencyOf(resolved))
  const read = await readAt(order, at, resolved)
  if ('reason' in read) {
    const key = read.reason === 'too-slow' ? 'q' : at.before === null ? 'after' : 'before'
    return { rows: [], cursors: [], after: null, before: null, refused: { key, ...read } }
  }
  const { jobs, rows } = read
  const isBackward = at.before !== null
  const hasMore = jobs.length > at.limit
  const ranks = new Map(jobs.map(({ id, rank }) => [id, rank]))
  const cursors = rows.map((row) => cursorOf(order, ranks.get(row.id) ?? 0, row))
  const hasBefore = isBackward ? hasMore : at.after !== null
  return {
    rows,
    cursors,
    after: hasMore || isBackward ? (cursors.at(-1) ?? null) : null,
    before: hasBefore ? (cursors[0] ?? null) : null,
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

/** Jobs of a page and one more, in the direction of reading. */
export async function pageIds(asked: PageAsked, resolved: Resolved): Promise<Ranked[]> {
  const { clauses, order, edge, direction, limit } = asked
  const payCurrency = payCurrencyOf(resolved)
  const isPhrase = order.by === 'newest' && asksPhrase(asked)
  const found = await askEngine(
    { clauses, order, timeLimitMs: isPhrase ? 0 : WORDS_WITHIN_MS[order.by] },
    ({ engine, nowUs }) => {
      const query = engineQuery(resolved, { order, payCurrency, nowUs: nowUs() }, clauses)
      const ids = engine.page(query, { edge, direction, limit })
      const ranks = engine.ranksOf(ids, order, query.nowUs)
      return ids.map((id, i) => ({ id, rank: ranks[i] ?? 0 }))
    },
  )
  const page = found ?? (isPhrase ? await phrasePage(asked, resolved).catch(nullWhenTooSlow) : null)
  return page ?? pageInSql(asked, await shapeOf(clauses, order))
}
