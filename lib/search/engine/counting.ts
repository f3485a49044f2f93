import type { FacetName } from '../facets'
import type { Board } from './board'
import { asOne, type ClauseGroup, failStates } from './clause-groups'
import type { FilterMaker } from './filter-maker'
import { candidatesOf, type SlotList, scan } from './scan'
import { type Source, sourceOf, sourcesOf, Tallies } from './tallies'
import type { Windows } from './windows'

/** For each facet the jobs by the codes of its source. */
export type FacetJobs = Map<FacetName, Int32Array>

/** `matches` null: every job. */
export type Counted = { matches: SlotList | null; total: number; facets: FacetJobs }

/** From this share of the board on, looking at all slots is quicker than making a list of those that may match. */
const SCAN_SHARE = 1 / 4

export class Counting {
  private readonly tallies: Tallies

  constructor(
    private readonly board: Board,
    private readonly maker: FilterMaker,
    windows: Windows,
  ) {
    this.tallies = new Tallies(board, windows)
  }

  /** Each facet's jobs leave out the groups that name it. */
  count(groups: readonly ClauseGroup[], facets: readonly FacetName[]): Counted {
    const { board, tallies } = this
    const first = leading(groups)
    if (!first) return { matches: null, total: board.size, facets: this.wholeBoard(facets) }
    const isListed = first.filter.gather !== null && first.filter.bound < board.size * SCAN_SHARE
    // A list of what fulfils the leading group has nothing for the facets that leave it out: they are counted by themselves.
    const aside = isListed || groups.length === 1 ? facets.filter((facet) => first.facets.has(facet)) : []
    const together = facets.filter((facet) => !aside.includes(facet))
    const states = failStates(groups, together)
    const candidates = isListed ? candidatesOf(board, first) : null
    const matches: SlotList = {
      slots: board.scratch.take(board.end),
      length: 0,
    }
    const failed = states.facets.map(
      (own) => new Map(sourcesOf(own).map((source) => [source, tallies.empty(source)])),
    )
    matches.length = scan(board, { groups, states, candidates }, matches.slots, (state, slots, n) => {
      for (const [source, jobs] of failed[state] ?? []) tallies.add(source, slots, 0, n, jobs)
    })
    const matching = tallies.ofMatches(sourcesOf(together), matches)
    const jobs: FacetJobs = new Map()
    for (const facet of together) {
      const parts = failed.flatMap((own, state) => {
        const part = state > 0 && states.facets[state]?.includes(facet) ? own.get(sourceOf[facet]) : undefined
        return part ? [part] : []
      })
      jobs.set(facet, sum(matching.get(sourceOf[facet]) as Int32Array, parts))
    }
    for (const [facet, own] of this.countAside(groups, aside)) jobs.set(facet, own)
    return { matches, total: matches.length, facets: jobs }
  }

  /** The slots that match, without any counts. */
  find(groups: readonly ClauseGroup[]): SlotList {
    const { matches } = this.count(asOne(groups, this.maker), [])
    return matches ?? this.everySlot()
  }

  private everySlot(): SlotList {
    const slots = this.board.scratch.take(this.board.end)
    return { slots, length: this.board.alive.listBoth(this.board.alive, slots) }
  }

  private countAside(groups: readonly ClauseGroup[], facets: readonly FacetName[]): FacetJobs {
    const byRest = new Map<string, { rest: ClauseGroup[]; facets: FacetName[] }>()
    for (const facet of facets) {
      const rest = groups.filter((group) => !group.facets.has(facet))
      const key = rest.map((group) => groups.indexOf(group)).join()
      const same = byRest.get(key)
      if (same) same.facets.push(facet)
      else byRest.set(key, { rest, facets: [facet] })
    }
    const jobs: FacetJobs = new Map()
    for (const { rest, facets: own } of byRest.values()) {
      const mark = this.board.scratch.mark()
      for (const [facet, counted] of this.count(asOne(rest, this.maker), own).facets) jobs.set(facet, counted)
      this.board.scratch.release(mark)
    }
    return jobs
  }

  private wholeBoard(facets: readonly FacetName[]): FacetJobs {
    const bySource = new Map<Source, Int32Array>(
      sourcesOf(facets).map((source) => [source, this.tallies.whole(source)]),
    )
    return new Map(facets.map((facet) => [facet, bySource.get(sourceOf[facet]) as Int32Array]))
  }
}

/** The group that leaves least, of those that can list what they leave if there is one. */
function leading(groups: readonly ClauseGroup[]): ClauseGroup | undefined {
  const listed = groups.filter((group) => group.filter.gather !== null)
  return (listed.length > 0 ? listed : groups).reduce<ClauseGroup | undefined>(
    (least, group) => (least && least.filter.bound <= group.filter.bound ? least : group),
    undefined,
  )
}

function sum(first: Int32Array, parts: readonly Int32Array[]): Int32Array {
  if (parts.length === 0) return first
  const total = first.slice()
  for (const part of parts) {
    for (let code = 0; code < part.length; code++)
      total[code] = (total[code] as number) + (part[code] as number)
  }
  return total
}
