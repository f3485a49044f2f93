import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { lexeme, type TermKind, weekOf } from '@/lib/jobs/terms'
import type { Clause } from '../clauses'
import type { Condition, Edge, Order } from '../condition'
import { isFindable, type Shape } from './shape'
import { loadStatistics, type Statistics } from './statistics'

/** A walk that has to pass more rows than this for one page is slower than the GIN index. */
const MOST_WALKED = 4000
const PAGE = 21

/** Which shape finds the newest page of a search soonest (SEARCH.md §4.3). Both find the same jobs. */
export async function shapeOf(clauses: readonly Clause[], order: Order): Promise<Shape> {
  if (!isFindable(clauses)) return 'walk'
  if (order.by !== 'newest' || clauses.some(({ condition }) => asksWords(condition))) return 'gin'
  const statistics = await loadStatistics()
  const passed = Math.min(statistics.jobs, PAGE / shareLeft(clauses, statistics))
  return passed <= MOST_WALKED ? 'walk' : 'gin'
}

/** So many of the jobs that a page of them is among the nearest few hundred. */
const BROAD_SHARE = 0.06

/** Whether a search by words finds so much that looking at jobs one by one is the shortest way to a page (SEARCH.md §4.3). */
export async function isBroad({
  clauses,
  order,
}: {
  clauses: readonly Clause[]
  order: Order
}): Promise<boolean> {
  if (order.by !== 'newest' || !clauses.some(({ condition }) => asksWords(condition))) return false
  return shareOfAll(clauses, await loadStatistics()) >= BROAD_SHARE
}

/** As if clauses had nothing to do with each other. */
function shareOfAll(clauses: readonly Clause[], statistics: Statistics): number {
  return clauses.reduce((share, { condition }) => share * shareOf(condition, statistics), 1)
}

function asksWords(condition: Condition): boolean {
  if (condition.is === 'all' || condition.is === 'some') return condition.of.some(asksWords)
  return condition.is === 'not'
    ? asksWords(condition.of)
    : condition.is === 'text' || condition.is === 'title'
}

/** Kinds with an index of their own in the order of the page: a walk meets nothing else. */
const indexed: ReadonlySet<TermKind> = new Set<TermKind>(['role', 'company', 'workplace'])

/** Share of the rows met on a walk that match, as if clauses had nothing to do with each other. */
function shareLeft(clauses: readonly Clause[], statistics: Statistics): number {
  const shares = clauses.map(({ condition }) => ({ condition, share: shareOf(condition, statistics) }))
  const leading = shares
    .filter(
      ({ condition }) =>
        condition.is === 'any' && condition.values.length === 1 && indexed.has(condition.kind),
    )
    .sort((a, b) => a.share - b.share)[0]
  return shares.reduce((left, one) => (one === leading ? left : left * one.share), 1)
}

function shareOf(condition: Condition, statistics: Statistics): number {
  switch (condition.is) {
    case 'any': {
      const { kind, values } = condition
      return Math.min(
        1,
        values.reduce((sum, value) => sum + statistics.shareOf(lexeme(kind, value)), 0),
      )
    }
    case 'not':
      return Math.max(0.01, 1 - shareOf(condition.of, statistics))
    case 'all':
      return condition.of.reduce((share, one) => share * shareOf(one, statistics), 1)
    case 'some':
      return Math.min(
        1,
        condition.of.reduce((sum, one) => sum + shareOf(one, statistics), 0),
      )
    case 'pay':
      return 0.2
    case 'text':
    case 'title':
      return lexemesIn(condition.query).reduce((share, one) => share * statistics.shareOf(one), 1)
    // A walk from the newest job meets what was published lately first.
    default:
      return 1
  }
}

/** Of the text of a tsquery without OR. */
function lexemesIn(query: string): string[] {
  return [...query.matchAll(/'((?:[^']|'')+)'/g)].map(([, word = '']) => word.replaceAll("''", "'"))
}

/** Consecutive weeks in which a page is looked for first; null is all of time. */
export type Window = { lexemes: string } | null

const WEEKS = [1, 4]
/** Finding so many and sorting them is quicker than looking twice. */
const FEW = 600

/**
 * A GIN index finds all matches before it can say which are the newest; a few weeks hold a page of any search that has many. What is
 * found in the weeks nearest to the edge is the page, when it is full.
 */
export async function windowsOf({ clauses, order, edge, direction }: Start): Promise<Window[]> {
  if (order.by !== 'newest' || (edge === null && direction === 'back')) return [null]
  const statistics = await loadStatistics()
  if (statistics.jobs * shareOfAll(clauses, statistics) <= FEW) return [null]
  const start = weekOf(edge ? new Date(edge.firstPublishedAtUs / 1000) : await newestDate())
  const step = direction === 'onward' ? -1 : 1
  return [...WEEKS.map((count) => ({ lexemes: anyWeek(start, step, count) })), null]
}

type Start = { clauses: readonly Clause[]; order: Order; edge: Edge | null; direction: 'onward' | 'back' }

/** Not the clock: what a source dates into the future stands at the top too. */
async function newestDate(): Promise<Date> {
  const { rows } = await db().execute<{ newest: string | null }>(
    sql`select max(first_published_at) as newest from job_search`,
  )
  return new Date(rows[0]?.newest ?? 0)
}

function anyWeek(start: number, step: 1 | -1, count: number): string {
  const weeks = Array.from({ length: count }, (_, i) => lexeme('week', Math.max(0, start + step * i)))
  return `(${weeks.join(' | ')})`
}
