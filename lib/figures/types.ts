import type { EmploymentType, Seniority, Workplace } from '@/db/values'

/** Which openings of a role: all that fulfil each of these. Slugs as in a search; countries by their two letters. */
export type Within = {
  country?: string
  seniority?: Seniority
  workplace?: Workplace
  employment?: EmploymentType
  skill?: string
  /** Only openings that state their pay. */
  isPaid?: true
}

/** By what openings are told apart. */
export const dimensions = [
  'skill',
  'workplace',
  'seniority',
  'employment',
  'country',
  'city',
  'company',
  'pay',
] as const
export type Dimension = (typeof dimensions)[number]

/** What is computed and kept: one row of `figures`. Sentences and pictures are made of one or several. */
export type Measure =
  | { of: 'pay'; role: string; within: Within & { country: string } }
  | { of: 'jobs'; role: string; within: Within }
  | { of: 'shares'; by: Dimension; role: string; within: Within }
  | { of: 'weeks'; role: string }

/**
 * Pay by year, in whole units of `currency`. Every percentile is over votes: one for each company and level, the median of its openings' points.
 */
export type PayValue = {
  currency: string
  votes: number
  p10: number
  p25: number
  p50: number
  p75: number
  p90: number
  /** Votes from `from` up to below `to`. Steps are equal; none is left out between the first and the last. */
  bins: { from: number; to: number; votes: number }[]
  /** Openings of the same kind with or without pay: how many of them state it is `Figure.openings` of these. */
  openingsInAll: number
}

export type JobsValue = Record<string, never>

/** Openings that name an entry; an opening may name several, or none. The largest come first, at most 60. */
export type SharesValue = { entries: { slug: string; name: string; kind: string | null; openings: number }[] }

/** What this board saw happen, from the first whole week on (weeks begin on Monday, UTC); `open` at the end of the week. */
export type WeeksValue = {
  since: string
  weeks: { week: string; opened: number; closed: number; open: number }[]
}

export type ValueOf = { pay: PayValue; jobs: JobsValue; shares: SharesValue; weeks: WeeksValue }

/** A measure as it was found. `value` is null below 8 openings or 4 companies. */
export type Figure<M extends Measure = Measure> = {
  id: string
  measure: M
  /** When it was computed, ISO 8601. */
  asOf: string
  openings: number
  companies: number
  /** Jobs it rests on: copies of an opening are several. */
  jobs: number
  value: ValueOf[M['of']] | null
}

export const MIN_OPENINGS = 8
export const MIN_COMPANIES = 4
