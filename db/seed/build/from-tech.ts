import type { PayPeriod } from '@/db/values'
import type { SeedJob } from '../types'
import { slugOfCompany } from './company-slug'

export type TechJob = {
  job_uid: string
  first_seen: string
  company: string
  title: string
  location_raw: string
  employment_type: string
  published_at: string
  apply_url: string
  currency_original: string
  salary_min_orig: number | null
  salary_max_orig: number | null
  salary_interval_orig: string
  has_salary: boolean
}

/** Intervals of the ATS itself, and `year` or `month` where a program read the amount out of the text. */
const periods: Readonly<Record<string, PayPeriod>> = {
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 HOUR': 'hour',
  'per-year-salary': 'year',
  'per-hour-wage': 'hour',
  year: 'year',
  month: 'month',
}

export function fromTech(row: TechJob, skills: readonly string[]): SeedJob {
  return {
    id: row.job_uid,
    company: slugOfCompany(row.company),
    title: row.title.replace(/\s+/g, ' ').trim(),
    locations: [row.location_raw.trim()].filter((text) => text !== ''),
    employmentType: row.employment_type || undefined,
    publishedAt: new Date(row.published_at).toISOString(),
    firstSeenAt: new Date(`${row.first_seen}T00:00:00Z`).toISOString(),
    pay: payOf(row),
    applyUrl: row.apply_url,
    skills: skills.length > 0 ? [...skills] : undefined,
  }
}

/** Amounts read out of a text that the source itself then doubted (a funding round of 400 million) were never stated as pay. */
function payOf(row: TechJob): SeedJob['pay'] {
  const period = periods[row.salary_interval_orig]
  const isReadFromText = row.salary_interval_orig === 'year' || row.salary_interval_orig === 'month'
  if (!period || !row.currency_original || (isReadFromText && !row.has_salary)) return undefined
  if (row.salary_min_orig === null && row.salary_max_orig === null) return undefined
  return { min: row.salary_min_orig, max: row.salary_max_orig, currency: row.currency_original, period }
}
