import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from './types'

export const mailOutbox = pgTable(
  'mail_outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** What this mail is, once: `sign-in:{proof}`, `alert:{delivery}`. A second enqueue with the same key is the same mail. */
    key: text().notNull(),
    kind: text({ enum: ['sign_in', 'change_address', 'alert'] }).notNull(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    state: text({ enum: ['queued', 'sent', 'failed', 'suppressed'] })
      .notNull()
      .default('queued'),
    tries: smallint().notNull().default(0),
    lastError: text(),
    messageId: text().notNull(),
    isDemo: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
    sentAt: instant(),
  },
  (t) => [
    uniqueIndex('mail_outbox_key').on(t.key),
    // What waits, for the worker's sweep.
    index('mail_outbox_waiting').on(t.createdAt).where(sql`${t.state} = 'queued'`),
    index('mail_outbox_to').on(t.toAddress, t.id.desc()),
    check('mail_outbox_one_line', sql`${t.subject} !~ '[\r\n]' and ${t.toAddress} !~ '[\r\n, ]'`),
    check('mail_outbox_state', sql`${t.state} in ('queued', 'sent', 'failed', 'suppressed')`),
  ],
)

export const mailSuppressions = pgTable('mail_suppressions', {
  address: text().primaryKey(),
  reason: text({ enum: ['bounce', 'complaint', 'unsubscribed', 'operator'] }).notNull(),
  createdAt: instant().notNull().defaultNow(),
})

/** What the local SMTP catcher received in demo mode; shown at /demo/mail. */
export const caughtMail = pgTable(
  'caught_mail',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    messageId: text(),
    recipients: text().array().notNull(),
    raw: text().notNull(),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [index('caught_mail_message').on(t.messageId)],
)
