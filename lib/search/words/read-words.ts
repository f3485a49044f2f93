import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { skillWords } from '@/lib/taxonomy/skills'
import type { Condition, RankTerm } from '../condition'
import { rankTerms } from './rank'
import { joined, type Queries, sensesCondition, textsOf, wordsCondition } from './span-conditions'
import { type Span, type SpanTree, spansIn, spansOf } from './spans'
import { loadVocabulary } from './vocabulary'
import { parseWords, type WordTree } from './word-tree'

export type Understood = { typed: string; label: string }

/** The words of a search: what a job must hold, what the words name, and what a match is ranked by. */
export type Words = {
  tree: WordTree
  condition: Condition
  understood: readonly Understood[]
  terms: readonly RankTerm[]
}

/** Null when there is no word to search for: only stop words or signs. */
export async function readWords(q: string): Promise<Words | null> {
  const tree = parseWords(q)
  if (tree === null) return null
  const vocabulary = await loadVocabulary()
  const spans = spansOf(tree, vocabulary, false)
  const queries = await queriesOf(spansIn(spans).flatMap(textsOf))
  const condition = conditionOf(spans, queries)
  if (condition === null) return null
  const all = spansIn(spans)
  return { tree, condition, understood: understoodIn(all), terms: rankTerms(all, queries) }
}

function conditionOf(tree: SpanTree, queries: Queries): Condition | null {
  if (tree.is === 'span') {
    const is = tree.span.meaning?.reads === 'title' ? 'title' : 'text'
    const words = wordsCondition(is, tree.span, queries)
    return joined('some', [...(words ? [words] : []), ...sensesCondition(tree.span)])
  }
  if (tree.is === 'not') {
    const of = conditionOf(tree.of, queries)
    return of && { is: 'not', of }
  }
  return joined(
    tree.is,
    tree.of.flatMap((one) => conditionOf(one, queries) ?? []),
  )
}

/** Only where the name is not what was typed. */
function understoodIn(spans: readonly Span[]): Understood[] {
  return spans.flatMap(({ leaves, meaning }) => {
    const typed = leaves.map((leaf) => leaf.text).join(' ')
    const key = skillWords(typed).join(' ')
    const named = (meaning?.senses ?? []).filter(
      (sense) => sense.kind === 'skill' || sense.kind === 'role' || sense.isAlias,
    )
    const other = named.find((sense) => skillWords(sense.label).join(' ') !== key)
    return other ? [{ typed, label: other.label }] : []
  })
}

const known = new Map<string, string>()
const KNOWN_TEXTS = 5000

async function queriesOf(texts: readonly string[]): Promise<Queries> {
  const missing = [...new Set(texts)].filter((text) => !known.has(text))
  if (missing.length > 0) {
    const { rows } = await db().execute<{ text: string; query: string }>(sql`
      select t.text, websearch_to_tsquery('pg_catalog.english', t.text)::text as query
      from unnest(${sql.param(missing)}::text[]) t(text)`)
    if (known.size > KNOWN_TEXTS) known.clear()
    for (const { text, query } of rows) known.set(text, query)
  }
  return new Map(texts.map((text) => [text, known.get(text) ?? '']))
}
