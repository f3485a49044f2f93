import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { StoredPayTier } from '@/db/schema'
import type { CloseReason, JobEventKind, JobState } from '@/db/values'
import { env } from '@/lib/env'
import { foldCopies } from './fold'
import { eventWords, type HistoryEntry } from './history'
import { type JobRow, listJobRows, rowOf, type StoredRow } from './rows'

// One address for what pages read about jobs: rows.ts holds the row that every list shares.
export { type JobRow, listJobRows } from './rows'

/** `machine`: labelled in the shipped sample, without words to show. */
export type SkillEvidence = {
  slug: string
  name: string
  origin: 'stated' | 'text' | 'machine'
  evidence: string | null
}

export type JobPage = JobRow & {
  state: JobState
  isDemo: boolean
  text: string
  company: JobRow['company'] & { website: string | null }
  role: { slug: string; name: string } | null
  applyUrl: string | null
  addresses: { city: string | null; region: string | null; countryCode: string }[]
  eligibleWorldwide: boolean
  eligibleCountries: string[]
  /** What each of `skills` rests on, in the same order. */
  skillEvidence: SkillEvidence[]
  closesAt: string | null
  closedAt: string | null
  closeReason: CloseReason | null
  /** In no list, because the page where people apply has been gone for two days. */
  isHidden: boolean
  /** Where an imported job is published; null for one that was typed in. */
  source: JobSource | null
  /** Where the source states several. */
  payTiers: StoredPayTier[]
  events: HistoryEntry[]
}

export type JobSource = {
  url: string
  host: string
  /** A site that lists jobs of many companies, not the company's own. */
  isFeed: boolean
  isUnclaimed: boolean
}

/** Whoever looks: people of the company see their jobs before they are published. */
type Viewer = { companies: readonly { id: number }[] } | null

const PUBLIC_ID = /(?:^|-)([a-z2-7]{26})$/

/** `/jobs/{slug}-{public id}` → the public id; the slug is only for people. */
export function publicIdOf(slug: string): string | null {
  return PUBLIC_ID.exec(slug)?.[1] ?? null
}

type Stored = StoredRow & {
  state: JobState
  isDemo: boolean
  text: string
  website: string | null
  roleSlug: string | null
  roleName: string | null
  applyUrl: string | null
  worldwide: boolean
  closesAt: string | null
  closedAt: string | null
  closeReason: CloseReason | null
  isHidden: boolean
  sourceUrl: string | null
  adapter: string | null
  isUnclaimed: boolean
  payTiers: StoredPayTier[] | null
  addresses: JobPage['addresses']
  countryCodes: string[]
  skillEvidence: SkillEvidence[]
  events: { at: string; kind: JobEventKind; facts: Record<string, unknown> }[]
}

/**
 * A published or closed job for everybody, another one for people of its company; to all others it does not exist. Its card is
 * made anew, since a job that was never open has none.
 */
export async function getJobPage(publicId: string, viewer: Viewer): Promise<JobPage | null> {
  if (publicIdOf(publicId) !== publicId) return null
  const companies = viewer?.companies.map((company) => company.id) ?? []
  const { rows } = await db().execute<Stored>(sql`
    select j.id, job_card(j.id) as card, c.name as "companyName", c.slug as "companySlug", c.website,
      j.state, j.is_demo as "isDemo", j.text, r.slug as "roleSlug", r.name as "roleName", j.apply_url as "applyUrl", j.eligible_worldwide as worldwide, j.closes_at as "closesAt",
      j.closed_at as "closedAt", j.close_reason as "closeReason", j.hidden_at is not null as "isHidden", j.source_url as "sourceUrl",
      j.pay_tiers as "payTiers", (select i.adapter from imports i where i.source_id = j.source_id) as adapter,
      not exists (select from company_members m where m.company_id = j.company_id) as "isUnclaimed",
      (select coalesce(json_agg(json_build_object('city', city.name, 'region', region.name, 'countryCode', p.country_code) order by jp.position), '[]')
        from job_places jp join places p on p.id = jp.place_id
        left join places city on city.id = jp.city_id left join places region on region.id = jp.region_id
        where jp.job_id = j.id) as addresses,
      array(select p.country_code from job_eligibility e join places p on p.id = e.country_id where e.job_id = j.id order by 1) as "countryCodes",
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name, 'origin', js.origin, 'evidence', js.evidence) order by s.id), '[]')
        from job_skills js join skills s on s.id = js.skill_id where js.job_id = j.id) as "skillEvidence",
      (select coalesce(json_agg(json_build_object('at', e.at, 'kind', e.kind, 'facts', e.facts) order by e.id), '[]')
        from (select id, at, kind, facts from job_events where job_id = j.id order by id desc limit 50) e) as events
    from jobs j join companies c on c.id = j.company_id left join roles r on r.id = j.role_id
    where j.public_id = ${publicId}
      and (j.state in ('published', 'closed') or j.company_id = any(${sql.param(companies)}::int[]))`)
  const [stored] = rows
  return stored ? pageOf(stored) : null
}

function pageOf(stored: Stored): JobPage {
  const row = rowOf(stored)
  return {
    ...row,
    state: stored.state,
    isDemo: stored.isDemo,
    text: stored.text,
    company: { ...row.company, website: stored.website },
    role: stored.roleSlug && stored.roleName ? { slug: stored.roleSlug, name: stored.roleName } : null,
    applyUrl: stored.applyUrl,
    addresses: stored.addresses,
    eligibleWorldwide: stored.worldwide,
    eligibleCountries: stored.countryCodes,
    skillEvidence: stored.skillEvidence,
    closesAt: isoOf(stored.closesAt),
    closedAt: isoOf(stored.closedAt),
    closeReason: stored.closeReason,
    isHidden: stored.isHidden,
    source: sourceOf(stored),
    payTiers: stored.payTiers ?? [],
    events: stored.events.map(({ at, kind, facts }) => ({
      at: new Date(at).toISOString(),
      what: eventWords(kind, facts, env().BOARD_LOCALE),
    })),
  }
}

