import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { jobEvents, jobSearch, savedQueries, savedSearches } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { addDeliveries } from './deliver'
import { matchingJobs } from './query'

const system = { kind: 'system', name: 'alerts.match' } as const

/**
 * Notes every saved search that the job of an event matches now, once for each opening, and sets off those that want to know
 * at once. Only searches that were saved before the job was published, also when it was edited since: whoever saved a
 * later one may have seen the job there. Safe to run twice.
 */
export async function matchEvent(eventId: number): Promise<void> {
  const candidates = await listCandidates(eventId)
  const queryIds: number[] = []
  for (const { queryId, canonical, jobId } of candidates) {
    // The search itself decides, by the same builder as the page (promise 5); the lexemes only find candidates.
    if ((await matchingJobs(canonical, [jobId])).length > 0) queryIds.push(queryId)
  }
  if (queryIds.length > 0) await noteMatches(eventId, queryIds)
}

const published = alias(jobEvents, 'published')

async function listCandidates(eventId: number) {
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
    .where(eq(jobEvents.id, eventId))
}

async function noteMatches(eventId: number, queryIds: number[]): Promise<void> {
  await inTransaction(system, async (tx) => {
    const { rows } = await tx.execute<{ id: string; cadence: string }>(sql`
      with noted as (
        insert into alert_matches (saved_search_id, opening_id, job_id)
        select s.id, js.opening_id, js.job_id
        from job_events e
        join job_events p on p.job_id = e.job_id and p.kind = 'published'
        join job_search js on js.job_id = e.job_id
        join saved_searches s on s.query_id = any(${sql.param(queryIds)}::int[])
          and s.unsubscribed_at is null and s.created_at <= p.at
        where e.id = ${eventId}
        on conflict do nothing
        returning saved_search_id
      )
      select s.id, s.cadence from noted join saved_searches s on s.id = noted.saved_search_id`)
    await addDeliveries(
      tx,
      rows.filter((row) => row.cadence === 'instant').map((row) => row.id),
    )
    return done()
  })
}
