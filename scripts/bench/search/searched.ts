import type { JobRecord } from '@/db/seed/load-jobs'
import { codeOf, workplaces } from '@/db/values'
import { jobTerms } from '@/lib/jobs/job-terms'

const REMOTE = codeOf(workplaces, 'remote')

type Stated = Pick<
  JobRecord,
  | 'role_id'
  | 'seniority'
  | 'employment_type'
  | 'workplace'
  | 'eligible'
  | 'eligible_worldwide'
  | 'places'
  | 'skills'
> &
  Pick<JobRecord, 'text' | 'annual_max' | 'pay_currency' | 'pay_implausible' | 'first_published_at'> & {
    company_id: number
    visa: number
  }

/** The columns of `job_search` that `lib/jobs/listing.ts` makes of a job. */
export function searchedOf(job: Stated) {
  const remote = job.workplace === REMOTE
  const worldwide = remote && job.eligible_worldwide
  const facts = {
    companyId: job.company_id,
    roleId: job.role_id ?? 0,
    seniority: job.seniority,
    workplace: job.workplace,
    employmentType: job.employment_type,
    visa: job.visa,
    countries: sorted(job.places.map((place) => place.country_id)),
    regions: sorted(job.places.flatMap((place) => place.region_id ?? [])),
    cities: sorted(job.places.flatMap((place) => place.city_id ?? [])),
    skills: job.skills,
    eligibility: remote && !worldwide ? sorted(job.eligible) : [],
    worldwide,
    hasText: job.text !== '',
    annualMax: job.annual_max === null ? null : BigInt(job.annual_max),
    payCurrency: job.annual_max === null ? null : job.pay_currency,
    payImplausible: job.pay_implausible,
    firstPublishedAt: new Date(job.first_published_at),
  }
  return {
    terms: jobTerms(facts),
    countries: facts.countries,
    regions: facts.regions,
    cities: facts.cities,
    eligibility: facts.eligibility,
    worldwide,
    searched_currency: facts.payCurrency,
  }
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}
