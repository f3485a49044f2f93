import type { JobRow } from '@/lib/jobs/rows'

/** What "Can I take this job?" is asked of: no more of a row than that goes to the browser. */
export type Asked = Pick<JobRow, 'workplace' | 'eligibleFrom' | 'eligibility'>

export function askedOf({ workplace, eligibleFrom, eligibility }: Asked): Asked {
  return { workplace, eligibleFrom, eligibility }
}
