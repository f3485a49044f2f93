import type { Clause } from '../clauses'
import type { Order } from '../condition'
import { currentEngine, isUnknownWords, type ReadyEngine } from './start'
import { wordsAsked } from './word-query'

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
