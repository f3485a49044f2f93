import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './accounts'
import { jobs, openings } from './jobs'
import { mailOutbox } from './mail'
import { instant, tsquery } from './types'

/** One row for each distinct canonical search; many people may save the same one. */
export const savedQueries = pgTable(
  'saved_queries',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    canonical: text().notNull(),
    /** Necessary lexemes of the search, to find candidates at once; null when it has none. The search itself decides. */
    q: tsquery(),
  },
  (t) => [
    uniqueIndex('saved_queries_canonical_key').on(t.canonical),
    check('saved_queries_length', sql`length(${t.canonical}) <= 4000`),
  ],
)

export const savedSearches = pgTable(
  'saved_searches',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    queryId: integer()
      .notNull()
      .references(() => savedQueries.id),
    name: text().notNull(),
    cadence: text({ enum: ['instant', 'daily', 'weekly'] })
      .notNull()
      .default('instant'),
    /** Slug of a role whose news (moved figures, changed guides) go with the mail: the newsletter of a guide. Null: jobs alone. */
    newsRole: text(),
    /** Until when its news were told. */
    newsToldAt: instant(),
    unsubscribedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('saved_searches_once').on(t.userId, t.queryId),
    index('saved_searches_query').on(t.queryId),
    check('saved_searches_name', sql`length(${t.name}) between 1 and 120`),
    index('saved_searches_news').on(t.newsRole).where(sql`${t.newsRole} is not null`),
    check('saved_searches_cadence', sql`${t.cadence} in ('instant', 'daily', 'weekly')`),
    check('saved_searches_news', sql`(${t.newsRole} is null) = (${t.newsToldAt} is null)`),
  ],
)

/** "Every match, once": unique for a saved search and an opening (decision 17). */
export const alertMatches = pgTable(
  'alert_matches',
  {
    savedSearchId: uuid()
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    openingId: bigint({ mode: 'number' })
      .notNull()
      .references(() => openings.id, { onDelete: 'cascade' }),
    jobId: bigint({ mode: 'number' })
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    matchedAt: instant().notNull().defaultNow(),
    deliveryId: bigint({ mode: 'number' }).references(() => alertDeliveries.id),
  },
  (t) => [
    primaryKey({ columns: [t.savedSearchId, t.openingId] }),
    index('alert_matches_pending').on(t.savedSearchId).where(sql`${t.deliveryId} is null`),
    index('alert_matches_job').on(t.jobId),
    // The jobs of one mail, on the page that it leads to.
    index('alert_matches_delivery').on(t.deliveryId),
  ],
)

export const alertDeliveries = pgTable(
  'alert_deliveries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    savedSearchId: uuid()
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    /** Null when the mail itself was deleted since. */
    mailId: bigint({ mode: 'number' }).references(() => mailOutbox.id, { onDelete: 'set null' }),
    at: instant().notNull().defaultNow(),
  },
  // How many mails a saved search sent today.
  (t) => [index('alert_deliveries_search').on(t.savedSearchId, t.at.desc())],
)
