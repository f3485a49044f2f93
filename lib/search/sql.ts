import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Tx } from '@/db/transaction'
import { type Clause, clausesOf } from './clauses'
import type { Resolved } from './resolve'

/** `walk` follows a btree, newest first, and filters by columns; `gin` asks the index of `tsv` for all matches at once. */
export type Shape = 'walk' | 'gin'

/** A search ready for SQL: its clauses, and the words that cannot be said in columns. */
export type Plan = { clauses: readonly Clause[]; q: string | null; qIsFindable: boolean }

export function planOf(resolved: Resolved): Plan {
  return {
    clauses: clausesOf(resolved),
    q: resolved.search.q,
    qIsFindable: resolved.words?.findable ?? false,
  }
}

export function without(plan: Plan, facet: Clause['facet']): Plan {
  return { ...plan, clauses: plan.clauses.filter((clause) => clause.facet !== facet) }
}

// The words of the indexes, to the letter: `desc` alone means nulls first, and an index that says nulls last then sorts nothing.
export const newestFirst = sql`first_published_at desc nulls last, job_id desc nulls last`
export const oldestFirst = sql`first_published_at nulls first, job_id nulls first`

/** The condition on `job_search` in one of the two shapes; both find the same jobs. */
export function whereOf(plan: Plan, shape: Shape): SQL {
  const parts = shape === 'walk' ? plan.clauses.map((clause) => clause.columns) : ginParts(plan)
  if (shape === 'walk' && plan.q !== null) parts.push(sql`tsv @@ ${wordsOf(plan.q)}`)
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

function ginParts({ clauses, q }: Plan): SQL[] {
  const lexemes = lexemesIn(clauses)
  const query = [q === null ? null : wordsOf(q), lexemes === null ? null : sql`${lexemes}::tsquery`].filter(
    (part) => part !== null,
  )
  const parts = clauses.filter((clause) => !clause.isExact).map((clause) => clause.columns)
  return query.length > 0 ? [sql`tsv @@ (${sql.join(query, sql` && `)})`, ...parts] : parts
}

/** Made of our own lexemes only: words that somebody typed never come into this string. */
export function lexemesIn(clauses: readonly Clause[]): string | null {
  const lexemes = clauses.flatMap((clause) => (clause.lexemes === null ? [] : [`(${clause.lexemes})`]))
  return lexemes.length > 0 ? lexemes.join(' & ') : null
}

export function wordsOf(q: string): SQL {
  return sql`websearch_to_tsquery('pg_catalog.english', ${q})`
}

/** Nothing to find by means nothing for a GIN index to do: such a search must walk. */
export function isFindable({ clauses, qIsFindable }: Plan): boolean {
  return qIsFindable || clauses.some((clause) => clause.isFindable)
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
