import type { JobRow } from './rows'

export type MayWork = 'yes' | 'no' | 'not-stated'

/**
 * Whether a remote job may be done from a country (a slug such as `de`), as far as the job says. Null where the question does
 * not arise: the job is not remote.
 */
export function mayWorkFrom(
  row: Pick<JobRow, 'workplace' | 'eligibleFrom'>,
  country: string,
): MayWork | null {
  if (row.workplace !== 'remote') return null
  if (row.eligibleFrom === null) return 'not-stated'
  return row.eligibleFrom.worldwide || row.eligibleFrom.countries.includes(country) ? 'yes' : 'no'
}

/** The one country that a search names in `from`, or null: groups (`eu`) and several countries do not say where somebody is. */
export function countryOfSearch(query: string): string | null {
  const from = new URLSearchParams(query).getAll('from')
  return from.length === 1 && from[0] !== undefined && isCountry(from[0]) ? from[0] : null
}

/** Groups of two letters that `from` understands; every other pair of letters is a country. */
const groups = new Set(['eu'])

export function isCountry(value: string): boolean {
  return /^[a-z]{2}$/.test(value) && !groups.has(value)
}
