import { sortedQuery } from './query-string'

/** The filters of a guide: those that a reader asks first. All others stand on the listing. */
export const liveKeys = ['workplace', 'seniority', 'skill', 'not.pay'] as const

/** Filters that a page sets before its reader has chosen any. */
export type Starting = readonly (readonly [key: string, value: string])[]

/** In the address of a page once its reader has chosen: then no filter is one, too. */
export const CHOSEN = 'filters'
export const BY_READER = 'mine'

const LIVE_JOBS_SHOWN = 6

type Pairs = readonly (readonly [string, string])[]

/** What the live jobs are narrowed by: the reader's choice, and until there is one what the page starts with. */
export function chosenFilters(params: Iterable<readonly [string, string]>, starting: Starting): Pairs {
  const all = [...params]
  const known = all.filter(([key]) => liveKeys.some((live) => live === key))
  return known.length > 0 || all.some(([key]) => key === CHOSEN) ? known : starting
}

/** The part of the page's parameters that the live jobs understand, as a search of these roles. */
export function liveQuery(
  roles: readonly string[],
  params: Iterable<readonly [string, string]>,
  starting: Starting = [],
): string {
  const asked = roles.map((role) => ['role', role] as const)
  return sortedQuery([...chosenFilters(params, starting), ...asked, ['limit', String(LIVE_JOBS_SHOWN)]])
}
