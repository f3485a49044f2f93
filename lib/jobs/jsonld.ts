import type { EmploymentType, JobState, PayPeriod, Workplace } from '@/db/values'
import { countryCodes, countryName } from './countries'
import { textHtml } from './text'

/** What JobPosting markup is made of: facts as stated, never what the board worked out. */
export type PostingFacts = {
  publicId: string
  href: string
  state: JobState
  isDemo: boolean
  title: string
  text: string
  company: { name: string; website: string | null }
  addresses: { city: string | null; region: string | null; countryCode: string }[]
  workplace: Workplace | null
  eligibleWorldwide: boolean
  /** ISO 3166-1 alpha-2. */
  eligibleCountries: string[]
  employmentType: EmploymentType | null
  /** Major units, as stated. */
  pay: { min: number | null; max: number | null; currency: string; period: PayPeriod | null } | null
  payImplausible: boolean
  firstPublishedAt: string
  closesAt: string | null
}

const employmentTypeOut: Record<EmploymentType, string> = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  internship: 'INTERN',
  volunteer: 'VOLUNTEER',
}

type Posting = { '@context': string; '@type': string; [property: string]: unknown }

/**
 * JobPosting for search engines (developers.google.com/search/docs/appearance/structured-data/job-posting). Null where it
 * would be wrong: a job that is not open, of the demo, without text here, or that says neither where it is nor from where it
 * may be done, which is a required property.
 */
export function jobPosting(job: PostingFacts, baseUrl: string): Posting | null {
  if (job.state !== 'published' || job.isDemo || job.text.trim() === '') return null
  const where = whereOf(job)
  if (!where) return null
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.title,
    description: textHtml(job.text),
    url: new URL(job.href, baseUrl).href,
    datePosted: job.firstPublishedAt,
    ...(job.closesAt ? { validThrough: job.closesAt } : {}),
    hiringOrganization: {
      '@type': 'Organization',
      name: job.company.name,
      ...(job.company.website ? { sameAs: job.company.website } : {}),
    },
    identifier: { '@type': 'PropertyValue', name: job.company.name, value: job.publicId },
    ...where,
    ...(job.employmentType ? { employmentType: employmentTypeOut[job.employmentType] } : {}),
    ...salaryOf(job),
    // People apply at the company's own page.
    directApply: false,
  }
}

function whereOf(job: PostingFacts): Record<string, unknown> | null {
  const remote = job.workplace === 'remote' ? remoteOf(job) : {}
  if (job.addresses.length === 0 && !('applicantLocationRequirements' in remote)) return null
  if (job.addresses.length === 0) return remote
  const places = job.addresses.map(({ city, region, countryCode }) => ({
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      ...(city ? { addressLocality: city } : {}),
      ...(region ? { addressRegion: region } : {}),
      addressCountry: countryCode,
    },
  }))
  return { ...remote, jobLocation: places.length === 1 ? places[0] : places }
}

function remoteOf(job: PostingFacts): Record<string, unknown> {
  const codes = job.eligibleWorldwide ? countryCodes : job.eligibleCountries
  const countries = codes.map((code) => ({ '@type': 'Country', name: countryName(code) }))
  return {
    jobLocationType: 'TELECOMMUTE',
    ...(countries.length > 0
      ? { applicantLocationRequirements: countries.length === 1 ? countries[0] : countries }
      : {}),
  }
}

function salaryOf({ pay, payImplausible }: PostingFacts): Record<string, unknown> {
  if (!pay?.period || payImplausible || (pay.min === null && pay.max === null)) return {}
  const { min, max } = pay
  const amount =
    min === max
      ? { value: min }
      : { ...(min === null ? {} : { minValue: min }), ...(max === null ? {} : { maxValue: max }) }
  return {
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: pay.currency,
      value: { '@type': 'QuantitativeValue', ...amount, unitText: pay.period.toUpperCase() },
    },
  }
}

/** JSON for a script element: no `<` can end the script, whatever a title holds. */
export function jsonLdScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
