import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { addTask } from '@/db/queue'
import { alertMatches, jobEvents, jobSearch, savedQueries, savedSearches } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { deliverKey } from './deliver'
import { matchingJobs } from './query'

const system = { kind: 'system', name: 'alerts.match' } as const

/**
 * Notes every saved search that the job of an event matches, once for each opening, and sets off those that want to know at
 * once. Only searches that were saved before: a later one showed the job already. Safe to run twice.
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

async function listCandidates(eventId: number) {
  return db()
    .selectDistinct({ queryId: savedQueries.id, canonical: savedQueries.canonical, jobId: jobEvents.jobId })
    .from(jobEvents)
    .innerJoin(jobSearch, eq(jobSearch.jobId, jobEvents.jobId))
    .innerJoin(savedQueries, or(isNull(savedQueries.q), sql`${jobSearch.tsv} @@ ${savedQueries.q}`))
    .innerJoin(savedSearches, and(eq(savedSearches.queryId, savedQueries.id), isWaiting))
    .where(eq(jobEvents.id, eventId))
}

const isWaiting = and(isNull(savedSearches.unsubscribedAt), sql`${savedSearches.createdAt} <= ${jobEvents.at}`)

async function noteMatches(eventId: number, queryIds: number[]): Promise<void> {
  await inTransaction(system, async (tx) => {
    const waiting = await tx
      .select({ savedSearchId: savedSearches.id, openingId: jobSearch.openingId, jobId: jobSearch.jobId, cadence: savedSearches.cadence })
      .from(jobEvents)
      .innerJoin(jobSearch, eq(jobSearch.jobId, jobEvents.jobId))
      .innerJoin(savedSearches, and(inArray(savedSearches.queryId, queryIds), isWaiting))
      .where(eq(jobEvents.id, eventId))
    if (waiting.length === 0) return done()
    const noted = await tx
      .insert(alertMatches)
      .values(waiting.map(({ savedSearchId, openingId, jobId }) => ({ savedSearchId, openingId, jobId })))
      .onConflictDoNothing()
      .returning({ savedSearchId: alertMatches.savedSearchId })
    const atOnce = new Set(waiting.filter(({ cadence }) => cadence === 'instant').map((row) => row.savedSearchId))
    for (const { savedSearchId } of noted) {
      if (atOnce.has(savedSearchId)) await addTask(tx, 'alerts.deliver', { savedSearchId }, { key: deliverKey(savedSearchId) })
    }
    return done()
  })
}
