import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { codeOf, workplaces } from '@/db/values'
import { jobTerms, type SearchFacts } from './job-terms'
import { lexemeOf } from './terms'
import type { InsertedJob } from './write-many'

/** Jobs in one round of statements: well within the statement time limit, texts of full length included. */
const ROUND = 250
const REMOTE = codeOf(workplaces, 'remote')

/**
 * Writes the `job_search` rows and cards of jobs: published ones that are not hidden get theirs made anew, all others lose the row and keep the card,
 * so that a list of what was found before can still print them. Call it in the transaction that changes a job. Three statements
 * for each round of 250 jobs, and one for those no longer published.
 */
export async function listJobs(tx: Tx, jobIds: readonly number[]): Promise<void> {
  for (let start = 0; start < jobIds.length; start += ROUND) {
    const ids = jobIds.slice(start, start + ROUND)
    const facts = await readFacts(tx, ids)
    const published = new Set(facts.map((job) => job.jobId))
    await unlistJobs(
      tx,
      ids.filter((id) => !published.has(id)),
    )
    await writeRows(tx, facts)
    await writeCards(tx, [...published])
  }
}

/** The same for jobs that were inserted in this transaction: nothing is read back. Two statements for each round. */
export async function listInserted(tx: Tx, jobs: readonly InsertedJob[]): Promise<void> {
  for (let start = 0; start < jobs.length; start += ROUND) {
    const round = jobs.slice(start, start + ROUND)
    await writeRows(tx, round.map(insertedFacts))
    await writeCards(
      tx,
      round.map((job) => job.id),
    )
  }
}

export async function unlistJob(tx: Tx, jobId: number): Promise<void> {
  await unlistJobs(tx, [jobId])
}

export async function unlistJobs(tx: Tx, jobIds: readonly number[]): Promise<void> {
  if (jobIds.length === 0) return
  await tx.execute(sql`delete from job_search where job_id = any(${sql.param([...jobIds])}::bigint[])`)
}

type Listed = SearchFacts & { jobId: number; openingId: number; annualMin: bigint | null }

type FactsRow = Omit<Listed, 'jobId' | 'openingId' | 'annualMin' | 'annualMax' | 'firstPublishedAt'> & {
  jobId: string
  openingId: string
  annualMin: string | null
  annualMax: string | null
  firstPublishedAt: string
}

async function readFacts(tx: Tx, ids: readonly number[]): Promise<Listed[]> {
  const { rows } = await tx.execute<FactsRow>(sql`
    select j.id as "jobId", j.opening_id as "openingId", j.company_id as "companyId",
      coalesce(j.role_id, 0)::int as "roleId", j.seniority::int, j.workplace::int, j.employment_type::int as "employmentType", j.visa::int,
      array(select distinct country_id from job_places where job_id = j.id order by 1) as countries,
      array(select distinct region_id from job_places where job_id = j.id and region_id is not null order by 1) as regions,
      array(select distinct city_id from job_places where job_id = j.id and city_id is not null order by 1) as cities,
      array(select skill_id from job_skills where job_id = j.id order by 1) as skills,
      array(select country_id from job_eligibility where job_id = j.id order by 1) as eligibility,
      j.eligible_worldwide as worldwide, j.text <> '' as "hasText",
      j.annual_min as "annualMin", coalesce(j.annual_max, j.annual_min) as "annualMax",
      case when coalesce(j.annual_max, j.annual_min) is not null then j.pay_currency end as "payCurrency",
      j.pay_implausible as "payImplausible",
      j.first_published_at as "firstPublishedAt"
    from jobs j
    where j.id = any(${sql.param([...ids])}::bigint[]) and j.state = 'published' and j.hidden_at is null`)
  return rows.map(listed)
}

function listed(row: FactsRow): Listed {
  return {
    ...row,
    jobId: Number(row.jobId),
    openingId: Number(row.openingId),
    ...whereRemote(row),
    annualMin: row.annualMin === null ? null : BigInt(row.annualMin),
    annualMax: row.annualMax === null ? null : BigInt(row.annualMax),
    firstPublishedAt: new Date(row.firstPublishedAt),
  }
}

function insertedFacts({ id, companyId, openingId, firstPublishedAt, facts }: InsertedJob): Listed {
  return {
    jobId: id,
    companyId,
    openingId,
    firstPublishedAt,
    roleId: facts.roleId ?? 0,
    seniority: facts.seniority,
    workplace: facts.workplace,
    employmentType: facts.employmentType,
    visa: facts.visa,
    countries: each(facts.places.map((place) => place.countryId)),
    regions: each(facts.places.map((place) => place.regionId)),
    cities: each(facts.places.map((place) => place.cityId)),
    skills: each(facts.skills.map((skill) => skill.id)),
    ...whereRemote({
      workplace: facts.workplace,
      eligibility: each(facts.eligible),
      worldwide: facts.eligibleWorldwide,
    }),
    hasText: facts.text !== '',
    annualMin: facts.annualMin,
    annualMax: facts.annualMax,
    payCurrency: facts.annualMax === null ? null : facts.payCurrency,
    payImplausible: facts.payImplausible,
  }
}

