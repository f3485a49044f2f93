import { sortedQuery } from './query-string'

/** The filters of a guide: those that a reader asks first. All others stand on the listing. */
export const liveKeys = ['workplace', 'seniority'] as const

const LIVE_JOBS_SHOWN = 6

/** The part of the page's parameters that the live jobs understand, as a search of this role. */
export function liveQuery(role: string, params: Iterable<[string, string]>): string {
  const known = [...params].filter(([key]) => liveKeys.some((live) => live === key))
  return sortedQuery([...known, ['role', role], ['limit', String(LIVE_JOBS_SHOWN)]])
}
