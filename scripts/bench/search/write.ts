import type pg from 'pg'
import type { Company, CorpusJob } from './corpus'

/** As the loader's own session: no triggers (also those behind foreign keys), and a lost last second only means a new build. */
export const LOADING = `set session_replication_role = replica; set synchronous_commit = off; set jit = off;`

/** A kind of source of its own, beside typed in (1) and the sample (2, 3). */
const SOURCE = { id: 9, name: 'Synthetic: benchmark' }

export async function writeCompanies(client: pg.ClientBase, companies: readonly Company[]): Promise<void> {
  await client.query(
    `insert into sources (id, kind, name) values ($1, 'sample', $2) on conflict do nothing`,
    [SOURCE.id, SOURCE.name],
  )
  await client.query(
    `insert into companies (id, slug, name) overriding system value
     select id, slug, name from json_to_recordset($1::json) as c(id int, slug text, name text)`,
    [JSON.stringify(companies)],
  )
  await client.query(
    `select setval(pg_get_serial_sequence('companies', 'id'), (select max(id) from companies))`,
  )
}

/** The same rows as publishing a job writes, without its history, in one statement for the whole round. */
export async function writeJobs(client: pg.ClientBase, jobs: readonly CorpusJob[]): Promise<void> {
  await client.query(
    `with r as materialized (
       select * from json_to_recordset($1::json) as r(id bigint, public_id text, company_id int, company text, title text,
         slug text, text text, role_id smallint, seniority smallint, employment_type smallint, visa smallint,
         workplace smallint, location_stated text, eligibility_stated text, eligible_worldwide boolean, skills int[],
         pay_min bigint, pay_max bigint, pay_currency text, pay_period text, annual_min bigint, annual_max bigint,
         pay_implausible boolean, first_published_at timestamptz, first_seen_at timestamptz, terms int[],
         countries smallint[], regions smallint[], cities int[], eligibility smallint[], worldwide boolean,
         searched_currency text, skill_names text, card text)),
     o as (insert into openings (id, company_id, fingerprint) overriding system value
       select id, company_id, 'bench ' || id from r),
     j as (insert into jobs (id, public_id, company_id, opening_id, source_id, external_id, state, title, slug, text,
         location_stated, role_id, seniority, workplace, employment_type, visa, eligibility_stated, eligible_worldwide,
         pay_min, pay_max, pay_currency, pay_period, annual_min, annual_max, pay_implausible, apply_url,
         first_published_at, first_seen_at) overriding system value
       select id, public_id, company_id, id, ${SOURCE.id}, id, 'published', title, slug, text,
         location_stated, role_id, seniority, workplace, employment_type, visa, eligibility_stated, eligible_worldwide,
         pay_min, pay_max, pay_currency, pay_period, annual_min, annual_max, pay_implausible,
         'https://jobs.example.org/' || id, first_published_at, first_seen_at
       from r),
     c as (insert into job_cards (job_id, company_id, card) select id, company_id, card from r)
     insert into job_search (job_id, company_id, opening_id, role_id, seniority, workplace, employment_type,
       countries, regions, cities, skills, eligibility, worldwide, has_text, visa, annual_min, annual_max, pay_currency,
       first_published_at, first_seen_at, terms, title_tsv, tsv)
     select id, company_id, id, coalesce(role_id, 0), seniority, workplace, employment_type,
       countries, regions, cities, skills, eligibility, worldwide, text <> '', visa, annual_min,
       annual_max, searched_currency, first_published_at, first_seen_at, terms,
       to_tsvector('pg_catalog.english', title),
       job_tsv(title, company, concat_ws(E'\\n', text, location_stated, skill_names), terms)
     from r`,
    [JSON.stringify(jobs)],
  )
}

/** What `addJobDetails` of the tests and the pages of single jobs read; a search does not. */
export async function writeDetails(client: pg.ClientBase, jobs: readonly CorpusJob[]): Promise<void> {
  const rows = [JSON.stringify(jobs)]
  await client.query(
    `insert into job_places (job_id, place_id, position, country_id, region_id, city_id)
     select (r->>'id')::bigint, p.place_id, p.position, p.country_id, p.region_id, p.city_id from json_array_elements($1::json) r,
       json_to_recordset(r->'places') as p(place_id int, position smallint, country_id int, region_id int, city_id int)`,
    rows,
  )
  await client.query(
    `insert into job_eligibility (job_id, country_id)
     select (r->>'id')::bigint, e.id::int from json_array_elements($1::json) r, json_array_elements_text(r->'eligible') as e(id)`,
    rows,
  )
  await client.query(
    `insert into job_skills (job_id, skill_id, origin)
     select (r->>'id')::bigint, s.id::int, 'machine' from json_array_elements($1::json) r, json_array_elements_text(r->'skills') as s(id)`,
    rows,
  )
}
