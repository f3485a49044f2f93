import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  type EmploymentType,
  employmentTypes,
  type PayPeriod,
  type Seniority,
  seniorities,
  statedOf,
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
  /** As stated, in major units. */
  pay: { min: number | null; max: number | null; currency: string; period: PayPeriod } | null
  payImplausible: boolean
  skills: { slug: string; name: string }[]
  firstPublishedAt: string
  hasText: boolean
}

const MAX_ROWS = 100

type Stored = {
  id: string
  publicId: string
  slug: string
  title: string
  companyName: string
  companySlug: string
  locationStated: string
  workplace: number
  employmentType: number
  seniority: number
  eligibilityStated: string | null
  worldwide: boolean
  payMin: string | null
  payMax: string | null
  payCurrency: string | null
  payPeriod: PayPeriod | null
  payImplausible: boolean
  firstPublishedAt: string
  hasText: boolean
  places: { name: string; country: string | null }[]
  countries: string[]
  skills: { slug: string; name: string }[]
}

/** Jobs in any state, in the order of the ids; unknown ids are passed over. One statement, at most 100 jobs. */
export async function listJobRows(ids: readonly number[]): Promise<JobRow[]> {
  if (ids.length === 0) return []
  if (ids.length > MAX_ROWS) throw new RangeError(`${ids.length} job rows asked for, at most ${MAX_ROWS}`)
  const { rows } = await db().execute<Stored>(sql`
    select j.id, j.public_id as "publicId", j.slug, j.title, c.name as "companyName", c.slug as "companySlug",
      j.location_stated as "locationStated", j.workplace, j.employment_type as "employmentType", j.seniority,
      j.eligibility_stated as "eligibilityStated", j.eligible_worldwide as worldwide,
      j.pay_min as "payMin", j.pay_max as "payMax", j.pay_currency as "payCurrency", j.pay_period as "payPeriod",
      j.pay_implausible as "payImplausible", coalesce(j.first_published_at, j.created_at) as "firstPublishedAt", j.text <> '' as "hasText",
      (select coalesce(json_agg(json_build_object('name', p.name, 'country', case when p.kind <> 'country' then country.name end) order by jp.position), '[]')
        from job_places jp join places p on p.id = jp.place_id left join places country on country.id = jp.country_id
        where jp.job_id = j.id) as places,
      array(select p.name from job_eligibility e join places p on p.id = e.country_id where e.job_id = j.id order by p.name) as countries,
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name) order by s.id), '[]')
        from job_skills js join skills s on s.id = js.skill_id where js.job_id = j.id) as skills
    from unnest(${sql.param([...ids])}::bigint[]) with ordinality as wanted(id, position)
    join jobs j on j.id = wanted.id join companies c on c.id = j.company_id
    order by wanted.position`)
  return rows.map(rowOf)
}

function rowOf(stored: Stored): JobRow {
  const workplace = statedOf(workplaces, stored.workplace)
  return {
    id: Number(stored.id),
    publicId: stored.publicId,
    slug: stored.slug,
    href: hrefOfJob(stored),
    title: stored.title,
    company: { name: stored.companyName, slug: stored.companySlug },
    places: stored.places.map((place) => (place.country ? `${place.name}, ${place.country}` : place.name)),
    locationStated: stored.locationStated,
    workplace,
    employmentType: statedOf(employmentTypes, stored.employmentType),
    seniority: statedOf(seniorities, stored.seniority),
    eligibility: workplace === 'remote' ? eligibilityWords(stored) : null,
    pay: payOf(stored),
    payImplausible: stored.payImplausible,
    skills: stored.skills,
    firstPublishedAt: new Date(stored.firstPublishedAt).toISOString(),
    hasText: stored.hasText,
  }
}

export function hrefOfJob(job: { slug: string; publicId: string }): string {
  return `/jobs/${job.slug}-${job.publicId}`
}

const NAMED_COUNTRIES = 3

/** The words that the job itself uses come first; they are what it rests on. */
function eligibilityWords({ eligibilityStated, worldwide, countries }: Stored): string | null {
  if (eligibilityStated) return eligibilityStated
  if (worldwide) return 'Worldwide'
  if (countries.length === 0) return null
  const more = countries.length - NAMED_COUNTRIES
  return countries.slice(0, NAMED_COUNTRIES).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function payOf({ payMin, payMax, payCurrency: currency, payPeriod: period }: Stored): JobRow['pay'] {
  if (currency === null || period === null || (payMin === null && payMax === null)) return null
  const major = (minor: string | null) => (minor === null ? null : toMajor(BigInt(minor), currency))
  return { min: major(payMin), max: major(payMax), currency, period }
}
