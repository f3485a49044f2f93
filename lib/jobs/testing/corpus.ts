import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  codeOf,
  type EmploymentType,
  employmentTypes,
  type PayPeriod,
  payPeriods,
  type Seniority,
  seniorities,
  type VisaPolicy,
  visaPolicies,
  type Workplace,
  workplaces,
} from '@/db/values'
import { listJobs } from '@/lib/jobs/listing'
import { base32 } from '@/lib/jobs/public-id'
import type { Random } from './random'

export const roles = ['backend-developer', 'data-scientist', 'nurse', 'product-manager']
export const skills = ['kubernetes', 'python', 'rust', 'sql', 'surgery']
export const companies = ['acme', 'borealis', 'cobalt', 'dune', 'ember', 'fjord']
export const countries = ['au', 'de', 'fr', 'us']
export const regions = ['bavaria-de', 'berlin-de', 'texas-us', 'victoria-au']
export const cities = [
  'munich-de',
  'nuremberg-de',
  'berlin-de',
  'austin-us',
  'melbourne-au',
  'paris-fr',
  'augsburg-de',
  'starnberg-de',
]
/** Latitude and longitude in degrees, by city: Starnberg is 24 km from Munich, Augsburg 57, Nuremberg 150. */
export const coordinates: Readonly<Record<string, readonly [number, number]>> = {
  'munich-de': [48.137, 11.575],
  'nuremberg-de': [49.454, 11.077],
  'berlin-de': [52.52, 13.405],
  'austin-us': [30.267, -97.743],
  'melbourne-au': [-37.814, 144.963],
  'paris-fr': [48.857, 2.352],
  'augsburg-de': [48.371, 10.898],
  'starnberg-de': [47.997, 11.34],
}
/** No stop words, and the English stemmer leaves them as they are. */
export const words = ['zebra', 'quartz', 'falcon', 'walrus', 'cobra', 'bamboo', 'tango', 'pixel']
export const currencies = ['USD', 'EUR', 'JPY']
/** Days since publication: none on the edge of a window. */
export const ages = [0.5, 2, 5, 20, 60]

type SamplePlace = { country: string; region: string | null; city: string | null }
const samplePlaces: SamplePlace[] = [
  { country: 'de', region: 'bavaria-de', city: 'munich-de' },
  { country: 'de', region: 'bavaria-de', city: 'nuremberg-de' },
  { country: 'de', region: 'berlin-de', city: 'berlin-de' },
  { country: 'de', region: 'bavaria-de', city: null },
  { country: 'us', region: 'texas-us', city: 'austin-us' },
  { country: 'us', region: null, city: null },
  { country: 'au', region: 'victoria-au', city: 'melbourne-au' },
  { country: 'fr', region: null, city: 'paris-fr' },
  { country: 'fr', region: null, city: null },
  { country: 'de', region: 'bavaria-de', city: 'augsburg-de' },
  { country: 'de', region: 'bavaria-de', city: 'starnberg-de' },
]

export type SampleJob = {
  id: number
  publicId: string
  title: string
  text: string
  company: string
  role: string | null
  seniority: Seniority | null
  workplace: Workplace | null
  type: EmploymentType | null
  places: SamplePlace[]
  skills: string[]
  eligibility: string[] | 'worldwide' | null
  visa: VisaPolicy | null
  /** Major units, as stated. */
  pay: {
    min: number | null
    max: number | null
    currency: string
    period: PayPeriod
    implausible: boolean
  } | null
  publishedDaysAgo: number
  seenDaysAgo: number
}

export function makeJobs(count: number, random: Random): SampleJob[] {
  return Array.from({ length: count }, (_, i) => makeJob(i + 1, random))
}