/** Kinds of sources that list jobs of many companies. */
const feeds = new Set(['csv', 'himalayas', 'indeed-xml', 'remotive', 'rss'])

function sourceOf({ sourceUrl, adapter, isUnclaimed }: Stored): JobSource | null {
  if (sourceUrl === null) return null
  return { url: sourceUrl, host: new URL(sourceUrl).host, isFeed: feeds.has(adapter ?? ''), isUnclaimed }
}

function isoOf(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

/**
 * Rows looked at for likeness: the newest of the role and of the company, so that the cost does not grow with the board. Each
 * is asked for by a value, not by a join: only so does the index give the order.
 */
const CANDIDATES = 200

/**
 * Open jobs like one that may itself be closed: of its role before of its company, then by level, country and skills in common,
 * then newest. Never the job itself or another copy of its opening, and one job for each other opening.
 */
export async function listSimilar(jobId: number, limit: number): Promise<JobRow[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    with this as (
      select id, company_id, opening_id, role_id, seniority,
        array(select country_id::smallint from job_places where job_id = jobs.id) as countries,
        array(select skill_id from job_skills where job_id = jobs.id) as skills
      from jobs where id = ${jobId}::bigint
    ), candidate as (
      (select s.job_id from job_search s where s.role_id = (select role_id from this)
        order by s.first_published_at desc nulls last, s.job_id desc nulls last limit ${CANDIDATES})
      union
      (select s.job_id from job_search s where s.company_id = (select company_id from this)
        order by s.first_published_at desc nulls last, s.job_id desc nulls last limit ${CANDIDATES})
    ), scored as (
      select distinct on (s.opening_id) s.job_id, s.first_published_at, s.role_id = this.role_id as same_role,
        (s.seniority = this.seniority and s.seniority <> 0)::int * 2 + (s.countries && this.countries)::int * 2
          + (select count(*)::int from unnest(s.skills) k where k = any(this.skills)) as likeness
      from this, candidate join job_search s using (job_id)
      where s.job_id <> this.id and s.opening_id is distinct from this.opening_id
      order by s.opening_id, s.first_published_at desc, s.job_id desc
    )
    select job_id as id from scored
    order by same_role desc nulls last, likeness desc, first_published_at desc, job_id desc limit ${limit}::int`)
  return listJobRows(rows.map((row) => Number(row.id)))
}

export type CompanyPage = {
  slug: string
  name: string
  website: string | null
  about: string
  /** A domain of it was proven. */
  isVerified: boolean
  /** Nobody keeps it here: its jobs were imported, and its people may claim it. */
  isUnclaimed: boolean
  openJobs: number
  /** The newest open ones, copies behind the first of their opening. */
  rows: JobRow[]
}

const COMPANY_OPENINGS = 20
/** Looked at for copies of those openings: the largest page. */
const COMPANY_JOBS = 100

export async function companyPage(slug: string): Promise<CompanyPage | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const { rows } = await db().execute<
    Omit<CompanyPage, 'rows'> & { newest: { id: number; opening: string }[] }
  >(sql`
    select c.slug, c.name, c.website, c.about, c.verified_at is not null as "isVerified",
      not c.is_demo and not exists (select from company_members m where m.company_id = c.id) as "isUnclaimed",
      (select count(*)::int from job_search s where s.company_id = c.id) as "openJobs",
      array(select json_build_object('id', s.job_id, 'opening', s.opening_id::text) from job_search s where s.company_id = c.id
        order by s.first_published_at desc nulls last, s.job_id desc nulls last limit ${COMPANY_JOBS}) as newest
    from companies c where c.slug = ${slug}`)
  const [found] = rows
  if (!found) return null
  const { newest, ...company } = found
  const folded = foldCopies(newest.map((job) => ({ ...job, company }))).slice(0, COMPANY_OPENINGS)
  const ids = folded.flatMap(({ row, copies }) => [row.id, ...copies.map((copy) => copy.id)])
  return { ...company, rows: await listJobRows(ids) }
}

export type CompanyRow = { slug: string; name: string; openJobs: number }

/** Everybody with an open job, by name; `after` is the slug of the last company seen, `q` a part of a name. */
export async function listCompanies({
  after = null,
  q = null,
  limit = 60,
}: {
  after?: string | null
  q?: string | null
  limit?: number
}): Promise<{ companies: CompanyRow[]; after: string | null }> {
  const part =
    q
      ?.replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .trim()
      .slice(0, 100)
      .replace(/[\\%_]/g, '\\$&') ?? ''
  const edge = after?.replace(/[^a-z0-9-]/g, '').slice(0, 80) ?? ''
  const { rows } = await db().execute<CompanyRow>(sql`
    select c.slug, c.name, open.jobs as "openJobs"
    from companies c cross join lateral (select count(*)::int as jobs from job_search s where s.company_id = c.id) open
    where open.jobs > 0 and c.name ilike ${`%${part}%`}
      ${edge === '' ? sql`` : sql`and (lower(c.name), c.id) > (select lower(name), id from companies where slug = ${edge})`}
    order by lower(c.name), c.id limit ${limit + 1}::int`)
  const companies = rows.slice(0, limit)
  return { companies, after: rows.length > limit ? (companies.at(-1)?.slug ?? null) : null }
}
