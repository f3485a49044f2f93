import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './types'

/** Append-only: the running program may not update or delete here (RELIABILITY.md B95). */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().defaultNow(),
    actorKind: text({ enum: ['person', 'visitor', 'system'] }).notNull(),
    /** No foreign key: the record outlives the account. */
    actorId: uuid(),
    action: text().notNull(),
    objectKind: text().notNull(),
    objectId: text(),
    requestId: text(),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index('audit_log_object').on(t.objectKind, t.objectId),
    index('audit_log_actor').on(t.actorId, t.id),
  ],
)