function makeJob(id: number, random: Random): SampleJob {
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const maybe = <T>(values: readonly T[]): T | null => (random() < 0.25 ? null : one(values))
  const some = <T>(values: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => one(values))),
  ]
  const min = Math.ceil(random() * 30) * 5000
  const max = min + Math.floor(random() * 10) * 5000
  const period = random() < 0.7 ? 'year' : one(payPeriods)
  const share = { hour: 2000, day: 250, week: 50, month: 12, year: 1 }[period]
  const stated = {
    min: Math.ceil(min / share),
    max: Math.ceil(max / share),
    currency: one(currencies),
    period,
  }
  const open = random()
  const pay =
    open < 0.35 ? null : { ...stated, ...(open < 0.45 ? { max: null } : open < 0.5 ? { min: null } : {}) }
  return {
    id,
    publicId: base32(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))),
    title: `${one(words)} ${one(words)}`,
    text: random() < 0.3 ? '' : Array.from({ length: 4 }, () => one(words)).join(' '),
    company: one(companies),
    role: maybe(roles),
    seniority: maybe(seniorities.slice(0, 4)),
    workplace: maybe(workplaces),
    type: maybe(employmentTypes.slice(0, 3)),
    places: some(samplePlaces, 3),
    skills: some(skills, 3),
    eligibility: one([null, 'worldwide' as const, some(countries, 3)]),
    visa: maybe(visaPolicies),
    pay: pay && { ...pay, implausible: random() < 0.1 },
    publishedDaysAgo: one(ages),
    seenDaysAgo: one(ages),
  }
}

const idIn = (list: readonly string[], slug: string | null) => (slug === null ? null : list.indexOf(slug) + 1)
const regionId = (slug: string | null) =>
  slug && regions.includes(slug) ? 1000 + regions.indexOf(slug) : null
const cityId = (slug: string | null) => (slug === null ? null : 10_000 + cities.indexOf(slug))
const nameOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replace(/-[a-z]{2}$/, '')
const regionOf: Record<string, string> = Object.fromEntries(
  samplePlaces.map(({ city, region }) => [city ?? '', region ?? '']),
)
const countryOf = (slug: string) => slug.slice(-2)

/** The lists that jobs point to. Call once for a test database. */
export async function writeTaxonomy(): Promise<void> {
  const placeRows = [
    ...countries.map((slug, i) => ({ id: i + 1, kind: 'country', slug, name: slug.toUpperCase() })),
    ...regions.map((slug, i) => ({ id: 1000 + i, kind: 'region', slug, name: nameOf(slug) })),
    ...cities.map((slug, i) => ({ id: 10_000 + i, kind: 'city', slug, name: nameOf(slug) })),
  ].map((row) => ({
    ...row,
    cc: countryOf(row.slug).toUpperCase(),
    country_id: idIn(countries, countryOf(row.slug)),
    region_id: regionId(row.kind === 'city' ? (regionOf[row.slug] ?? null) : row.slug),
    population: 100_000,
    lat: coordinates[row.slug]?.[0] ?? null,
    lon: coordinates[row.slug]?.[1] ?? null,
  }))
  const named = (list: readonly string[]) =>
    JSON.stringify(list.map((slug, i) => ({ id: i + 1, slug, name: nameOf(slug) })))
  await db().execute(sql`insert into roles (id, slug, name, kind)
    select id, slug, name, 'test' from jsonb_to_recordset(${named(roles)}::jsonb) r(id smallint, slug text, name text)`)
  await db().execute(sql`insert into skills (id, slug, name)
    select id, slug, name from jsonb_to_recordset(${named(skills)}::jsonb) r(id int, slug text, name text)`)
  await db().execute(sql`insert into companies (id, slug, name) overriding system value
    select id, slug, name from jsonb_to_recordset(${named(companies)}::jsonb) r(id int, slug text, name text)`)
  await db().execute(sql`insert into places (id, kind, slug, name, country_code, country_id, region_id, population, lat, lon)
    select id, kind, slug, name, cc, country_id, region_id, population, lat, lon
    from jsonb_to_recordset(${JSON.stringify(placeRows)}::jsonb) r(id int, kind text, slug text, name text, cc text,
      country_id int, region_id int, population int, lat float8, lon float8)`)
}

