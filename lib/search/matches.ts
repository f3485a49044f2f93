import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { clausesOf } from './clauses'
import { resolveSearch } from './resolve'
import type { Search } from './search'
import { isFindable, lexemesIn, whereOf } from './sql/shape'

/** Ids in one statement; more are asked for in rounds. */
const ROUND = 1000

/**
 * Those of the jobs that the search finds, by the conditions of its page. A filter of which nothing exists any more (a company that
 * has gone) finds nothing here: the page can say that it left the filter aside, an alert cannot.
 */
export async function matchesOf(search: Search, jobIds: readonly number[]): Promise<number[]> {
  const resolved = await resolveSearch(search)
  if (resolved.lostFilter || jobIds.length === 0) return []
  const clauses = clausesOf(resolved)
  const found: number[] = []
  for (let start = 0; start < jobIds.length; start += ROUND) {
    const ids = jobIds.slice(start, start + ROUND)
    const { rows } = await db().execute<{ id: string }>(sql`
      with asked as materialized (select * from job_search where job_id = any(${sql.param(ids)}::bigint[]))
      select job_id as id from asked where ${whereOf(clauses, 'walk')} order by first_published_at desc, job_id desc`)
    found.push(...rows.map((row) => Number(row.id)))
  }
  return found
}

/**
 * A tsquery that every match of the search fulfils, for `saved_queries.q`; null when it has none that an index could use. It narrows
 * only: whether a job matches is for `matchesOf` to say.
 */
export async function necessaryLexemes(search: Search): Promise<string | null> {
  const clauses = clausesOf(await resolveSearch(search))
  return isFindable(clauses) ? lexemesIn(clauses) : null
}
