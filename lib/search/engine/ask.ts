import type { Clause } from '../clauses'
import type { Order } from '../condition'
import { currentEngine, isUnknownWords, type ReadyEngine } from './start'
import { wordsAsked } from './word-query'

/**
 * How long a page waits for words that the engine does not know: they are read in milliseconds where blocks tell of them. Else SQL finds
 * the newest sooner; a rank needs all matches.
 */
export const WORDS_WITHIN_MS: Record<Order['by'], number> = { newest: 50, pay: 250, relevance: 250 }

type Asked = { clauses: readonly Clause[]; order: Order; timeLimitMs: number }

/** What the engine answers; null when there is none, or it must first learn words that take longer than the limit: then SQL is asked. */
export async function askEngine<T>(
  { clauses, order, timeLimitMs }: Asked,
  ask: (ready: ReadyEngine) => T,
): Promise<T | null> {
  const words = wordsAsked(clauses, order)
  if (words.length > 0 && !(await currentEngine()?.prepare(words, timeLimitMs))) return null
  const ready = currentEngine()
  if (!ready) return null
  try {
    return ask(ready)
  } catch (error) {
    if (isUnknownWords(error)) return null
    throw error
  }
}
