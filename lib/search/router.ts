import type { ChoiceKey } from './search'
import { isFindable, type Plan, type Shape } from './sql'

/** Filters that a walk along a btree meets often enough to fill a page soon. The others are rare: the GIN index finds them. */
const walked: ReadonlySet<ChoiceKey | 'pay' | 'posted' | null> = new Set([
  ...(['role', 'company', 'workplace', 'seniority', 'type', 'country', 'pay', 'posted'] as const),
  null,
])
const MOST_WALKED = 3

/** Which shape finds the newest page of a search soonest (SEARCH.md §4.3). Both find the same jobs. */
export function shapeOf(plan: Plan): Shape {
  if (!isFindable(plan)) return 'walk'
  if (plan.q !== null) return 'gin'
  const isWalk =
    plan.clauses.length <= MOST_WALKED &&
    plan.clauses.every((one) => walked.has(one.facet) || !one.isFindable)
  return isWalk ? 'walk' : 'gin'
}