/** Puts these jobs, all published, in the place of those that were there. */
export async function writeJobs(sample: readonly SampleJob[]): Promise<void> {
  await db().execute(sql`delete from jobs`)
  await db().execute(sql`delete from openings`)
  const rows = JSON.stringify(sample.map(rowOf))
  await db().execute(sql`insert into openings (id, company_id, fingerprint) overriding system value
    select id, company_id, id::text from jsonb_to_recordset(${rows}::jsonb) r(id bigint, company_id int)`)
  await db().execute(sql`
    insert into jobs (id, public_id, company_id, opening_id, source_id, state, title, text, location_stated, role_id, seniority,
      workplace, employment_type, visa, eligible_worldwide, pay_min, pay_max, pay_currency, pay_period, annual_min, annual_max,
      pay_implausible, first_published_at, first_seen_at)
    overriding system value
    select id, public_id, company_id, id, 1, 'published', title, text, location, role_id, seniority, workplace, type, visa, worldwide,
      pay_min, pay_max, currency, period, annual_min, annual_max, implausible,
      now() - make_interval(secs => published), now() - make_interval(secs => seen)
    from jsonb_to_recordset(${rows}::jsonb) r(id bigint, public_id text, company_id int, title text, text text, location text,
      role_id smallint, seniority smallint, workplace smallint, type smallint, visa smallint, worldwide boolean, pay_min bigint, pay_max bigint,
      currency text, period text, annual_min bigint, annual_max bigint, implausible boolean, published float8, seen float8)`)
  await writeParts(sample)
  await listJobs(
    db(),
    sample.map((job) => job.id),
  )
}

async function writeParts(sample: readonly SampleJob[]): Promise<void> {
  const placeRows = sample.flatMap((job) =>
    job.places.map((place, position) => ({
      job_id: job.id,
      place_id: cityId(place.city) ?? regionId(place.region) ?? idIn(countries, place.country),
      position,
      country_id: idIn(countries, place.country),
      region_id: regionId(place.region),
      city_id: cityId(place.city),
    })),
  )
  const skillRows = sample.flatMap((job) =>
    job.skills.map((slug) => ({ job_id: job.id, skill_id: idIn(skills, slug) })),
  )
  const countryRows = sample.flatMap((job) =>
    Array.isArray(job.eligibility)
      ? job.eligibility.map((slug) => ({ job_id: job.id, country_id: idIn(countries, slug) }))
      : [],
  )
  await db().execute(sql`insert into job_places (job_id, place_id, position, country_id, region_id, city_id)
    select * from jsonb_to_recordset(${JSON.stringify(placeRows)}::jsonb)
      r(job_id bigint, place_id int, position smallint, country_id int, region_id int, city_id int)`)
  await db().execute(sql`insert into job_skills (job_id, skill_id, origin)
    select job_id, skill_id, 'stated' from jsonb_to_recordset(${JSON.stringify(skillRows)}::jsonb) r(job_id bigint, skill_id int)`)
  await db().execute(sql`insert into job_eligibility (job_id, country_id)
    select job_id, country_id from jsonb_to_recordset(${JSON.stringify(countryRows)}::jsonb) r(job_id bigint, country_id int)`)
}

const minorUnits: Record<string, number> = { USD: 100, EUR: 100, JPY: 1 }
const aYear: Record<PayPeriod, number> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 }

function rowOf(job: SampleJob) {
  const { pay } = job
  const minor = (major: number | null | undefined) =>
    pay && major != null ? major * (minorUnits[pay.currency] ?? 100) : null
  const annual = (major: number | null | undefined) =>
    pay && !pay.implausible ? (minor(major) ?? 0) * aYear[pay.period] || null : null
  return {
    id: job.id,
    public_id: job.publicId,
    company_id: idIn(companies, job.company),
    title: job.title,
    text: job.text,
    location: job.places.map((place) => place.city ?? place.region ?? place.country).join(' '),
    role_id: idIn(roles, job.role),
    seniority: codeOf(seniorities, job.seniority),
    workplace: codeOf(workplaces, job.workplace),
    type: codeOf(employmentTypes, job.type),
    visa: codeOf(visaPolicies, job.visa),
    worldwide: job.eligibility === 'worldwide',
    pay_min: minor(pay?.min),
    pay_max: minor(pay?.max),
    currency: pay?.currency ?? null,
    period: pay?.period ?? null,
    annual_min: annual(pay?.min),
    annual_max: annual(pay?.max),
    implausible: pay?.implausible ?? false,
    published: job.publishedDaysAgo * 86_400,
    seen: job.seenDaysAgo * 86_400,
  }
}
