import { eq, type SQL, sql } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import { alertDeliveries, savedQueries, savedSearches, users } from '@/db/schema'
import { inTransaction, type Tx } from '@/db/transaction'
import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import { enqueueMail } from '@/lib/mail/commands'
import { done } from '@/lib/outcome'
import { alertHeaders, alertMail, JOBS_IN_MAIL } from './alert-mail'
import { type DatedNews, findNews, isDue, type News, type NewsOf, takeNews } from './news'
import { forget, listOpenNow, listPending, lockPending, markTold } from './pending'

const system = { kind: 'system', name: 'alerts.deliver' } as const

/** Mails of one saved search in 24 hours; what matches beyond them waits and is folded into the next (RELIABILITY.md B52). */
export const MAILS_PER_DAY = 10

/**
 * Mails the matches of one saved search that nobody was told of, in one mail, with the news of its role when `newsOf` is given. The saved search
 * and its matches are locked from the look to the mark, and the mail is a row of the same transaction: each match and each piece of news is
 * told once, also when this runs twice, runs at once, or dies in the middle.
 */
export async function deliverAlerts(savedSearchId: string, newsOf: NewsOf | null = null): Promise<void> {
  const [pending, news] = await Promise.all([
    listPending(savedSearchId),
    newsOf ? findNews(savedSearchId, newsOf) : null,
  ])
  if (pending.length === 0 && !news) return
  const open = await listOpenNow(savedSearchId, pending)
  await inTransaction(system, async (tx) => {
    const search = await lockSearch(tx, savedSearchId)
    if (!search) return done()
    if (!search.wantsMail) return done(await forget(tx, savedSearchId, pending))
    if (search.nextAt) return done(await putOff(tx, savedSearchId, newsOf !== null, search.nextAt))
    // What closed, or was changed and matches no more, is never told; a repost of it may match anew.
    const gone = pending.filter((openingId) => !open.has(openingId))
    await forget(tx, savedSearchId, gone)
    const untold = await lockPending(tx, savedSearchId, [...open.keys()])
    const fresh = await newsToTell(tx, savedSearchId, news)
    if (untold.length > 0 || fresh) await tell(tx, search, inOrder(open, untold), fresh)
    return done()
  })
}

/** The one that tells news is a task of its own: a match of the same moment must not replace it. */
function deliverKey(savedSearchId: string, withNews = false): string {
  return `${withNews ? 'alerts.news' : 'alerts.deliver'}:${savedSearchId}`
}

async function putOff(tx: Tx, savedSearchId: string, withNews: boolean, until: string): Promise<undefined> {
  const payload = { savedSearchId, ...(withNews && { withNews }) }
  const when = { key: deliverKey(savedSearchId, withNews), runAt: new Date(until) }
  await addTask(tx, 'alerts.deliver', payload, when)
}

async function newsToTell(tx: Tx, savedSearchId: string, found: DatedNews | null): Promise<News | null> {
  return found && (await takeNews(tx, savedSearchId, found)) ? found.news : null
}

export async function addDeliveries(tx: Tx, savedSearchIds: string[]): Promise<void> {
  await addEach(tx, sql`select unnest(${sql.param(savedSearchIds)}::text[]) as id, false as with_news`)
}

/** One statement for any number of saved searches. */
async function addEach(tx: Tx, chosen: SQL): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      'alerts.deliver', json_build_object('savedSearchId', id, 'withNews', with_news),
      job_key := case when with_news then ${deliverKey('', true)} else ${deliverKey('')} end || id, max_attempts := 12)
    from (${chosen}) due`)
}

/**
 * The digest of a cadence: every saved search with something untold. The daily one takes `instant` along, as a net; the weekly one every
 * search that brings news, whatever its cadence and whether or not there is a job.
 */
export async function addDigests(cadence: 'daily' | 'weekly'): Promise<void> {
  const cadences = cadence === 'daily' ? ['daily', 'instant'] : ['weekly']
  const withNews = cadence === 'weekly' ? isDue : sql`false`
  await inTransaction(system, async (tx) => {
    await addEach(
      tx,
      sql`
      select ${savedSearches.id}::text as id, false as with_news from saved_searches
      where ${savedSearches.cadence} = any(${sql.param(cadences)}::text[]) and not ${withNews}
        and exists (select from alert_matches m where m.saved_search_id = ${savedSearches.id} and m.delivery_id is null)
      union all
      select ${savedSearches.id}::text, true from saved_searches where ${withNews}`,
    )
    return done()
  })
}

type LockedSearch = NonNullable<Awaited<ReturnType<typeof lockSearch>>>

async function lockSearch(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: savedSearches.id,
      name: savedSearches.name,
      cadence: savedSearches.cadence,
      bringsNews: sql<boolean>`${savedSearches.newsRole} is not null`,
      canonical: savedQueries.canonical,
      email: users.email,
      wantsMail: sql<boolean>`${savedSearches.unsubscribedAt} is null and ${users.disabledAt} is null`,
      /** When the cap of the day has room again; null: now. */
      nextAt: sql<string | null>`(
        select d.at + interval '24 hours' from alert_deliveries d
        where d.saved_search_id = ${savedSearches.id} and d.at > now() - interval '24 hours'
        order by d.at desc offset ${MAILS_PER_DAY - 1} limit 1)`,
    })
    .from(savedSearches)
    .innerJoin(savedQueries, eq(savedQueries.id, savedSearches.queryId))
    .innerJoin(users, eq(users.id, savedSearches.userId))
    .where(eq(savedSearches.id, id))
    .for('no key update', { of: savedSearches })
  return row ?? null
}

type Told = { openingId: number; jobIds: number[] }

/** As in a list: the newest first. */
function inOrder(open: Map<number, number[]>, untold: number[]): Told[] {
  const locked = new Set(untold)
  return [...open].filter(([id]) => locked.has(id)).map(([openingId, jobIds]) => ({ openingId, jobIds }))
}

async function tell(tx: Tx, search: LockedSearch, told: Told[], news: News | null): Promise<void> {
  const [delivery] = await tx
    .insert(alertDeliveries)
    .values({ savedSearchId: search.id })
    .returning({ id: alertDeliveries.id })
  if (!delivery) throw new Error('the delivery was not written')
  const deliveryId = delivery.id
  const jobs = await rowsOf(told.slice(0, JOBS_IN_MAIL))
  const mail = alertMail({ savedSearch: search, deliveryId, jobs, total: told.length, news })
  const headers = alertHeaders(search.id)
  const mailId = await enqueueMail(tx, {
    key: `alert:${deliveryId}`,
    kind: 'alert',
    to: search.email,
    ...mail,
    headers,
  })
  await tx.update(alertDeliveries).set({ mailId }).where(eq(alertDeliveries.id, deliveryId))
  await markTold(tx, {
    savedSearchId: search.id,
    deliveryId,
    openingIds: told.map(({ openingId }) => openingId),
  })
}

/** `JOBS_IN_MAIL` times this is the most that one reading of rows gives. */
const COPIES_NAMED = 5

/** One row for each opening, with the places of its jobs: an opening in three cities is one line. */
async function rowsOf(told: Told[]): Promise<JobRow[]> {
  const named = told.map(({ jobIds }) => jobIds.slice(0, COPIES_NAMED))
  const rows = new Map((await listJobRows(named.flat())).map((row) => [row.id, row]))
  return named.flatMap((jobIds) => {
    const copies = jobIds.map((id) => rows.get(id)).filter((row) => row !== undefined)
    const [first] = copies
    return first ? [{ ...first, places: [...new Set(copies.flatMap((copy) => copy.places))] }] : []
  })
}
