import path from 'node:path'
import type { EmploymentType, VisaPolicy } from '@/db/values'
import { type AnnualPay, annualPay, type StatedPay } from '@/lib/jobs/pay'
import { toMinor } from '@/lib/money'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveEmploymentType } from '@/lib/taxonomy/employment'
import { type LocationTags, resolveLocation } from '@/lib/taxonomy/locations'
import { resolveSkills } from '@/lib/taxonomy/skills'
import { resolveTitle, type TitleTags } from '@/lib/taxonomy/titles'
import { readVisa } from '@/lib/taxonomy/visa'
import { readGzip, readJson, seedFolder } from './files'
import type { SeedCompany, SeedJob } from './types'

export type Tags = TitleTags & {
  location: LocationTags
  employmentType: EmploymentType | null
  visa: VisaPolicy | null
  pay: (StatedPay & { annual: AnnualPay | null }) | null
  skills: string[]
}

export function readSeedJobs(): SeedJob[] {
  return readGzip(path.join(seedFolder, 'jobs.jsonl.gz'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SeedJob)
}

export function readSeedCompanies(): SeedCompany[] {
  return readJson(path.join(seedFolder, 'companies.json'))
}

export function tagsOf(taxonomy: Taxonomy, job: SeedJob): Tags {
  const { workplaceType, addresses } = job
  return {
    ...resolveTitle(taxonomy, job.title),
    location: resolveLocation(taxonomy, job.locations, { workplaceType, addresses }),
    employmentType: resolveEmploymentType(taxonomy, job.employmentType),
    visa: readVisa(job.text ?? '')?.policy ?? null,
    pay: payOf(job),
    skills: resolveSkills(taxonomy, job.skills ?? []),
  }
}

/** What every place of the job says, once each. */
export function locationStated(job: SeedJob): string {
  return [...new Set(job.locations.filter((text) => text !== ''))].join('; ')
}

/** A source that names the larger amount first means the same range. */
function payOf({ pay }: SeedJob): Tags['pay'] {
  if (!pay) return null
  const minor = (amount: number | null) => (amount === null ? null : toMinor(amount.toFixed(3), pay.currency))
  const [a, b] = [minor(pay.min), minor(pay.max)]
  const swapped = a !== null && b !== null && a > b
  const stated = { min: swapped ? b : a, max: swapped ? a : b, currency: pay.currency, period: pay.period }
  return { ...stated, annual: annualPay(stated) }
}
