/** Parameters of a search in the browser: sorted, so that one search has one string (SEARCH.md §1a). */
export function sortedQuery(entries: Iterable<[string, string]>): string {
  const kept = [...entries].filter(([, value]) => value !== '')
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
  return new URLSearchParams(kept).toString()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const cursors = new Set(['after', 'before'])

/** The same search with `key=value` added or taken away; paging starts again. */
export function toggled(query: string, key: string, value: string, on: boolean): string {
  const entries = [...new URLSearchParams(query)].filter(
    ([k, v]) => !cursors.has(k) && !(k === key && v === value),
  )
  if (on) entries.push([key, value])
  return sortedQuery(entries)
}

/** The same search with `key` set to one value, or without it. */
export function replaced(query: string, key: string, value: string | null): string {
  const entries = [...new URLSearchParams(query)].filter(([k]) => !cursors.has(k) && k !== key)
  if (value !== null) entries.push([key, value])
  return sortedQuery(entries)
}

export function jobsHref(query: string): string {
  return query ? `/jobs?${query}` : '/jobs'
}