/** Each value once, sorted. */
function each(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b)
}

type Where = Pick<SearchFacts, 'workplace' | 'eligibility' | 'worldwide'>

/** From where a job may be done is said of remote jobs alone; the whole world names no countries. */
function whereRemote({ workplace, eligibility, worldwide }: Where): Omit<Where, 'workplace'> {
  const remote = workplace === REMOTE
  return { worldwide: remote && worldwide, eligibility: remote && !worldwide ? eligibility : [] }
}

/**
 * The text searched is title, company and text; then, as plain words, the places as stated and the names of the skills, so that
 * a job whose text is only at the employer's own page is still found by them.
 */
async function writeRows(tx: Tx, jobs: readonly Listed[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = JSON.stringify(
    jobs.map((job) => {
      const terms = jobTerms(job)
      return { ...columnsOf(job), terms, lexemes: terms.map(lexemeOf) }
    }),
  )
  await tx.execute(sql`
    insert into job_search (job_id, company_id, opening_id, role_id, seniority, workplace, employment_type,
      countries, regions, cities, skills, eligibility, worldwide, has_text,
      visa, annual_min, annual_max, pay_currency, first_published_at, first_seen_at, terms, title_tsv, tsv)
    select r.job_id, r.company_id, r.opening_id, r.role_id, r.seniority, r.workplace, r.employment_type,
      r.countries, r.regions, r.cities, r.skills, r.eligibility, r.worldwide, r.has_text,
      r.visa, r.annual_min, r.annual_max, r.pay_currency, j.first_published_at, j.first_seen_at, r.terms,
      to_tsvector('pg_catalog.english', j.title),
      job_tsv(j.title, c.name, concat_ws(E'\n', j.text, j.location_stated,
        (select string_agg(s.name, ', ' order by s.id) from skills s where s.id = any(r.skills))), r.lexemes)
    from json_to_recordset(${rows}::json) as r(job_id bigint, company_id int, opening_id bigint, role_id smallint,
        seniority smallint, workplace smallint, employment_type smallint, countries smallint[], regions smallint[],
        cities int[], skills int[], eligibility smallint[], worldwide boolean, has_text boolean, visa smallint,
        annual_min bigint, annual_max bigint, pay_currency text, terms int[], lexemes text[])
      join jobs j on j.id = r.job_id
      join companies c on c.id = j.company_id
    on conflict (job_id) do update set (company_id, opening_id, role_id, seniority, workplace, employment_type,
      countries, regions, cities, skills, eligibility, worldwide, has_text,
      visa, annual_min, annual_max, pay_currency, first_published_at, first_seen_at, terms, title_tsv, tsv)
    = (excluded.company_id, excluded.opening_id, excluded.role_id, excluded.seniority, excluded.workplace, excluded.employment_type,
      excluded.countries, excluded.regions, excluded.cities, excluded.skills, excluded.eligibility, excluded.worldwide, excluded.has_text,
      excluded.visa, excluded.annual_min, excluded.annual_max, excluded.pay_currency, excluded.first_published_at, excluded.first_seen_at,
      excluded.terms, excluded.title_tsv, excluded.tsv)`)
}

async function writeCards(tx: Tx, jobIds: readonly number[]): Promise<void> {
  if (jobIds.length === 0) return
  await tx.execute(sql`
    insert into job_cards (job_id, company_id, card)
    select id, company_id, card from job_card_texts where id = any(${sql.param([...jobIds])}::bigint[])
    on conflict (job_id) do update set (company_id, card) = (excluded.company_id, excluded.card)`)
}

function columnsOf(job: Listed) {
  return {
    job_id: job.jobId,
    company_id: job.companyId,
    opening_id: job.openingId,
    role_id: job.roleId,
    seniority: job.seniority,
    workplace: job.workplace,
    employment_type: job.employmentType,
    countries: job.countries,
    regions: job.regions,
    cities: job.cities,
    skills: job.skills,
    eligibility: job.eligibility,
    worldwide: job.worldwide,
    has_text: job.hasText,
    visa: job.visa,
    annual_min: job.annualMin === null ? null : String(job.annualMin),
    annual_max: job.annualMax === null ? null : String(job.annualMax),
    pay_currency: job.payCurrency,
  }
}
