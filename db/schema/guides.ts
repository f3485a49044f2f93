import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './accounts'
import { instant } from './types'

/** Texts are files, so a page is named by its address, such as `/guides/backend-developer/salary`. */
function isPage(column: AnyPgColumn): SQL {
  return sql`${column} ~ '^/(guides|glossary)/[a-z0-9/-]+$' and length(${column}) <= 200`
}

/** "Was this useful?": one answer of each reader and page; a later one replaces it. */
export const guideVotes = pgTable(
  'guide_votes',
  {
    page: text().notNull(),
    /** Keyed digest of who answered, which tells nobody who it was. */
    voter: text().notNull(),
    isUseful: boolean().notNull(),
    /** What was missing, in the reader's words. */
    note: text(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.page, t.voter] }),
    index('guide_votes_newest').on(t.at.desc()),
    check('guide_votes_page', isPage(t.page)),
    check('guide_votes_note', sql`length(${t.note}) between 1 and 1000`),
  ],
)

/** How often a page was read on a day (UTC); nothing is kept of who read it. */
export const guideReads = pgTable(
  'guide_reads',
  {
    page: text().notNull(),
    day: date().notNull(),
    reads: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.page] }),
    check('guide_reads_page', isPage(t.page)),
    check('guide_reads_positive', sql`${t.reads} > 0`),
  ],
)

/** What readers say below a text. An answer has the comment that it answers as `parentId`; there is one level of answers. */
export const comments = pgTable(
  'comments',
  {
    id: uuid().primaryKey().defaultRandom(),
    page: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    parentId: uuid().references((): AnyPgColumn => comments.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    state: text({ enum: ['held', 'shown', 'removed'] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
    /** By a moderator, or by its own writer who took it back. */
    decidedAt: instant(),
    decidedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('comments_page').on(t.page, t.createdAt),
    index('comments_parent').on(t.parentId),
    index('comments_user').on(t.userId, t.createdAt),
    index('comments_held').on(t.createdAt).where(sql`${t.state} = 'held'`),
    check('comments_page', isPage(t.page)),
    check('comments_body', sql`length(${t.body}) between 1 and 4000`),
    check('comments_state', sql`${t.state} in ('held', 'shown', 'removed')`),
    check('comments_not_own_answer', sql`${t.parentId} <> ${t.id}`),
  ],
)

/** A reader says that a comment should not stand there. */
export const commentReports = pgTable(
  'comment_reports',
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    at: instant().notNull().defaultNow(),
    /** When a moderator had looked at it; null: waits. */
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.userId] }),
    index('comment_reports_waiting').on(t.at).where(sql`${t.settledAt} is null`),
    index('comment_reports_user').on(t.userId),
    check('comment_reports_reason', sql`length(${t.reason}) between 1 and 500`),
  ],
)
