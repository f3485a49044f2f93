import { clausesOf } from './clauses'
import { askEngine } from './engine/ask'
import { keptCounts } from './engine/kept-counts'
import { engineQuery } from './engine/query'
import type { FacetCounter } from './facets'
import { countInSql } from './sql/facet-sql'

const newest = { by: 'newest' } as const

/** The engine counts; SQL does while there is none, or while the engine still learns a word, in what is left of the time. */
export const countJobs: FacetCounter = async (resolved, payCurrency, { timeLimitMs }) => {
  const started = performance.now()
  const clauses = clausesOf(resolved)
  const counts = await askEngine({ clauses, order: newest, timeLimitMs }, ({ engine, nowUs }) =>
    keptCounts(engine, engineQuery(resolved, { order: newest, payCurrency, nowUs: nowUs() }, clauses)),
  )
  if (counts) return counts
  const left = Math.floor(timeLimitMs - (performance.now() - started))
  return left > 0 ? countInSql(resolved, payCurrency, { timeLimitMs: left }) : null
}
