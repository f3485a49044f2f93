import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { JobRow } from '@/lib/jobs/rows'
import { FRESHNESS_POINTS, type RankTerm } from './condition'
import { columnsOf } from './sql/condition-sql'

/** A part of a rank, for people. Parts of one job and the days since 1970 until `asOf` add up to its rank. */
export type Why = { name: string; points: number }

/** What each job of a page is ranked by, in one statement: the terms that hold, summed by name, and `FRESHNESS_POINTS` less for each day of age. */
export async function whyOf(
  rows: readonly JobRow[],
  terms: readonly RankTerm[],
  asOf: Date,
): Promise<Record<string, Why[]>> {
  if (rows.length === 0) return {}
  const held = terms.map(({ condition }) => columnsOf(condition))
  const found = await db().execute<{ id: string; held: boolean[] }>(sql`
    select job_id as id, array[${sql.join(held, sql`, `)}]::boolean[] as held from job_search
    where job_id = any(${sql.param(rows.map((row) => row.id))}::bigint[])`)
  const byId = new Map(found.rows.map((row) => [Number(row.id), row.held]))
  return Object.fromEntries(
    rows.map((row) => [row.publicId, [...summed(terms, byId.get(row.id) ?? []), age(row, asOf)]]),
  )
}

function summed(terms: readonly RankTerm[], held: readonly boolean[]): Why[] {
  const points = new Map<string, number>()
  for (const [i, term] of terms.entries()) {
    if (held[i]) points.set(term.name, (points.get(term.name) ?? 0) + term.points)
  }
  return [...points].map(([name, sum]) => ({ name, points: sum }))
}

function age({ firstPublishedAt }: JobRow, asOf: Date): Why {
  const day = (date: Date) => Math.floor(date.getTime() / 86_400_000)
  return { name: 'age', points: FRESHNESS_POINTS * (day(new Date(firstPublishedAt)) - day(asOf)) }
}
