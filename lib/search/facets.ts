import { env } from '@/lib/env'
import { payCurrencyOf } from './clauses'
import { countJobs } from './count-jobs'
import { labelled } from './facet-values'
import { type Resolved, resolveSearch } from './resolve'
import type { ChoiceKey, FacetName, Search, Within } from './search'
import { printSearch } from './url/grammar'

export type { FacetName } from './search'

/** `value` is what the URL says: a slug, `none`, a pay floor a year, a time. */
export type FacetValue = { value: string; label: string; count: number }
export type Facets = Record<FacetName, FacetValue[]>
export type FacetAnswer = { total: number; facets: Facets }

/** Jobs for each value of a facet, by the number that the value has in `terms`. */
export type Counts = {
  total: number
  choices: Record<ChoiceKey, Map<number, number>>
  pay: PayCounts
  posted: Record<Within, number>
  seen: Record<Within, number>
}

/** `steps.get(n)`: jobs whose top pay reaches n steps of `PAY_STEP` a year, but not one more, in the currency asked for. */
export type PayCounts = { currency: string; none: number; other: number; steps: Map<number, number> }

/** Who counts: SQL, which is always right and stays the oracle, or an engine that holds bitmaps. Null: not within the time. */
export type FacetCounter = (
  resolved: Resolved,
  payCurrency: string,
  limits: FacetLimits,
) => Promise<Counts | null>
export type FacetLimits = { timeLimitMs: number }

/**
 * The number of jobs and, for each facet, the jobs that each value has with that facet's own filter removed; a job counts once in
 * each of its values. Null when counting takes longer than its time limit.
 */
export async function searchFacets(
  search: Search,
  limits: FacetLimits = { timeLimitMs: env().FACETS_TIME_LIMIT_MS },
  count: FacetCounter = countJobs,
): Promise<FacetAnswer | null> {
  const resolved = await resolveSearch(search)
  const counts = await count(resolved, payCurrencyOf(resolved), limits)
  return counts && { total: counts.total, facets: await facetsOf(counts, resolved) }
}

type Named = { at: number; search: string; facets: Promise<Facets> }
const named = new WeakMap<Counts, Named>()
/** A company that is renamed has its new name here after that time, without a change of any job. */
const NAMED_FOR_MS = 5000

/**
 * The engine keeps counts until a job changes: what was named once need not be named again. For the same search only: `country=dach` counts
 * like its three countries, but shows other rows.
 */
function facetsOf(counts: Counts, resolved: Resolved): Promise<Facets> {
  const known = named.get(counts)
  const search = printSearch(resolved.search)
  if (known?.search === search && performance.now() - known.at < NAMED_FOR_MS) return known.facets
  const facets = labelled(counts, resolved)
  named.set(counts, { at: performance.now(), search, facets })
  facets.catch(() => named.delete(counts))
  return facets
}
