import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { alertDeliveries, alertMatches, savedQueries, savedSearches } from '@/db/schema'
import type { Cadence } from '@/db/values'
import type { SignedIn } from '@/lib/accounts/viewer'
import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import { clausesOf } from '@/lib/search/clauses'
import { resolveSearch } from '@/lib/search/resolve'
import type { Search } from '@/lib/search/search'
import { isFindable, readWith, whereOf } from '@/lib/search/sql/shape'
import { SEARCHES_PER_PERSON } from './commands'
import { readQuery } from './query'
import { onlyRoleOf } from './rules'
import { savedSearchOf } from './token'

export type SavedSearchView = {
  id: string
  name: string
  canonical: string
  cadence: Cadence
  isStopped: boolean
  bringsNews: boolean
  /** Slug of the one role that it is about, of which there may be news. */
  role: string | null
  /** The search in words, part by part. */
  parts: string[]
  openJobs: number
  /** Of the open jobs, those published in the last 30 days. */
  recentJobs: number
}

/** All of one person's, newest first: at most fifty. One statement counts for every search of the list. */
export async function listSavedSearches(viewer: SignedIn): Promise<SavedSearchView[]> {
  const rows = await db()
    .select({
      id: savedSearches.id,
      name: savedSearches.name,
      cadence: savedSearches.cadence,
      isStopped: sql<boolean>`${savedSearches.unsubscribedAt} is not null`,
      bringsNews: sql<boolean>`${savedSearches.newsRole} is not null`,
      canonical: savedQueries.canonical,
    })
    .from(savedSearches)
    .innerJoin(savedQueries, eq(savedQueries.id, savedSearches.queryId))
    .where(eq(savedSearches.userId, viewer.userId))
    .orderBy(desc(savedSearches.createdAt), savedSearches.id)
    .limit(SEARCHES_PER_PERSON)
  const read = await Promise.all(rows.map((row) => readQuery(row.canonical)))
  const counts = await countAll(await Promise.all(read.map(conditionOf)))
  return rows.map((row, i) => ({
    ...row,
    role: read[i] ? onlyRoleOf(read[i].search) : null,
    parts: read[i]?.parts ?? [],
    openJobs: counts[i]?.openJobs ?? 0,
    recentJobs: counts[i]?.recentJobs ?? 0,
  }))
}

async function conditionOf({ search, lostFilter }: { search: Search; lostFilter: boolean }): Promise<SQL> {
  if (lostFilter) return sql`false`
  const clauses = clausesOf(await resolveSearch(search))
  return whereOf(clauses, isFindable(clauses) ? 'gin' : 'walk')
}

async function countAll(conditions: SQL[]): Promise<{ openJobs: number; recentJobs: number }[]> {
  if (conditions.length === 0) return []
  const parts = conditions.map(
    (condition, i) => sql`
      select ${i}::int as i, count(*)::int as "openJobs",
        count(*) filter (where first_published_at > now() - interval '30 days')::int as "recentJobs"
      from job_search where ${condition}`,
  )
  const { rows } = await readWith({ shape: 'gin' }, (tx) =>
    tx.execute<{ openJobs: number; recentJobs: number }>(
      sql`${sql.join(parts, sql` union all `)} order by i`,
    ),
  )
  return rows
}

export type Preview = { openings: number; mostInADay: number; newest: JobRow[] }

const SHOWN_IN_PREVIEW = 5

/** What the search would have sent in the last 30 days, by the page's own query: openings, copies folded, of the jobs still open. */
export async function previewSearch(search: Search): Promise<Preview> {
  const condition = await conditionOf({ search, lostFilter: false })
  const { rows } = await readWith({ shape: 'gin' }, (tx) =>
    tx.execute<{ openings: number; mostInADay: number; newest: string[] }>(sql`
    with matched as (
      select opening_id, min(first_published_at) as at, max(job_id) as job_id from job_search
      where first_published_at > now() - interval '30 days' and ${condition}
      group by opening_id
    ), by_day as (select count(*)::int as n from matched group by date_trunc('day', at))
    select (select count(*)::int from matched) as openings,
      coalesce((select max(n) from by_day), 0) as "mostInADay",
      array(select job_id from matched order by at desc, job_id desc limit ${SHOWN_IN_PREVIEW}) as newest`),
  )
  const [row] = rows
  if (!row) return { openings: 0, mostInADay: 0, newest: [] }
  return { ...row, newest: await listJobRows(row.newest.map(Number)) }
}

export type LinkedSearch = { name: string; isStopped: boolean }

/** For the page behind the link of a mail: the token is all it needs. */
export async function getSearchOfToken(token: string): Promise<LinkedSearch | null> {
  const id = savedSearchOf(token)
  if (!id) return null
  const [row] = await db()
    .select({
      name: savedSearches.name,
      isStopped: sql<boolean>`${savedSearches.unsubscribedAt} is not null`,
    })
    .from(savedSearches)
    .where(eq(savedSearches.id, id))
  return row ?? null
}

export type SentAlert = { searchName: string; at: string; jobs: JobRow[]; total: number }

const SHOWN_IN_ALERT = 100

/** The jobs of one mail, for the person it went to: a mail names the first twenty. */
export async function getSentAlert(viewer: SignedIn, deliveryId: number): Promise<SentAlert | null> {
  const [alert] = await db()
    .select({ searchName: savedSearches.name, at: alertDeliveries.at })
    .from(alertDeliveries)
    .innerJoin(savedSearches, eq(savedSearches.id, alertDeliveries.savedSearchId))
    .where(and(eq(alertDeliveries.id, deliveryId), eq(savedSearches.userId, viewer.userId)))
  if (!alert) return null
  const rows = await db()
    .select({ jobId: alertMatches.jobId, total: sql<number>`count(*) over ()::int` })
    .from(alertMatches)
    .where(eq(alertMatches.deliveryId, deliveryId))
    .orderBy(desc(alertMatches.matchedAt), desc(alertMatches.jobId))
    .limit(SHOWN_IN_ALERT)
  const jobs = await listJobRows(rows.map((row) => row.jobId))
  return { searchName: alert.searchName, at: alert.at.toISOString(), jobs, total: rows[0]?.total ?? 0 }
}
