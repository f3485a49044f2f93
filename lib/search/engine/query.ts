import { type Clause, clausesOf } from '../clauses'
import type { Order } from '../condition'
import { hasRegions, type Resolved } from '../resolve'
import type { EngineQuery } from './engine'

/** A search as the engine asks it. */
export function engineQuery(
  resolved: Resolved,
  { order, payCurrency, nowUs }: { order: Order; payCurrency: string; nowUs: number },
  clauses: readonly Clause[] = clausesOf(resolved),
): EngineQuery {
  const { ids, skillAll } = resolved
  return {
    clauses,
    order,
    payCurrency,
    nowUs,
    hasRegions: hasRegions(resolved),
    chosen: {
      company: [...ids.company.any, ...ids.company.not],
      place: [...ids.place.any, ...ids.place.not],
      skill: [...ids.skill.any, ...ids.skill.not, ...skillAll],
    },
  }
}
