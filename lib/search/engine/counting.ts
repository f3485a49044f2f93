import type { Clause } from '../clauses'
import type { FacetName } from '../facets'
import type { Board } from './board'
import { TableFilter } from './filter'
import type { Finder } from './finder'
import type { Found } from './found'
import { type Jobs, type Source, sourceOf } from './tallies'
import type { Windows } from './windows'

/** What the facets show is read from; a code counts only when its entry in `codes` is not 0. */
export type FacetJobs = {
  byCode: (facet: CodeFacet, jobs: Jobs, codes: Uint8Array | null) => void
  byWindow: (facet: 'posted' | 'seen', jobs: Int32Array) => void
}
type CodeFacet = Exclude<FacetName, 'posted' | 'seen'>
type Counted = { facet: FacetName; codes: Uint8Array | null }

/**
 * Counts each facet with the clauses that name it left out. Clauses about the column that a facet is read from need no look at the
 * jobs at all: their tables say which codes count. So all facets of a column share one count, often that of the whole board.
 */
export function countFacets(
  facets: readonly FacetName[],
  {
    board,
    clauses,
    finder,
    windows,
  }: { board: Board; clauses: readonly Clause[]; finder: Finder; windows: Windows },
  read: FacetJobs,
): void {
  const byClauses = new Map<string, { numbers: number[]; facets: Counted[] }>()
  for (const facet of facets) {
    const kept = [...clauses.keys()].filter((number) => !clauses[number]?.facets.includes(facet))
    const tables = kept.flatMap((number) => tableOf(board, facet, finder, number) ?? [])
    const numbers = kept.filter((number) => !tableOf(board, facet, finder, number))
    const key = numbers.join()
    const same = byClauses.get(key) ?? { numbers, facets: [] }
    same.facets.push({ facet, codes: bothOf(tables) })
    byClauses.set(key, same)
  }
  for (const { numbers, facets: own } of byClauses.values())
    countTogether(board, finder.find(numbers), own, windows, read)
}

function countTogether(
  { tallies }: Board,
  found: Found,
  facets: readonly Counted[],
  windows: Windows,
  read: FacetJobs,
): void {
  const bySource = new Map<Source, { facet: CodeFacet; codes: Uint8Array | null }[]>()
  for (const { facet, codes } of facets) {
    if (facet === 'posted') read.byWindow(facet, windows.published(found))
    else if (facet === 'seen') read.byWindow(facet, windows.seen(found))
    else {
      const source = sourceOf[facet]
      bySource.set(source, [...(bySource.get(source) ?? []), { facet, codes }])
    }
  }
  tallies.count([...bySource.keys()], found, (source, jobs) => {
    for (const { facet, codes } of bySource.get(source) ?? []) read.byCode(facet, jobs, codes)
  })
}

/** Of a clause that looks at nothing but the codes which the facet is read from. */
function tableOf(board: Board, facet: FacetName, finder: Finder, number: number): Uint8Array | null {
  if (facet === 'posted' || facet === 'seen' || facet === 'skill') return null
  const filter = finder.filters[number]
  const isOwn =
    filter instanceof TableFilter &&
    filter.column === board.columns[sourceOf[facet] as keyof Board['columns']]
  return isOwn && !filter.floor ? filter.table : null
}

function bothOf(tables: readonly Uint8Array[]): Uint8Array | null {
  return tables.reduce<Uint8Array | null>(
    (both, table) => (both ? both.map((entry, code) => entry & (table[code] as number)) : table),
    null,
  )
}
