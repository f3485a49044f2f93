import { createHash } from 'node:crypto'
import type pg from 'pg'
import { codeOf, employmentTypes, seniorities, visaPolicies, workplaces } from '@/db/values'
import { slugOf } from '@/lib/companies/rules'
import { fingerprintOf } from '@/lib/jobs/fingerprint'
import { base32 } from '@/lib/jobs/public-id'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { locationStated, tagsOf } from './jobs'
import type { SeedCompany, SeedJob } from './types'

export type Progress = (detail: string) => void
export type JobRecord = ReturnType<typeof recordOf>

const DAY_MS = 86_400_000
const ROUND = 2000

/** By what an id begins with. Their numbers are fixed: the sources of a board's own imports come after 100. */
const sources = [
  { id: 2, prefix: 'federal:', name: 'Sample: US federal postings, public domain' },
  { id: 3, prefix: '', name: 'Sample: tech job boards, July 2026, and Ashby boards, October 2025' },
] as const

/** Oldest first, so that ids grow with the date. */
export function jobRecords(taxonomy: Taxonomy, jobs: readonly SeedJob[]): JobRecord[] {
  const byDate = [...jobs].sort((a, b) =>
    a.publishedAt === b.publishedAt ? (a.id < b.id ? -1 : 1) : a.publishedAt < b.publishedAt ? -1 : 1,
  )
  return byDate.map((job) => recordOf(taxonomy, job))
}

/**
 * The sample is a snapshot: every job in it is shown as open, also the federal postings whose last day is long past, and
 * none closes by itself.
 */
function recordOf(taxonomy: Taxonomy, job: SeedJob) {
  const tags = tagsOf(taxonomy, job)
  const { pay, location } = tags
  const annual = pay?.annual?.plausible ? pay.annual : null
  return {
    external_id: job.id,
    public_id: base32(createHash('sha256').update(`waypost sample ${job.id}`).digest().subarray(0, 16)),
    company: job.company,
    source_id: (sources.find((source) => job.id.startsWith(source.prefix)) ?? sources[1]).id,
    fingerprint: fingerprintOf(job.title, job.text ?? ''),
    title: job.title.slice(0, 200),
    slug: slugOf(job.title) ?? 'job',
    text: job.text ?? '',
    location_stated: locationStated(job),
    role_id: tags.role ? (taxonomy.roleBySlug.get(tags.role)?.id ?? null) : null,
    seniority: codeOf(seniorities, tags.seniority),
    workplace: codeOf(workplaces, location.workplace),
    employment_type: codeOf(employmentTypes, tags.employmentType),
    visa: codeOf(visaPolicies, tags.visa),
    eligibility_stated: location.eligibility ? locationStated(job) : null,
    eligible_worldwide: location.eligibility?.worldwide ?? false,
    pay_min: pay?.min?.toString() ?? null,
    pay_max: pay?.max?.toString() ?? null,
    pay_currency: pay?.currency ?? null,
    pay_period: pay?.period ?? null,
    annual_min: annual?.min.toString() ?? null,
    annual_max: annual?.max.toString() ?? null,
    pay_implausible: pay !== null && annual === null,
    apply_url: job.applyUrl ?? null,
    first_published_at: job.publishedAt,
    first_seen_at: laterOf(job.firstSeenAt, job.publishedAt),
    places: location.places.map((tag, position) => ({
      place_id: tag.cityId ?? tag.regionId ?? tag.countryId,
      position,
      country_id: tag.countryId,
      region_id: tag.regionId,
      city_id: tag.cityId,
    })),
    eligible: (location.eligibility?.countries ?? []).flatMap(
      (code) => taxonomy.countryIdByCode.get(code) ?? [],
    ),
    skills: tags.skills.flatMap((slug) => taxonomy.skillBySlug.get(slug)?.id ?? []),
  }
}

/** Of two ISO 8601 times in UTC: nobody sees a job before it is published. */
function laterOf(a: string, b: string): string {
  return [a, b].sort()[1] ?? a
}

/** Returns the ids of the jobs that were not there before. */
export async function loadJobs(
  client: pg.Client,
  { records, companies }: { records: readonly JobRecord[]; companies: readonly SeedCompany[] },
  onProgress: Progress,
): Promise<number[]> {
  const offsetDays = await keptOffset(client, records)
  await client.query(
    `insert into sources (id, kind, name)
     select id, 'sample', name from jsonb_to_recordset($1::jsonb) as s(id smallint, name text) on conflict do nothing`,
    [JSON.stringify(sources)],
  )
  await client.query(
    `insert into companies (slug, name, website, is_demo)
     select slug, name, website, true from jsonb_to_recordset($1::jsonb) as c(slug text, name text, website text)
     on conflict (slug) do nothing`,
    [JSON.stringify(companies)],
  )
  const added: number[] = []
  for (let start = 0; start < records.length; start += ROUND) {
    onProgress(`job ${start.toLocaleString('en')} of ${records.length.toLocaleString('en')}`)
    added.push(...(await insertJobs(client, JSON.stringify(records.slice(start, start + ROUND)), offsetDays)))
  }
  return added
}

