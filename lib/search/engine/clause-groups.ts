import type { Clause } from '../clauses'
import type { FacetName } from '../facets'
import type { Filter } from './filter'
import type { FilterMaker } from './filter-maker'

/** The clauses that the same facets leave out, as one filter. */
export type ClauseGroup = { facets: ReadonlySet<FacetName>; filter: Filter }

export function groupsOf(clauses: readonly Clause[], maker: FilterMaker): ClauseGroup[] {
  const byFacets = new Map<string, Clause[]>()
  for (const clause of clauses) {
    const key = [...clause.facets].sort().join()
    byFacets.set(key, [...(byFacets.get(key) ?? []), clause])
  }
  return [...byFacets.values()].map((same) => ({
    facets: new Set(same[0]?.facets),
    filter: maker.all(same.map((clause) => maker.make(clause.condition))),
  }))
}

/** What no facet leaves out any more. */
export function asOne(groups: readonly ClauseGroup[], maker: FilterMaker): ClauseGroup[] {
  if (groups.length === 0) return []
  return [{ facets: new Set(), filter: maker.all(groups.map((group) => group.filter)) }]
}

/**
 * Which groups a slot has failed, as one number: 0 is none, so it matches. Only states that some facet still counts have a
 * number: a slot that leaves them is not looked at again.
 */
export type FailStates = {
  /**
   * `next[g][state]`: the state after failing group `g` too; the number of states is "not counted any more". A second half, in
   * which every state stays what it is, is for what passes: with it a loop needs no branch.
   */
  next: readonly Uint16Array[]
  /** For each state the facets that count its slots. */
  facets: readonly (readonly FacetName[])[]
}

export function failStates(groups: readonly ClauseGroup[], facets: readonly FacetName[]): FailStates {
  const leftOut = facets.map((facet) => maskOf(groups, facet))
  const masks = [...new Set(leftOut.flatMap(submasks))].sort((a, b) => a - b)
  const next = groups.map((_, g) => {
    const failed = masks.map((mask) => numberOf(masks, mask | (1 << g)))
    return Uint16Array.of(...failed, masks.length, ...masks.keys(), masks.length)
  })
  return {
    next,
    facets: masks.map((mask) => facets.filter((_, f) => (mask & ~(leftOut[f] as number)) === 0)),
  }
}

function maskOf(groups: readonly ClauseGroup[], facet: FacetName): number {
  return groups.reduce((mask, group, g) => (group.facets.has(facet) ? mask | (1 << g) : mask), 0)
}

function submasks(mask: number): number[] {
  const found = [0]
  for (let sub = mask; sub > 0; sub = (sub - 1) & mask) found.push(sub)
  return found
}

function numberOf(masks: readonly number[], mask: number): number {
  const at = masks.indexOf(mask)
  return at === -1 ? masks.length : at
}
