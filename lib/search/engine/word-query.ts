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
