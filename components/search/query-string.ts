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

export function jobsHref(query: string): string {
  return query ? `/jobs?${query}` : '/jobs'
}
