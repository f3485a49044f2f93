import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { savedSearches } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import type { MailItem } from '@/lib/mail/templates'
import type { Search } from '@/lib/search/search'
import { onlyRoleOf } from './rules'

/** What a mail says of a role beside its jobs. */
export type News = {
  /** As it is called. */
  role: string
  /** Its guide. */
  href: string
  /** ISO 8601: what follows changed after it. */
  since: string
  figures: MailItem[]
  pages: MailItem[]
  /** Pages that changed too, and are not named. */
  morePages: number
}

// Who writes the news stands above (lib/newsletters), so it is handed in.

/** Null when nothing is worth saying. `since` and `until` are times as in ISO 8601. */
export type NewsOf = (asked: { role: string; since: string; until: string }) => Promise<News | null>
/** Whether a role has guides, so that there can be news of it. */
export type HasNews = (role: string) => Promise<boolean>

export type NoNews = 'not-one-role' | 'no-guides'

/** The role whose news a search may bring, or why it may not. */
export async function newsRoleOf(search: Search, hasNews: HasNews): Promise<{ role: string } | NoNews> {
  const role = onlyRoleOf(search)
  if (role === null) return 'not-one-role'
  return (await hasNews(role)) ? { role } : 'no-guides'
}

/** What was told stays told. Nothing is told of the time in which mails were stopped: as with jobs. */
export const toldUntil = sql`case when ${savedSearches.unsubscribedAt} is not null and ${savedSearches.newsRole} is not null
  then now() else ${savedSearches.newsToldAt} end`

export function newsOn(role: string) {
  return { newsRole: role, newsToldAt: sql`coalesce(${toldUntil}, now())` }
}

export function newsFromNow(role: string) {
  return { newsRole: role, newsToldAt: sql`now()` }
}

export const newsOff = { newsRole: null, newsToldAt: null }

/** The news of a week are told once, whatever runs twice or late; weeks begin on Monday, UTC. */
export const isDue = sql`(${savedSearches.newsRole} is not null and ${savedSearches.unsubscribedAt} is null
  and ${savedSearches.newsToldAt} < date_trunc('week', now() at time zone 'UTC') at time zone 'UTC')`

export type DatedNews = { news: News; role: string; since: string; until: string }

/** Null when none are due or nothing is worth saying. Only a proven address gets any. */
export async function findNews(savedSearchId: string, newsOf: NewsOf): Promise<DatedNews | null> {
  const { rows } = await db().execute<{ role: string; since: string; until: string }>(sql`
    select news_role as role, ${iso(sql`news_told_at`)} as since, ${iso(sql`now()`)} as until
    from saved_searches join users on users.id = user_id and users.email_verified is not null
    where saved_searches.id = ${savedSearchId} and ${isDue}`)
  const [asked] = rows
  const news = asked ? await newsOf(asked) : null
  return asked && news ? { news, ...asked } : null
}

/** False when others have told them, or the person turned them off, since they were found. */
export async function takeNews(tx: Tx, savedSearchId: string, { role, since, until }: DatedNews) {
  const taken = await tx
    .update(savedSearches)
    .set({ newsToldAt: sql`${until}::timestamptz` })
    .where(
      and(
        eq(savedSearches.id, savedSearchId),
        eq(savedSearches.newsRole, role),
        eq(savedSearches.newsToldAt, sql`${since}::timestamptz`),
      ),
    )
    .returning({ id: savedSearches.id })
  return taken.length > 0
}

/** To the microsecond, which a Date of JavaScript does not hold. */
function iso(at: ReturnType<typeof sql>) {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}
