/** Parameters of a search in the browser: sorted, so that one search has one string (SEARCH.md §1a). */
export function sortedQuery(entries: Iterable<readonly [string, string]>): string {
  const kept = [...entries].filter(([, value]) => value !== '')
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
  return new URLSearchParams(kept.map(([key, value]) => [key, value])).toString()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const cursors = new Set(['after', 'before'])

export type Pairs = readonly (readonly [key: string, value: string])[]

/** A search without its page: what a link to another search starts from. */
export function pairsOf(query: string): Pairs {
  return [...new URLSearchParams(query)].filter(([key]) => !cursors.has(key))
}

/** The search with `value` under each of the keys, or without it. */
export function toggledIn(pairs: Pairs, keys: Record<string, boolean>, value: string): string {
  const left = pairs.filter(([k, v]) => !(k in keys && v === value))
  const added = Object.entries(keys).flatMap(([key, on]): Pairs => (on ? [[key, value]] : []))
  return sortedQuery([...left, ...added])
}

/** The same search with `key` set to one value, or without it. */
export function replaced(query: string, key: string, value: string | null): string {
  const entries = [...new URLSearchParams(query)].filter(([k]) => !cursors.has(k) && k !== key)
  if (value !== null) entries.push([key, value])
  return sortedQuery(entries)
}

/** `query` without what `whole` says more than `rest`: the same step, taken from a search that has moved on meanwhile. */
export function without(query: string, whole: string, rest: string): string {
  const left = [...new URLSearchParams(rest)].map(String)
  const gone = [...new URLSearchParams(whole)].map(String).filter((pair) => !left.includes(pair))
  return sortedQuery(
    [...new URLSearchParams(query)].filter((pair) => !cursors.has(pair[0]) && !gone.includes(String(pair))),
  )
}

/** Which job stands open beside the list: a part of the page's address, never of the search. */
const OPEN_JOB = 'job'

/** Of which filter every row is shown: a part of the page's address too, for those who have no scripts. */
const WHOLE_FACET = 'facet'

/** The search in the address of the listing: everything but the open job and the unfolded filter. */
export function searchIn(params: Iterable<readonly [string, string]>): string {
  return sortedQuery(withoutOpenJob(params))
}

export function withoutOpenJob<P extends readonly [string, string]>(params: Iterable<P>): P[] {
  return [...params].filter(([key]) => key !== OPEN_JOB && key !== WHOLE_FACET)
}

export function openJobIn(params: Iterable<readonly [string, string]>): string | null {
  return [...params].findLast(([key, value]) => key === OPEN_JOB && value !== '')?.[1] ?? null
}

export function wholeFacetIn(params: Iterable<readonly [string, string]>): string | null {
  return [...params].find(([key]) => key === WHOLE_FACET)?.[1] ?? null
}

/** The listing with every row of one filter shown, at that filter; with null, folded again. */
export function wholeFacetHref(query: string, facet: string | null): string {
  const at = facet === null ? pairsOf(query) : [...pairsOf(query), [WHOLE_FACET, facet] as const]
  return `${jobsHref(sortedQuery(at))}#${facet === null ? 'filters' : `facet-${facet}`}`
}

/** The listing with a job open beside it. */
export function paneHref(query: string, publicId: string): string {
  return jobsHref(sortedQuery([...new URLSearchParams(query), [OPEN_JOB, publicId]]))
}

export function jobsHref(query: string): string {
  return query ? `/jobs?${query}` : '/jobs'
}
