/** The closed lists of PRODUCT.md. A value's database code is its index + 1; 0 is "not stated". Append only: codes are stored. */
export const seniorities = [
  'intern',
  'junior',
  'mid',
  'senior',
  'staff',
  'lead',
  'manager',
  'director',
  'executive',
] as const
export type Seniority = (typeof seniorities)[number]

export const workplaces = ['onsite', 'hybrid', 'remote'] as const
export type Workplace = (typeof workplaces)[number]

export const employmentTypes = [
  'full_time',
  'part_time',
  'contract',
  'temporary',
  'internship',
  'volunteer',
] as const
export type EmploymentType = (typeof employmentTypes)[number]

/** Whether the employer helps a new hire to a work visa. */
export const visaPolicies = ['offered', 'not_offered'] as const
export type VisaPolicy = (typeof visaPolicies)[number]

export const payPeriods = ['hour', 'day', 'week', 'month', 'year'] as const
export type PayPeriod = (typeof payPeriods)[number]

/** `held` waits for moderation. Only `published` jobs are in `job_search`. */
export const jobStates = ['draft', 'held', 'published', 'closed'] as const
export type JobState = (typeof jobStates)[number]

export const closeReasons = ['filled', 'withdrawn', 'expired', 'removed', 'source_gone'] as const
export type CloseReason = (typeof closeReasons)[number]

export const jobEventKinds = ['published', 'held', 'edited', 'closed', 'reposted', 'reopened'] as const
export type JobEventKind = (typeof jobEventKinds)[number]

/** `language` is a programming language; `cloud` a platform and its services; `method` a practice or a field of knowledge. */
export const skillKinds = ['language', 'framework', 'database', 'cloud', 'tool', 'method', 'soft'] as const
export type SkillKind = (typeof skillKinds)[number]

/** `preview`: fetched once to be looked at, nothing of it is published. */
/** `ending`: its people want it no more; it goes when the worker has closed its jobs. */
export const importStates = ['preview', 'active', 'paused', 'ending'] as const
export type ImportState = (typeof importStates)[number]

/** `held` brought jobs in, and believes none of its silences: too many were gone at once. */
export const runStates = ['running', 'done', 'unchanged', 'held', 'failed'] as const
export type RunState = (typeof runStates)[number]

export const memberRoles = ['owner', 'recruiter', 'observer'] as const
export type MemberRole = (typeof memberRoles)[number]

export const personKinds = ['member', 'moderator', 'admin'] as const
export type PersonKind = (typeof personKinds)[number]

export const placeKinds = ['country', 'region', 'city'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const cadences = ['instant', 'daily', 'weekly'] as const
export type Cadence = (typeof cadences)[number]

export const NOT_STATED = 0

export function codeOf<T extends string>(values: readonly T[], value: T | null | undefined): number {
  return value == null ? NOT_STATED : values.indexOf(value) + 1
}

export function statedOf<T extends string>(values: readonly T[], code: number): T | null {
  return values[code - 1] ?? null
}
