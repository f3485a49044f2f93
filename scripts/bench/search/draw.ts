import type pg from 'pg'
import type { Random } from '@/lib/jobs/testing/random'
import { cursorOf } from '@/lib/search/sql/order'
import { between, seeded } from './random'

/** What a job says of itself in the words of a URL: parameters drawn from it find at least that job. */
export type JobFacts = {
  role: string | null
  seniority: number
  workplace: number
  type: number
  company: string
  countries: string[]
  cities: string[]
  skills: string[]
  /** Countries from which it may be done, when it is remote. */
  from: string[]
  annualMax: string | null
  currency: string | null
  text: string
}

/** Words of the corpus by how many jobs have them. */
export type Words = { middling: ReadonlySet<string>; broad: ReadonlySet<string> }

export type Drawn = { facts: JobFacts[]; words: Words; deep: string[] }

const JOBS = 6000
/** Shares of all jobs. The middling ones are what people type: `kubernetes`, `payroll`; the broad ones `experience`. */
const MIDDLING = { from: 0.003, to: 0.06 }
const BROAD = { from: 0.2, to: 0.7 }
const MIN_LETTERS = 4
export const DEPTH = 10_000

/** The same jobs for the same corpus in each run. */
export async function drawJobs(pool: pg.Pool, jobs: number): Promise<Drawn> {
  const random = seeded(jobs)
  const ids = Array.from({ length: JOBS }, () => between(random, 1, jobs))
  const { rows: facts } = await pool.query<JobFacts>(
    `select r.slug as role, s.seniority, s.workplace, s.employment_type as type, c.slug as company,
       array(select slug from places where id = any(s.countries)) as countries,
       array(select slug from places where id = any(s.cities)) as cities,
       array(select slug from skills where id = any(s.skills) order by id) as skills,
       array(select slug from places where id = any(s.eligibility)) as from,
       s.annual_max as "annualMax", s.pay_currency as currency, j.text
     from unnest($1::bigint[]) with ordinality as drawn(id, position)
     join job_search s on s.job_id = drawn.id join jobs j on j.id = s.job_id
     join companies c on c.id = s.company_id left join roles r on r.id = s.role_id
     order by position`,
    [ids],
  )
  return { facts, words: await wordsOf(pool, facts), deep: await deepCursors(pool, jobs) }
}

async function wordsOf(pool: pg.Pool, facts: readonly JobFacts[]): Promise<Words> {
  const counts = new Map<string, number>()
  for (const { text } of facts) {
    for (const word of new Set(lettersOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const within = ({ from, to }: typeof BROAD) =>
    [...counts].filter(([, count]) => count >= from * facts.length && count <= to * facts.length)
  return { middling: await spoken(pool, within(MIDDLING)), broad: await spoken(pool, within(BROAD)) }
}

/** Without stop words, which find nothing. */
async function spoken(pool: pg.Pool, counts: readonly [string, number][]): Promise<Set<string>> {
  const { rows } = await pool.query<{ word: string }>(
    `select word from unnest($1::text[]) word where to_tsvector('pg_catalog.english', word) <> ''`,
    [counts.map(([word]) => word).filter((word) => word.length >= MIN_LETTERS)],
  )
  return new Set(rows.map((row) => row.word))
}

export function lettersOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}

/** Cursors of jobs that stand that deep in the whole board, or nine tenths down a smaller one. */
async function deepCursors(pool: pg.Pool, jobs: number): Promise<string[]> {
  const { rows } = await pool.query<{ publicId: string; firstPublishedAt: Date }>(
    `select j.public_id as "publicId", j.first_published_at as "firstPublishedAt" from (
       select job_id from job_search order by first_published_at desc nulls last, job_id desc nulls last offset $1 limit 200
     ) s join jobs j on j.id = s.job_id`,
    [Math.min(DEPTH, Math.floor(jobs * 0.9))],
  )
  return rows.map(({ publicId, firstPublishedAt }) =>
    cursorOf({ by: 'newest' }, 0, { publicId, firstPublishedAt: firstPublishedAt.toISOString() }),
  )
}

export type Draw = { random: Random; job: JobFacts; drawn: Drawn }
