import type { Condition } from '../condition'
import type { Span } from './spans'
import type { Leaf } from './word-tree'

/** What PostgreSQL made of typed text: the text of a tsquery, empty for stop words. */
export type Queries = ReadonlyMap<string, string>

export function textsOf(span: Span): string[] {
  return [...span.leaves.map(typedLeaf), ...span.alike.map(phrase), wholePhrase(span)]
}

function wholePhrase({ leaves }: Span): string {
  return phrase(leaves.map((leaf) => leaf.text).join(' '))
}

/** The words of a span side by side in the title. */
export function phraseCondition(span: Span, queries: Queries): Condition | null {
  return joined('all', textCondition('title', wholePhrase(span), queries))
}

function typedLeaf({ text, isPhrase }: Leaf): string {
  return isPhrase ? phrase(text) : text
}

function phrase(text: string): string {
  return `"${text}"`
}

/** Condition of a span in the whole text or in the title; null when its words are all stop words. */
export function wordsCondition(is: 'text' | 'title', span: Span, queries: Queries): Condition | null {
  if (span.meaning?.reads === 'nothing') return null
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
