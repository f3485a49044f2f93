import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PgInsertValue } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { alertDeliveries, alertMatches, savedQueries, savedSearches } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { requirePerson } from '@/lib/companies/queries'
import { withdrawMail } from '@/lib/mail/commands'
import { oneLine } from '@/lib/mail/rules'
import { done, type Outcome, refused } from '@/lib/outcome'
import { necessaryLexemes } from '@/lib/search/matches'
import type { ChangeSearch, SaveSearch } from './input'
import { type HasNews, type NoNews, newsFromNow, newsOff, newsOn, newsRoleOf, toldUntil } from './news'
import { readQuery } from './query'
import { savedSearchOf } from './token'

/** Enough for every search worth a mail; a bound for what one person can make the board do. */
export const SEARCHES_PER_PERSON = 50

export type Saved = { id: string; canonical: string; existed: boolean }

/**
 * Keeps a search for the person who acts. Saving the same search again answers the first one, started again if it was
 * stopped, and with news from now on if they are asked for. A query with a part that cannot be understood is refused: it would send what
 * was not asked for.
 */
export async function saveSearch(
  actor: Actor,
  input: SaveSearch,
  hasNews: HasNews = noRole,
): Promise<Outcome<'not-understood' | 'too-many' | NoNews, Saved>> {
  const userId = requirePerson(actor)
  const query = await readQuery(input.query)
  if (query.left.length > 0) return refused('not-understood')
  const news = input.news ? await newsRoleOf(query.search, hasNews) : null
  if (typeof news === 'string') return refused(news)
  const necessary = await necessaryLexemes(query.search)
  const name = oneLine(input.name || query.name, 120)
  return inTransaction<'too-many', Saved>(actor, async (tx) => {
    await lockPerson(tx, userId)
    const queryId = await keepQuery(tx, { canonical: query.canonical, necessary })
    const [known] = await tx
      .update(savedSearches)
      .set({ unsubscribedAt: null, ...(news ? newsOn(news.role) : { newsToldAt: toldUntil }) })
      .where(and(eq(savedSearches.userId, userId), eq(savedSearches.queryId, queryId)))
      .returning({ id: savedSearches.id })
    if (known) {
      if (news) await recordAudit(tx, actor, auditOf('search.news_on', known.id))
      return done({ id: known.id, canonical: query.canonical, existed: true })
    }
    if ((await tx.$count(savedSearches, eq(savedSearches.userId, userId))) >= SEARCHES_PER_PERSON)
      return refused('too-many')
    const { cadence } = input
    const id = await insertSearch(tx, { userId, queryId, name, cadence, ...(news && newsFromNow(news.role)) })
    await recordAudit(tx, actor, auditOf('search.saved', id))
    return done({ id, canonical: query.canonical, existed: false })
  })
}

/** Its name, how often it mails, and whether with news. News that are on stay on, also when the guides of their role are gone. */
export async function changeSearch(
  actor: Actor,
  { id, news: wantsNews = false, ...input }: ChangeSearch,
  hasNews: HasNews = noRole,
): Promise<Outcome<'not-found' | NoNews>> {
  const userId = requirePerson(actor)
  const known = await getOwned(userId, id)
  if (!known) return refused('not-found')
  const turnsOn = wantsNews && known.newsRole === null
  const news = turnsOn ? await newsRoleOf((await readQuery(known.canonical)).search, hasNews) : null
  if (typeof news === 'string') return refused(news)
  return inTransaction(actor, async (tx) => {
    const [changed] = await tx
      .update(savedSearches)
      .set({
        name: oneLine(input.name, 120),
        cadence: input.cadence,
        ...(news && newsOn(news.role)),
        ...(!wantsNews && newsOff),
      })
      .where(ownedBy(userId, id))
      .returning({ id: savedSearches.id })
    if (!changed) return refused('not-found')
    if (wantsNews !== (known.newsRole !== null))
      await recordAudit(tx, actor, auditOf(wantsNews ? 'search.news_on' : 'search.news_off', id))
    return done()
  })
}

export async function stopSearch(actor: Actor, id: string): Promise<Outcome<'not-found'>> {
  const userId = requirePerson(actor)
  return inTransaction(actor, async (tx) => {
    const [stopped] = await tx
      .update(savedSearches)
      .set({ unsubscribedAt: sql`coalesce(${savedSearches.unsubscribedAt}, now())` })
      .where(ownedBy(userId, id))
      .returning({ id: savedSearches.id })
    if (!stopped) return refused('not-found')
    await withdraw(tx, id)
    await recordAudit(tx, actor, auditOf('search.stopped', id))
    return done()
  })
}