/** One number of days moves every date, so that the newest job is of yesterday; once chosen it stays. */
async function keptOffset(client: pg.Client, records: readonly JobRecord[]): Promise<number> {
  const newest = Math.max(...records.map((record) => Date.parse(record.first_published_at)))
  const { rows } = await client.query(
    `insert into settings (key, value)
     select 'demo.offset_days', to_jsonb((now() at time zone 'UTC')::date - 1 - $1::date)
     on conflict (key) do update set value = settings.value returning value`,
    [new Date(Math.floor(newest / DAY_MS) * DAY_MS).toISOString().slice(0, 10)],
  )
  return Number(rows[0]?.value)
}

async function insertJobs(client: pg.Client, records: string, offsetDays: number): Promise<number[]> {
  await client.query(
    `insert into openings (company_id, fingerprint)
     select distinct c.id, r.fingerprint from jsonb_to_recordset($1::jsonb) as r(company text, fingerprint text)
     join companies c on c.slug = r.company order by 1, 2 on conflict do nothing`,
    [records],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into jobs (public_id, company_id, opening_id, source_id, external_id, state, title, slug, text, location_stated,
       role_id, seniority, workplace, employment_type, visa, eligibility_stated, eligible_worldwide, pay_min, pay_max, pay_currency,
       pay_period, annual_min, annual_max, pay_implausible, apply_url, first_published_at, first_seen_at, is_demo)
     select r.public_id, c.id, o.id, r.source_id, r.external_id, 'published', r.title, r.slug, r.text, r.location_stated,
       r.role_id, r.seniority, r.workplace, r.employment_type, r.visa, r.eligibility_stated, r.eligible_worldwide, r.pay_min, r.pay_max,
       r.pay_currency, r.pay_period, r.annual_min, r.annual_max, r.pay_implausible, r.apply_url,
       r.first_published_at + make_interval(days => $2), r.first_seen_at + make_interval(days => $2), true
     from jsonb_to_recordset($1::jsonb) as r(public_id text, company text, source_id smallint, external_id text, fingerprint text,
       title text, slug text, text text, location_stated text, role_id smallint, seniority smallint, workplace smallint,
       employment_type smallint, visa smallint, eligibility_stated text, eligible_worldwide boolean, pay_min bigint, pay_max bigint,
       pay_currency text, pay_period text, annual_min bigint, annual_max bigint, pay_implausible boolean, apply_url text,
       first_published_at timestamptz, first_seen_at timestamptz)
     join companies c on c.slug = r.company
     join openings o on o.company_id = c.id and o.fingerprint = r.fingerprint
     order by r.first_published_at, r.external_id
     on conflict (source_id, external_id) do nothing
     returning id`,
    [records, offsetDays],
  )
  const added = rows.map((row) => Number(row.id))
  await insertDetails(client, records, added)
  return added
}

async function insertDetails(client: pg.Client, records: string, added: readonly number[]): Promise<void> {
  const named = `from jsonb_array_elements($1::jsonb) r join jobs j on j.public_id = r->>'public_id' and j.id = any($2::bigint[])`
  const parameters = [records, added]
  await client.query(
    `insert into job_places (job_id, place_id, position, country_id, region_id, city_id)
     select j.id, p.place_id, p.position, p.country_id, p.region_id, p.city_id ${named},
       jsonb_to_recordset(r->'places') as p(place_id int, position smallint, country_id int, region_id int, city_id int)`,
    parameters,
  )
  await client.query(
    `insert into job_eligibility (job_id, country_id)
     select j.id, country.id::int ${named}, jsonb_array_elements_text(r->'eligible') as country(id)`,
    parameters,
  )
  await client.query(
    `insert into job_skills (job_id, skill_id, origin)
     select j.id, skill.id::int, 'machine' ${named}, jsonb_array_elements_text(r->'skills') as skill(id)`,
    parameters,
  )
  await client.query(
    `insert into job_events (job_id, kind, at)
     select id, 'published', first_published_at from jobs where id = any($1::bigint[]) order by id`,
    [added],
  )
}
