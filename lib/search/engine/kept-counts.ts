import type { Condition } from '../condition'
import type { Counts } from '../facets'
import type { Engine, EngineQuery } from './engine'

/** Whether a job is in its last day moves with the clock: so old its windows of time may be. */
const FRESH_FOR_US = 5_000_000
/** Some 16 kB each. */
const MOST_KEPT = 500

type Kept = { counts: Counts; atUs: number }
type Board = { version: number; byQuery: Map<string, Kept> }

const boards = new WeakMap<Engine, Board>()

/** Counts of a search, or those of an equal one since the last change of any job. Not to be changed by who gets them. */
export function keptCounts(engine: Engine, query: EngineQuery): Counts {
  if (query.clauses.some(({ condition }) => asksTime(condition))) return engine.counts(query)
  const { byQuery } = boardOf(engine)
  const key = keyOf(query)
  const known = byQuery.get(key)
  byQuery.delete(key)
  const isFresh = known !== undefined && Math.abs(query.nowUs - known.atUs) < FRESH_FOR_US
  const kept = isFresh ? known : { counts: engine.counts(query), atUs: query.nowUs }
  byQuery.set(key, kept)
  if (byQuery.size > MOST_KEPT) for (const oldest of byQuery.keys()) if (byQuery.delete(oldest)) break
  return kept.counts
}

function boardOf(engine: Engine): Board {
  const known = boards.get(engine)
  if (known?.version === engine.version) return known
  const board = { version: engine.version, byQuery: new Map<string, Kept>() }
  boards.set(engine, board)
  return board
}

function keyOf({ clauses, payCurrency, hasRegions, chosen }: EngineQuery): string {
  return JSON.stringify([clauses, payCurrency, hasRegions, chosen], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
}

function asksTime(condition: Condition): boolean {
  if (condition.is === 'all' || condition.is === 'some') return condition.of.some(asksTime)
  return condition.is === 'not'
    ? asksTime(condition.of)
    : condition.is === 'published' || condition.is === 'seen'
}
