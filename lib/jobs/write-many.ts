import { sql } from 'drizzle-orm'
import type { StoredPayTier } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import type { PayColumns } from './pay-columns'

/** What a job is, ready to be stored; ids are those of the taxonomy. */
export type JobFacts = PayColumns & {
  title: string
  slug: string
  /** Markdown. */
  text: string
  locationStated: string
  roleId: number | null
  seniority: number
  workplace: number
  employmentType: number
  visa: number
  eligibilityStated: string | null
  eligibleWorldwide: boolean
  payTiers: StoredPayTier[] | null
  applyUrl: string | null
  sourceUrl: string | null
  department: string | null
  fingerprint: string
  places: {
    placeId: number
    position: number
    countryId: number
    regionId: number | null
    cityId: number | null
  }[]
  eligible: number[]
  skills: { id: number; origin: 'stated' | 'text' | 'machine'; evidence: string | null }[]
}

/** A job that is published at once, as its source has it. */
export type NewJob = {
  publicId: string
  companyId: number
  sourceId: number
  externalId: string
  sourceHash: string
  openingKey: string | null
  /** Null: now. A time to come counts as now. */
  publishedAt: Date | null
  closesAt: Date | null
  facts: JobFacts
}

/**
 * Makes the openings of jobs that are to be inserted. It may be a transaction of its own, so that two writers of copies of one opening
 * wait for each other no longer than that takes: an opening without a job is nothing yet.
 */
export async function makeOpenings(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  await planAnew(tx)
  const rows = withSharedFingerprints(jobs).map((job) => ({
    company_id: job.companyId,
    fingerprint: job.facts.fingerprint,
  }))
  await tx.execute(sql`
    insert into openings (company_id, fingerprint)
    select distinct company_id, fingerprint
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(company_id int, fingerprint text)
    order by 1, 2 on conflict do nothing`)
}

/**
 * A session keeps the plan by which it checks a foreign key until the table is analyzed. The one that it made for a handful of companies
 * reads all of them for each row: with 3,100 of them a third of an import.
 */
async function planAnew(tx: Tx): Promise<void> {
  await tx.execute(sql`discard plans`)
}

/** A job as it was inserted. */
export type InsertedJob = {
  id: number
  companyId: number
  openingId: number
  firstPublishedAt: Date
  facts: JobFacts
}

/**
 * Inserts published jobs with their details, any number in five statements; answers them in the order of `jobs`. Their openings must
 * be there (`makeOpenings`); the caller writes events and the listing. A job of an opening that is known by its key, or has a copy of the
 * same title and text at the company, joins it.
 */
export async function insertJobs(tx: Tx, jobs: readonly NewJob[]): Promise<InsertedJob[]> {
  if (jobs.length === 0) return []
  await planAnew(tx)
  const rows = JSON.stringify(
    withSharedFingerprints(jobs).map((job) => ({
      ...columnsOf(job.facts),
      public_id: job.publicId,
      company_id: job.companyId,
      source_id: job.sourceId,
      external_id: job.externalId,
      source_hash: job.sourceHash,
      opening_key: job.openingKey,
      fingerprint: job.facts.fingerprint,
      published_at: job.publishedAt?.toISOString() ?? null,
      closes_at: job.closesAt?.toISOString() ?? null,
    })),
  )
  const { rows: made } = await tx.execute<MadeRow>(sql`
    insert into jobs (public_id, company_id, opening_id, source_id, external_id, source_hash, opening_key, state,
      first_published_at, first_seen_at, closes_at, title, slug, text, location_stated, role_id, seniority, workplace, employment_type,
      visa, eligibility_stated, eligible_worldwide, pay_min, pay_max, pay_currency, pay_period, annual_min, annual_max,
      pay_implausible, pay_tiers, apply_url, source_url, department)
    select r.public_id, r.company_id,
      coalesce((select k.opening_id from jobs k where k.source_id = r.source_id and k.opening_key = r.opening_key
        and k.company_id = r.company_id limit 1), o.id),
      r.source_id, r.external_id, r.source_hash, r.opening_key, 'published',
      least(coalesce(r.published_at, now()), now()), now(), r.closes_at, ${factNames}
    from json_to_recordset(${rows}::json) as r(public_id text, company_id int, source_id smallint, external_id text,
      source_hash text, opening_key text, fingerprint text, published_at timestamptz, closes_at timestamptz, ${factTypes})
    join openings o on o.company_id = r.company_id and o.fingerprint = r.fingerprint
    order by coalesce(r.published_at, now()), r.external_id
    returning id, public_id as "publicId", opening_id as "openingId", first_published_at as "firstPublishedAt"`)
  const byPublicId = new Map(made.map((row) => [row.publicId, row]))
  const inserted = jobs.map(({ publicId, companyId, facts }) => {
    const row = byPublicId.get(publicId)
    if (!row) throw new Error('a job was not inserted')
    return {
      id: Number(row.id),
      companyId,
      openingId: Number(row.openingId),
      firstPublishedAt: new Date(row.firstPublishedAt),
      facts,
    }
  })
  await insertDetails(tx, inserted)
  return inserted
}

type MadeRow = { id: string; publicId: string; openingId: string; firstPublishedAt: string }

