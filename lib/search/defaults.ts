import type { ChoiceKey } from './search'

/**
 * Whether "not stated" stays in the result when a facet is filtered by a value, before the seeker says anything: one constant
 * for each facet (SEARCH.md §1, rule 2). `none` keeps it where it starts left out, `not.…=none` leaves it out where it
 * starts kept. Saved searches rest on these: a change here changes what they mean.
 */
export const keepsNotStated: Readonly<Record<ChoiceKey | 'pay', boolean>> = {
  role: false,
  skill: false,
  company: false,
  seniority: false,
  type: false,
  workplace: false,
  country: false,
  region: false,
  place: false,
  from: false,
  visa: false,
  text: false,
  // Half of all jobs state no pay; a floor that dropped them would hide most of what is worth reading.
  pay: true,
}

/** Jobs paid in another currency than the floor's: nobody can say whether they reach it, and there are too many to keep. */
export const keepsOtherCurrency = false

/** Rows shown of the facets that can have thousands of values; chosen ones are always shown. */
export const TOP_VALUES = 50

/** Pay floors are offered in steps of 5,000 a year. */
export const PAY_STEP = 5000