export async function resumeSearch(actor: Actor, id: string): Promise<Outcome<'not-found'>> {
  const userId = requirePerson(actor)
  return inTransaction(actor, async (tx) => {
    const [resumed] = await tx
      .update(savedSearches)
      .set({ unsubscribedAt: null, newsToldAt: toldUntil })
      .where(ownedBy(userId, id))
      .returning({ id: savedSearches.id })
    if (!resumed) return refused('not-found')
    await recordAudit(tx, actor, auditOf('search.resumed', id))
    return done()
  })
}

export async function deleteSearch(actor: Actor, id: string): Promise<Outcome<'not-found'>> {
  const userId = requirePerson(actor)
  return inTransaction(actor, async (tx) => {
    const [mine] = await tx
      .select({ id: savedSearches.id })
      .from(savedSearches)
      .where(ownedBy(userId, id))
      .for('update')
    if (!mine) return refused('not-found')
    await withdraw(tx, id)
    await tx.delete(savedSearches).where(eq(savedSearches.id, id))
    await recordAudit(tx, actor, auditOf('search.deleted', id))
    return done()
  })
}

/** The token is the permission: it came in a mail of this saved search, and it can do nothing else. */
export async function unsubscribe(actor: Actor, token: string): Promise<Outcome<'not-found'>> {
  const id = savedSearchOf(token)
  if (!id) return refused('not-found')
  return inTransaction(actor, async (tx) => {
    const [stopped] = await tx
      .update(savedSearches)
      .set({ unsubscribedAt: sql`coalesce(${savedSearches.unsubscribedAt}, now())` })
      .where(eq(savedSearches.id, id))
      .returning({ id: savedSearches.id })
    if (!stopped) return refused('not-found')
    await withdraw(tx, id)
    await recordAudit(tx, actor, auditOf('search.unsubscribed', id))
    return done()
  })
}

/** Where nobody writes news. */
const noRole: HasNews = async () => false

function auditOf(action: `search.${string}`, objectId: string) {
  return { action, objectKind: 'saved_search', objectId }
}

async function getOwned(userId: string, id: string) {
  const [row] = await db()
    .select({ newsRole: savedSearches.newsRole, canonical: savedQueries.canonical })
    .from(savedSearches)
    .innerJoin(savedQueries, eq(savedQueries.id, savedSearches.queryId))
    .where(ownedBy(userId, id))
  return row ?? null
}

function ownedBy(userId: string, id: string) {
  return and(eq(savedSearches.id, id), eq(savedSearches.userId, userId))
}

/** What was matched and not mailed is forgotten, and mail that has not left stays here. */
async function withdraw(tx: Tx, id: string): Promise<void> {
  await tx
    .delete(alertMatches)
    .where(and(eq(alertMatches.savedSearchId, id), isNull(alertMatches.deliveryId)))
  const deliveries = await tx
    .select({ mailId: alertDeliveries.mailId })
    .from(alertDeliveries)
    .where(eq(alertDeliveries.savedSearchId, id))
  await withdrawMail(
    tx,
    deliveries.map(({ mailId }) => mailId).filter((mailId) => mailId !== null),
  )
}

/** Two savings of one person wait for each other, so that the count below holds. */
async function lockPerson(tx: Tx, userId: string): Promise<void> {
  await tx.execute(sql`select 1 from users where id = ${userId} for no key update`)
}

async function keepQuery(tx: Tx, query: { canonical: string; necessary: string | null }): Promise<number> {
  const [row] = await tx
    .insert(savedQueries)
    .values({ canonical: query.canonical, q: query.necessary })
    .onConflictDoUpdate({ target: savedQueries.canonical, set: { q: sql`excluded.q` } })
    .returning({ id: savedQueries.id })
  if (!row) throw new Error('the query was not kept')
  return row.id
}

async function insertSearch(tx: Tx, values: PgInsertValue<typeof savedSearches>): Promise<string> {
  const [row] = await tx.insert(savedSearches).values(values).returning({ id: savedSearches.id })
  if (!row) throw new Error('the search was not saved')
  return row.id
}
