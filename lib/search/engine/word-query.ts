import type { Clause } from '../clauses'
import type { Condition, Order } from '../condition'

/** Text of a tsquery as PostgreSQL prints it, asked of a job's text or of its title. */
export type WordQuery = { is: 'text' | 'title'; query: string }

export function keyOf({ is, query }: WordQuery): string {
  return `${is} ${query}`
}

/** The lexeme of a query that asks for one lexeme and nothing else, `'o''brien'`; null for every other query. */
export function loneLexeme(query: string): string | null {
  const [, inside] = /^'((?:[^'\\]|''|\\\\)*)'$/.exec(query) ?? []
  return inside === undefined ? null : inside.replaceAll("''", "'").replaceAll('\\\\', '\\')
}

/** As PostgreSQL prints a tsquery of one lexeme. */
export function lexemeQuery(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/**
 * The lexemes that a job must have, all of them, so that the query can hold; null where it says otherwise (OR, NOT, a prefix), or where a
 * lexeme may be a facet, of which no blocks are kept.
 */
export function requiredLexemes(query: string): string[] | null {
  const quoted = /'(?:[^'\\]|''|\\\\)*'/g
  if (!/^(?:[\s&()]|<(?:-|\d+)>)*$/.test(query.replace(quoted, ''))) return null
  const lexemes = [...query.matchAll(quoted)].map(([one]) => loneLexeme(one) ?? '')
  return lexemes.length === 0 || lexemes.some((one) => one.includes('_')) ? null : [...new Set(lexemes)]
}

/** What a search asks of words: all of it must be prepared before the engine can answer. */
export function wordsAsked(clauses: readonly Clause[], order: Order): WordQuery[] {
  const conditions = clauses.map(({ condition }) => condition)
  if (order.by === 'relevance') conditions.push(...order.terms.map(({ condition }) => condition))
  return [...new Map(conditions.flatMap(wordsIn).map((asked) => [keyOf(asked), asked])).values()]
}

function wordsIn(condition: Condition): WordQuery[] {
  if (condition.is === 'text' || condition.is === 'title') return [condition]
  if (condition.is === 'not') return wordsIn(condition.of)
  return condition.is === 'all' || condition.is === 'some' ? condition.of.flatMap(wordsIn) : []
}
