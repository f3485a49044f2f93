import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './accounts'
import { companies } from './companies'
import { jobs, sources } from './jobs'
import { instant } from './types'

/** What an employer or operator chose about an import. */
export type ImportSettings = {
  /** Departments and places (as the source writes them) that are left out. */
  withoutDepartments?: string[]
  withoutPlaces?: string[]
  /** Department -> slug of the role that its jobs have whose titles name none. */
  departmentRoles?: Record<string, string>
  /** Of a CSV: field -> name of its column. */
  columns?: Record<string, string>
  /** Somebody has looked at a held answer and says that it is true: the next one is believed. */
  believesNext?: boolean
}

/** A job of an answer as it would be published, for the eyes of whoever adds the import. */
export type PreviewedJob = {
  externalId: string
  title: string
  url: string
  department: string | null
  places: string[]
  /** What this board understands. */
  role: string | null
  seniority: string | null
  workplace: string | null
  pay: string | null
  skills: string[]
}

export type Preview = {
  jobs: PreviewedJob[]
  total: number
  departments: { name: string; count: number }[]
  places: { name: string; count: number }[]
  refused: number
  refusals: StoredRefusal[]
  /** Why not all of it could be read. */
  error: string | null
}

export type StoredRefusal = {
  externalId: string | null
  title: string | null
  field: string
  value: string
  reason: string
}

/** One board, feed or file that is read in, again and again. */
export const imports = pgTable(
  'imports',
  {
    sourceId: smallint()
      .primaryKey()
      .references(() => sources.id, { onDelete: 'cascade' }),
    publicId: text().notNull(),
    adapter: text().notNull(),
    /** As the adapter spells it: a board's word, or the address of a feed; the name of a file. */
    board: text().notNull(),
    /** Whose jobs they are; null where the source names a company for each job. */
    companyId: integer().references(() => companies.id, { onDelete: 'cascade' }),
    state: text({ enum: ['preview', 'active', 'paused', 'ending'] })
      .notNull()
      .default('active'),
    settings: jsonb().$type<ImportSettings>().notNull().default({}),
    everyMinutes: integer().notNull().default(360),
    /** Null: only when somebody asks. */
    nextRunAt: instant(),
    /** Runs that failed one after the other. */
    failures: smallint().notNull().default(0),
    lastError: text(),
    lastAnswerAt: instant(),
    etag: text(),
    lastModified: text(),
    /** Of the adapters' and the taxonomy's reading; an answer read by another one is read again although it has not changed. */
    reading: text(),
    leaseToken: uuid(),
    leasedUntil: instant(),
    addedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('imports_public_id_key').on(t.publicId),
    uniqueIndex('imports_board_key').on(t.adapter, t.board, sql`coalesce(${t.companyId}, 0)`),
    index('imports_company').on(t.companyId),
    index('imports_due').on(t.nextRunAt).where(sql`${t.state} = 'active'`),
    check('imports_public_id_form', sql`${t.publicId} ~ '^[a-z2-7]{26}$'`),
    check('imports_state', sql`${t.state} in ('preview', 'active', 'paused', 'ending')`),
    check('imports_board_length', sql`length(${t.board}) between 1 and 2000`),
    check('imports_every', sql`${t.everyMinutes} between 15 and 10080`),
  ],
)

/** One reading of a source, kept for its history; the counts grow with each batch, in the transaction of the batch. */
export const importRuns = pgTable(
  'import_runs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    sourceId: smallint()
      .notNull()
      .references(() => imports.sourceId, { onDelete: 'cascade' }),
    state: text({ enum: ['running', 'done', 'unchanged', 'held', 'failed'] })
      .notNull()
      .default('running'),
    startedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
    /** Times it was taken up: more than once after a kill. */
    attempts: smallint().notNull().default(1),
    seen: integer().notNull().default(0),
    added: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    reopened: integer().notNull().default(0),
    /** Not shown any more, since this run or an earlier one. */
    missing: integer().notNull().default(0),
    closed: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    refusals: jsonb().$type<StoredRefusal[]>().notNull().default([]),
    error: text(),
  },
  (t) => [
    index('import_runs_source').on(t.sourceId, t.id.desc()),
    uniqueIndex('import_runs_one_running').on(t.sourceId).where(sql`${t.state} = 'running'`),
    check('import_runs_state', sql`${t.state} in ('running', 'done', 'unchanged', 'held', 'failed')`),
    check('import_runs_ended', sql`(${t.state} = 'running') = (${t.endedAt} is null)`),
  ],
)

/** What the source of an import showed when it was added or asked for again. */
export const importPreviews = pgTable('import_previews', {
  sourceId: smallint()
    .primaryKey()
    .references(() => imports.sourceId, { onDelete: 'cascade' }),
  at: instant().notNull().defaultNow(),
  preview: jsonb().$type<Preview>().notNull(),
})

/** When a host may be asked next: many workers keep one pace. */
export const hostPaces = pgTable('host_paces', {
  host: text().primaryKey(),
  nextAt: instant().notNull(),
})

/** Whether the page where people apply still answers. A row for each job that has been asked. */
export const linkChecks = pgTable(
  'link_checks',
  {
    jobId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    checkedAt: instant().notNull().defaultNow(),
    nextAt: instant().notNull(),
    /** HTTP status; null when nothing answered. */
    status: smallint(),
    deadSince: instant(),
  },
  (t) => [index('link_checks_due').on(t.nextAt), index('link_checks_dead').on(t.deadSince)],
)
