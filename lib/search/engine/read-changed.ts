import type { EngineRow } from './engine-row'
import type { Listening } from './listening'
import { keyOf, type WordQuery } from './word-query'

/** A job as it is now, with its words, and the keys of those queries asked about it that hold. */
export type ChangedJob = {
  row: EngineRow
  text: ReadonlySet<string>
  title: ReadonlySet<string>
  holding: ReadonlySet<string>
}

type Row = Omit<EngineRow, 'annualMax' | 'firstPublishedAtUs' | 'firstSeenAtUs' | 'jobId'> & {
  jobId: string
  annualMax: string | null
  firstPublishedAtUs: string
  firstSeenAtUs: string
  textWords: string
  titleWords: string
  holding: number[]
}

/**
 * The jobs among these ids that are open now. `queries` are asked of each of them. A `tsvector` is unpacked once for everything
 * that is asked of it (SEARCH.md §11, trap 7).
 */
export async function readChanged(
  listening: Listening,
  ids: readonly number[],
  queries: readonly WordQuery[],
): Promise<Map<number, ChangedJob>> {
  const rows = await listening.query<Row>(statement, [
    ids,
    queries.map(({ query }) => query),
    queries.map(({ is }) => is === 'title'),
  ])
  const keys = queries.map(keyOf)
  return new Map(rows.map((row) => [Number(row.jobId), changedJob(row, keys)]))
}

// No lexeme holds a line break: PostgreSQL's parser ends a word at white space.
const statement = `
  with changed as materialized (
    select job_id, company_id, role_id, seniority, workplace, employment_type, visa, has_text, worldwide, annual_max, pay_currency,
      first_published_at, first_seen_at, countries, regions, cities, skills, eligibility,
      tsv || ''::tsvector as tsv, title_tsv || ''::tsvector as title_tsv
    from job_search where job_id = any($1::bigint[]))
  select job_id as "jobId", company_id as "companyId", role_id as "roleId", seniority, workplace, employment_type as "employmentType",
    visa, has_text as "hasText", worldwide, annual_max as "annualMax", pay_currency as "payCurrency",
    (extract(epoch from first_published_at) * 1000000)::bigint as "firstPublishedAtUs",
    (extract(epoch from first_seen_at) * 1000000)::bigint as "firstSeenAtUs",
    countries, regions, cities, skills, eligibility,
    array_to_string(tsvector_to_array(tsv), E'\\n') as "textWords",
    array_to_string(tsvector_to_array(title_tsv), E'\\n') as "titleWords",
    array(select (n - 1)::int from unnest($2::text[], $3::boolean[]) with ordinality q(query, in_title, n)
      where case when in_title then title_tsv @@ query::tsquery else tsv @@ query::tsquery end) as holding
  from changed`

function changedJob({ textWords, titleWords, holding, ...row }: Row, keys: readonly string[]): ChangedJob {
  return {
    row: {
      ...row,
      jobId: Number(row.jobId),
      annualMax: row.annualMax === null ? null : Number(row.annualMax),
      firstPublishedAtUs: Number(row.firstPublishedAtUs),
      firstSeenAtUs: Number(row.firstSeenAtUs),
    },
    text: new Set(textWords.split('\n')),
    title: new Set(titleWords.split('\n')),
    holding: new Set(holding.flatMap((n) => keys[n] ?? [])),
  }
}
