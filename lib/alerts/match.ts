import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { jobEvents, jobSearch, savedQueries, savedSearches } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { addDeliveries } from './deliver'
import { matchingJobs } from './query'

const system = { kind: 'system', name: 'alerts.match' } as const

/**
 * Notes every saved search that the jobs of some events match now, once for each opening, and sets off those that want to know
 * at once. Only searches that were saved before the job was published, also when it was edited since: whoever saved a
 * later one may have seen the job there. Safe to run twice.
 */
export async function matchEvents(eventIds: readonly number[]): Promise<void> {
  const candidates = await listCandidates(eventIds)
  const found: Found[] = []
  for (const { queryId, canonical, jobIds } of byQuery(candidates)) {
    // The search itself decides, by the same builder as the page (promise 5); the lexemes only find candidates.
    for (const jobId of await matchingJobs(canonical, jobIds)) found.push({ queryId, jobId })
  }
  if (found.length > 0) await noteMatches(eventIds, found)
}

type Found = { queryId: number; jobId: number }
type Candidate = Found & { canonical: string }

function byQuery(candidates: readonly Candidate[]) {
  const queries = new Map<number, { queryId: number; canonical: string; jobIds: number[] }>()
  for (const { queryId, canonical, jobId } of candidates) {
    const known = queries.get(queryId) ?? { queryId, canonical, jobIds: [] }
    known.jobIds.push(jobId)
    queries.set(queryId, known)
  }
  return queries.values()
}

const published = alias(jobEvents, 'published')

async function listCandidates(eventIds: readonly number[]): Promise<Candidate[]> {
  return db()
    .selectDistinct({ queryId: savedQueries.id, canonical: savedQueries.canonical, jobId: jobEvents.jobId })
    .from(jobEvents)
    .innerJoin(published, and(eq(published.jobId, jobEvents.jobId), eq(published.kind, 'published')))
    .innerJoin(jobSearch, eq(jobSearch.jobId, jobEvents.jobId))
    .innerJoin(savedQueries, or(isNull(savedQueries.q), sql`${jobSearch.tsv} @@ ${savedQueries.q}`))
    .innerJoin(
      savedSearches,
      and(
        eq(savedSearches.queryId, savedQueries.id),
        isNull(savedSearches.unsubscribedAt),
        lte(savedSearches.createdAt, published.at),
      ),
    )
    .where(inArray(jobEvents.id, [...eventIds]))
}

async function noteMatches(eventIds: readonly number[], found: readonly Found[]): Promise<void> {
  await inTransaction(system, async (tx) => {
    const { rows } = await tx.execute<{ id: string; cadence: string }>(sql`
      with noted as (
        insert into alert_matches (saved_search_id, opening_id, job_id)
        select s.id, js.opening_id, js.job_id
        from (select distinct job_id from job_events where id = any(${sql.param([...eventIds])}::bigint[])) e
        join json_to_recordset(${JSON.stringify(found)}::json) as f("queryId" int, "jobId" bigint) on f."jobId" = e.job_id
        join job_events p on p.job_id = e.job_id and p.kind = 'published'
        join job_search js on js.job_id = e.job_id
        join saved_searches s on s.query_id = f."queryId"
          and s.unsubscribed_at is null and s.created_at <= p.at
        on conflict do nothing
        returning saved_search_id
      )
      select distinct s.id, s.cadence from noted join saved_searches s on s.id = noted.saved_search_id`)
    await addDeliveries(
      tx,
      rows.filter((row) => row.cadence === 'instant').map((row) => row.id),
    )
    return done()
  })
}
