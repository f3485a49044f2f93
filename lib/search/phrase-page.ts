import { sql } from 'drizzle-orm'
import { type Clause, payCurrencyOf } from './clauses'
import type { Condition } from './condition'
import { askEngine, WORDS_WITHIN_MS } from './engine/ask'
import { engineQuery } from './engine/query'
import { lexemeQuery, requiredLexemes, wordsAsked } from './engine/word-query'
import type { Resolved } from './resolve'
import type { PageAsked, Ranked } from './sql/page-sql'
import { readWith, whereOf } from './sql/shape'

/** Looked at in so many rounds: a page of a phrase is full after some of them, or the index of `tsv` is quicker. */
const LOOKED_AT = [100, 400, 1600]

/** Whether a search asks for words side by side. Which jobs have them so is in no block: only their texts tell. */
export function asksPhrase({ clauses, order }: Pick<PageAsked, 'clauses' | 'order'>): boolean {
  return wordsAsked(clauses, order).some(({ query }) => (requiredLexemes(query)?.length ?? 0) > 1)
}

/**
 * The newest page of a search by a phrase that nobody asked for yet: the engine finds the jobs that have its words, newest first, and
 * their texts are read until the page is full. Null: the engine cannot tell, or too many would have to be read. Throws when the database
 * gives up.
 */
export async function phrasePage(asked: PageAsked, resolved: Resolved): Promise<Ranked[] | null> {
  const { clauses, order, edge, direction, limit } = asked
  if (order.by !== 'newest') return null
  const loose = clauses.map((clause) => ({ ...clause, condition: withoutPhrases(clause.condition) }))
  const matches = new Map<number, boolean>()
  for (const many of LOOKED_AT) {
    const ids = await askEngine(
      { clauses: loose, order, timeLimitMs: WORDS_WITHIN_MS.newest },
      ({ engine, nowUs }) => {
        const query = engineQuery(
          resolved,
          { order, payCurrency: payCurrencyOf(resolved), nowUs: nowUs() },
          loose,
        )
        return engine.page(query, { edge, direction, limit: many })
      },
    )
    if (ids === null) return null
    const unread = ids.filter((id) => !matches.has(id))
    const matching = await matchingOf(clauses, unread)
    for (const id of unread) matches.set(id, matching.has(id))
    const found = ids.filter((id) => matches.get(id))
    if (found.length > limit || ids.length <= many)
      return found.slice(0, limit + 1).map((id) => ({ id, rank: 0 }))
  }
  return null
}

async function matchingOf(clauses: readonly Clause[], ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { rows } = await readWith({ shape: 'gin' }, (tx) =>
    tx.execute<{ id: string }>(sql`
      select job_id as id from job_search where job_id = any(${sql.param([...ids])}::bigint[]) and ${whereOf(clauses, 'walk')}`),
  )
  return new Set(rows.map(({ id }) => Number(id)))
}

/** What every match fulfils, without asking for words side by side. */
function withoutPhrases(condition: Condition): Condition {
  switch (condition.is) {
    case 'text':
    case 'title': {
      const lexemes = requiredLexemes(condition.query) ?? []
      if (lexemes.length < 2) return condition
      return { is: 'all', of: lexemes.map((one) => ({ is: condition.is, query: lexemeQuery(one) })) }
    }
    case 'all':
    case 'some':
      return { is: condition.is, of: condition.of.map(withoutPhrases) }
    case 'not':
      // A job without the phrase may have its words: nothing is said of it.
      return asksPhrase({ clauses: [{ facets: [], condition }], order: { by: 'newest' } })
        ? { is: 'all', of: [] }
        : condition
    default:
      return condition
  }
}
