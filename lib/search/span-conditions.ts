import type { Condition } from './condition'
import type { Span } from './spans'
import type { Leaf } from './words'

/** What PostgreSQL made of typed text: the text of a tsquery, empty for stop words. */
export type Queries = ReadonlyMap<string, string>

export function textsOf({ leaves, alike }: Span): string[] {
  return [...leaves.map(typedLeaf), ...alike.map(phrase)]
}

export function typedLeaf({ text, isPhrase }: Leaf): string {
  return isPhrase ? phrase(text) : text
}

function phrase(text: string): string {
  return `"${text}"`
}

/** Condition of a span in the whole text or in the title; null when its words are all stop words. */
export function wordsCondition(is: 'text' | 'title', span: Span, queries: Queries): Condition | null {
  // Text search reads `c#` and `c++` as `c`.
  if (span.meaning?.isOnlyNamed && span.leaves.some((leaf) => /[+#]/.test(leaf.text))) return null
  const own = joined(
    'all',
    span.leaves.flatMap((leaf) => textCondition(is, typedLeaf(leaf), queries)),
  )
  const others = span.alike.flatMap((text) => textCondition(is, phrase(text), queries))
  return joined('some', own ? [own, ...others] : [])
}

function textCondition(is: 'text' | 'title', text: string, queries: Queries): Condition[] {
  const query = queries.get(text)
  return query ? [{ is, query }] : []
}

export function sensesCondition(span: Span): Condition[] {
  return (span.meaning?.senses ?? []).map(({ kind, values }) => ({ is: 'any', kind, values }))
}

export function joined(is: 'all' | 'some', of: readonly Condition[]): Condition | null {
  return of.length > 1 ? { is, of } : (of[0] ?? null)
}