/** Writes what jobs are anew; dates, state, opening and identity stay. */
export async function updateJobs(
  tx: Tx,
  jobs: readonly {
    id: number
    sourceHash: string
    openingKey: string | null
    closesAt: Date | null
    facts: JobFacts
  }[],
): Promise<void> {
  if (jobs.length === 0) return
  const rows = JSON.stringify(
    jobs.map((job) => ({
      ...columnsOf(job.facts),
      id: job.id,
      source_hash: job.sourceHash,
      opening_key: job.openingKey,
      closes_at: job.closesAt?.toISOString() ?? null,
    })),
  )
  await tx.execute(sql`
    update jobs set (hidden_at, source_hash, opening_key, closes_at, updated_at, title, slug, text, location_stated, role_id, seniority,
      workplace, employment_type, visa, eligibility_stated, eligible_worldwide, pay_min, pay_max, pay_currency, pay_period, annual_min,
      annual_max, pay_implausible, pay_tiers, apply_url, source_url, department)
    = (case when jobs.apply_url is not distinct from r.apply_url then jobs.hidden_at end,
      r.source_hash, r.opening_key, r.closes_at, now(), ${factNames})
    from json_to_recordset(${rows}::json) as r(id bigint, source_hash text, opening_key text, closes_at timestamptz, ${factTypes})
    where jobs.id = r.id`)
  const ids = sql.param(jobs.map((job) => job.id))
  await tx.execute(sql`delete from job_places where job_id = any(${ids}::bigint[])`)
  await tx.execute(sql`delete from job_eligibility where job_id = any(${ids}::bigint[])`)
  await tx.execute(sql`delete from job_skills where job_id = any(${ids}::bigint[])`)
  await insertDetails(tx, jobs)
}

const factNames = sql`r.title, r.slug, r.text, r.location_stated, r.role_id, r.seniority, r.workplace, r.employment_type, r.visa,
  r.eligibility_stated, r.eligible_worldwide, r.pay_min, r.pay_max, r.pay_currency, r.pay_period, r.annual_min, r.annual_max,
  r.pay_implausible, r.pay_tiers, r.apply_url, r.source_url, r.department`
const factTypes = sql`title text, slug text, text text, location_stated text, role_id smallint, seniority smallint,
  workplace smallint, employment_type smallint, visa smallint, eligibility_stated text, eligible_worldwide boolean, pay_min bigint,
  pay_max bigint, pay_currency text, pay_period text, annual_min bigint, annual_max bigint, pay_implausible boolean,
  pay_tiers jsonb, apply_url text, source_url text, department text`

function columnsOf(facts: JobFacts) {
  return {
    title: facts.title,
    slug: facts.slug,
    text: facts.text,
    location_stated: facts.locationStated,
    role_id: facts.roleId,
    seniority: facts.seniority,
    workplace: facts.workplace,
    employment_type: facts.employmentType,
    visa: facts.visa,
    eligibility_stated: facts.eligibilityStated,
    eligible_worldwide: facts.eligibleWorldwide,
    pay_min: facts.payMin?.toString() ?? null,
    pay_max: facts.payMax?.toString() ?? null,
    pay_currency: facts.payCurrency,
    pay_period: facts.payPeriod,
    annual_min: facts.annualMin?.toString() ?? null,
    annual_max: facts.annualMax?.toString() ?? null,
    pay_implausible: facts.payImplausible,
    pay_tiers: facts.payTiers,
    apply_url: facts.applyUrl,
    source_url: facts.sourceUrl,
    department: facts.department,
  }
}

/** Jobs of one key are one opening, whatever their titles and texts: the first of them names it. */
function withSharedFingerprints(jobs: readonly NewJob[]): NewJob[] {
  const first = new Map<string, string>()
  return jobs.map((job) => {
    if (job.openingKey === null) return job
    const key = `${job.companyId} ${job.openingKey}`
    const fingerprint = first.get(key) ?? job.facts.fingerprint
    first.set(key, fingerprint)
    return { ...job, facts: { ...job.facts, fingerprint } }
  })
}

async function insertDetails(tx: Tx, jobs: readonly { id: number; facts: JobFacts }[]): Promise<void> {
  const places = jobs.flatMap(({ id, facts }) => facts.places.map((place) => ({ id, ...place })))
  const eligible = jobs.flatMap(({ id, facts }) => facts.eligible.map((country) => ({ id, country })))
  const skills = jobs.flatMap(({ id, facts }) => facts.skills.map((skill) => ({ ...skill, job: id })))
  if (places.length > 0) {
    await tx.execute(sql`
      insert into job_places (job_id, place_id, position, country_id, region_id, city_id)
      select id, "placeId", position, "countryId", "regionId", "cityId" from json_to_recordset(${JSON.stringify(places)}::json)
        as p(id bigint, "placeId" int, position smallint, "countryId" int, "regionId" int, "cityId" int)`)
  }
  if (eligible.length > 0) {
    await tx.execute(sql`
      insert into job_eligibility (job_id, country_id)
      select id, country from json_to_recordset(${JSON.stringify(eligible)}::json) as e(id bigint, country int)`)
  }
  if (skills.length > 0) {
    await tx.execute(sql`
      insert into job_skills (job_id, skill_id, origin, evidence)
      select job, id, origin, evidence from json_to_recordset(${JSON.stringify(skills)}::json)
        as s(job bigint, id int, origin text, evidence text)`)
  }
}
