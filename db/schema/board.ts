import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid, varchar } from 'drizzle-orm/pg-core'
import { users } from './accounts'
import { instant } from './types'

/** What the board knows about itself, such as `demo.offset_days`. */
export const settings = pgTable('settings', { key: text().primaryKey(), value: jsonb().notNull() })

/** What was typed into a refused form, for ten minutes; never passwords or files. */
export const formDrafts = pgTable(
  'form_drafts',
  {
    id: text().primaryKey(),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    values: jsonb().$type<Record<string, string[]>>().notNull(),
    errors: jsonb().$type<Record<string, string>>().notNull(),
    message: text(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('form_drafts_expiry').on(t.expiresAt)],
)

/** One row for each write that carried an idempotency key, written in the transaction of the write itself. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    outcome: jsonb(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_keys_age').on(t.createdAt)],
)

/** The columns that rate-limiter-flexible's Postgres store wants. */
export const rateLimits = pgTable('rate_limits', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: 'number' }),
})

/** A worker that has not been seen for a while has died: its tasks are taken up again. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  workerId: text().primaryKey(),
  seenAt: instant().notNull().defaultNow(),
})
