import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Tx } from '@/db/transaction'
import type { Clause } from '../clauses'
import type { FacetName } from '../search'
import { allOf, lexemesOf } from './condition-lexemes'
import { columnsOf } from './condition-sql'

/** `walk` follows a btree, newest first, and filters by columns; `gin` asks the index of `tsv` for all matches at once. */
export type Shape = 'walk' | 'gin'

export function without(clauses: readonly Clause[], facet: FacetName): Clause[] {
  return clauses.filter(({ facets }) => !facets.includes(facet))
}

// The words of the indexes, to the letter: `desc` alone means nulls first, and an index that says nulls last then sorts nothing.
export const newestFirst = sql`first_published_at desc nulls last, job_id desc nulls last`
export const oldestFirst = sql`first_published_at nulls first, job_id nulls first`

/**
 * The condition on `job_search` in one of the two shapes; both find the same jobs. `weeks` narrows a GIN search to jobs published in
 * these weeks.
 */
export function whereOf(clauses: readonly Clause[], shape: Shape, weeks?: string): SQL {
  if (shape === 'walk') return join(cheapestFirst(clauses).map(({ condition }) => columnsOf(condition)))
  const { query } = allOf(clauses.map(({ condition }) => lexemesOf(condition)))
  const asked = [query, weeks].filter((part) => part != null).join(' & ')
  const rest = clauses.filter(({ condition }) => !lexemesOf(condition).isExact)
  return join([
    ...(asked ? [sql`tsv @@ ${asked}::tsquery`] : []),
    ...rest.map(({ condition }) => columnsOf(condition)),
  ])
}

function join(parts: SQL[]): SQL {
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

/** A job that fails a column needs no look into its words. */
function cheapestFirst(clauses: readonly Clause[]): Clause[] {
  const isWords = ({ facets }: Clause) => facets.length === 0
  return [...clauses.filter((clause) => !isWords(clause)), ...clauses.filter(isWords)]
}

/** Lexemes that every match has, as text of a tsquery; null when there are none. */
export function lexemesIn(clauses: readonly Clause[]): string | null {
  return allOf(clauses.map(({ condition }) => lexemesOf(condition))).query
}

/** Nothing to find by means nothing for a GIN index to do: such a search must walk. */
export function isFindable(clauses: readonly Clause[]): boolean {
  return allOf(clauses.map(({ condition }) => lexemesOf(condition))).isFindable
}

export type ReadLimits = { timeLimitMs?: number; shape: Shape }

/**
 * A read-only transaction with its own time limit. With the GIN shape sequential scans are off: the planner does not count what
 * it costs to unpack a `tsvector`, and would read every one (SEARCH.md §11, traps 1, 2 and 11).
 */
export function readWith<T>({ timeLimitMs, shape }: ReadLimits, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db().transaction(
    async (tx) => {
      await tx.execute(sql`
        select set_config('enable_seqscan', ${shape === 'gin' ? 'off' : 'on'}, true), set_config('jit', 'off', true),
          set_config('max_parallel_workers_per_gather', '0', true),
          set_config('statement_timeout', coalesce(${timeLimitMs ?? null}::text, current_setting('statement_timeout')), true)`)
      return read(tx)
    },
    { accessMode: 'read only' },
  )
}

/** Canceled, or kept from a table by somebody's lock. */
const TOO_LATE = ['57014', '55P03']

/** The statement was cut off by its time limit. */
export function isTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && TOO_LATE.includes(String(cause.code))
}
