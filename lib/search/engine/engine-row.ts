/** What the engine holds of an open job. Code 0 and an empty list are "not stated"; lists have each value once. */
export type EngineRow = {
  jobId: number
  companyId: number
  roleId: number
  seniority: number
  workplace: number
  employmentType: number
  visa: number
  hasText: boolean
  countries: readonly number[]
  regions: readonly number[]
  cities: readonly number[]
  skills: readonly number[]
  eligibility: readonly number[]
  worldwide: boolean
  /** Minor units a year, a safe integer. */
  annualMax: number | null
  payCurrency: string | null
  /** Microseconds since 1970, safe integers. */
  firstPublishedAtUs: number
  firstSeenAtUs: number
}
