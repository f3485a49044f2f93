import { pool } from '@/db/client'
import {
  type EmploymentType,
  employmentTypes,
  type PayPeriod,
  type Seniority,
  seniorities,
  statedOf,
  type VisaPolicy,
  visaPolicies,
  type Workplace,
  workplaces,
} from '@/db/values'
import { toMajor } from '@/lib/money'

/** A job in a list. `id` stays inside: the API and client components get the row without it. */
export type JobRow = {
  id: number
  publicId: string
  slug: string
  href: string
  /** The same for copies of one opening at one company. */
  opening: string
  title: string
  company: { name: string; slug: string }
  /** "Berlin, Germany"; as the job names them, in its order. */
  places: string[]
  /** The words in which the job states its places, whether they were understood or not. */
  locationStated: string
  workplace: Workplace | null
  employmentType: EmploymentType | null
  seniority: Seniority | null
  /** From where a remote job may be done, in words. */
  eligibility: string | null
  /** The same as country slugs such as `de`; null = not stated, or not remote. Worldwide names no countries. */
  eligibleFrom: { worldwide: boolean; countries: string[] } | null
  visa: VisaPolicy | null
  /** As stated, in major units. */
  pay: { min: number | null; max: number | null; currency: string; period: PayPeriod } | null
  payImplausible: boolean
  skills: { slug: string; name: string }[]
  /** ISO 8601, UTC. */
  firstPublishedAt: string
  /** When this board first had it; ISO 8601, UTC. */
  firstSeenAt: string
  hasText: boolean
}

/** The largest page, and a job at each of its edges. */
const MAX_ROWS = 102

/** What the SQL function `job_card` makes. */
type Card = {
  publicId: string
  slug: string
  title: string
  locationStated: string
  workplace: number
  employmentType: number
  seniority: number
  visa: number
  eligibilityStated: string | null
  worldwide: boolean
  payMin: string | null
  payMax: string | null
  payCurrency: string | null
  payPeriod: PayPeriod | null
  payImplausible: boolean
  firstPublishedAt: string
  firstSeenAt: string
  hasText: boolean
  opening: string | null
  places: { name: string; country: string | null }[]
  countries: { name: string; slug: string }[]
  skills: { slug: string; name: string }[]
}

/** A card as text, and what must be read beside it because it may change without the job. */
export type StoredRow = { id: string; companyName: string; companySlug: string; card: string }

/** Named, so that it is planned once for each connection: a third of the time. It reads by key, which every plan does alike. */
const cardsOf = {
  name: 'job-cards',
  text: `select k.job_id as id, c.name as "companyName", c.slug as "companySlug", k.card
    from job_cards k join companies c on c.id = k.company_id where k.job_id = any($1::bigint[])`,
}

/**
 * Jobs that are or were open, in the order of the ids; others are passed over. One statement, at most 102 jobs: it reads the
 * cards by key and nothing of the jobs.
 */
export async function listJobRows(ids: readonly number[]): Promise<JobRow[]> {
  if (ids.length === 0) return []
  if (ids.length > MAX_ROWS) throw new RangeError(`${ids.length} job rows asked for, at most ${MAX_ROWS}`)
  const { rows } = await pool().query<StoredRow>({ ...cardsOf, values: [ids] })
  const byId = new Map(rows.map((row) => [Number(row.id), row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [rowOf(row)] : []
  })
}

export function rowOf(stored: StoredRow): JobRow {
  const card = JSON.parse(stored.card) as Card
  const workplace = statedOf(workplaces, card.workplace)
  return {
    id: Number(stored.id),
    publicId: card.publicId,
    slug: card.slug,
    href: hrefOfJob(card),
    opening: card.opening ?? card.publicId,
    title: card.title,
    company: { name: stored.companyName, slug: stored.companySlug },
    places: card.places.map((place) => (place.country ? `${place.name}, ${place.country}` : place.name)),
    locationStated: card.locationStated,
    workplace,
    employmentType: statedOf(employmentTypes, card.employmentType),
    seniority: statedOf(seniorities, card.seniority),
    eligibility: workplace === 'remote' ? eligibilityWords(card) : null,
    eligibleFrom: workplace === 'remote' ? eligibleFromOf(card) : null,
    visa: statedOf(visaPolicies, card.visa),
    pay: payOf(card),
    payImplausible: card.payImplausible,
    skills: card.skills,
    firstPublishedAt: new Date(card.firstPublishedAt).toISOString(),
    firstSeenAt: new Date(card.firstSeenAt).toISOString(),
    hasText: card.hasText,
  }
}

export function hrefOfJob(job: { slug: string; publicId: string }): string {
  return `/jobs/${job.slug}-${job.publicId}`
}

const NAMED_COUNTRIES = 3

/** The words that the job itself uses come first; they are what it rests on. */
function eligibilityWords({ eligibilityStated, worldwide, countries }: Card): string | null {
  if (eligibilityStated) return eligibilityStated
  if (worldwide) return 'Worldwide'
  if (countries.length === 0) return null
  const more = countries.length - NAMED_COUNTRIES
  const named = countries.slice(0, NAMED_COUNTRIES).map((country) => country.name)
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function eligibleFromOf({ worldwide, countries }: Card): JobRow['eligibleFrom'] {
  if (worldwide) return { worldwide, countries: [] }
  return countries.length > 0 ? { worldwide, countries: countries.map((country) => country.slug) } : null
}

function payOf({ payMin, payMax, payCurrency: currency, payPeriod: period }: Card): JobRow['pay'] {
  if (currency === null || period === null || (payMin === null && payMax === null)) return null
  const major = (minor: string | null) => (minor === null ? null : toMajor(BigInt(minor), currency))
  return { min: major(payMin), max: major(payMax), currency, period }
}
