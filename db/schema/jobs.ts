import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PayPeriod } from '../values'
import { users } from './accounts'
import { companies } from './companies'
import { places, roles, skills } from './taxonomy'
import { instant } from './types'

/** Where a job came from: typed in, the shipped sample, or imported (`imports` has the rest of such a source). */
export const sources = pgTable(
  'sources',
  {
    id: smallint().primaryKey().generatedByDefaultAsIdentity(),
    kind: text({ enum: ['typed', 'sample', 'imported'] }).notNull(),
    name: text().notNull(),
  },
  (t) => [uniqueIndex('sources_name_key').on(t.name)],
)

/** The position behind one or more jobs: same company, same fingerprint of title and text. */
export const openings = pgTable(
  'openings',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    fingerprint: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('openings_fingerprint_key').on(t.companyId, t.fingerprint)],
)

/** Decimal strings in major units, as a fact is kept for people. */
export type StoredPayTier = {
  title: string | null
  min: string | null
  max: string | null
  currency: string
  period: PayPeriod
}

/** The identity of a job. It never moves; only open jobs have a row in `job_search` beside it. */
export const jobs = pgTable(
  'jobs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    publicId: text().notNull(),
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    openingId: bigint({ mode: 'number' }).references(() => openings.id),
    sourceId: smallint()
      .notNull()
      .references(() => sources.id),
    externalId: text(),
    /** Of an imported job: SHA-256 of what its source states, so that an unchanged job is told without reading it. */
    sourceHash: text(),
    /** The same for jobs of a source that are one opening. */
    openingKey: text(),
    /** Its page on the source's own site. */
    sourceUrl: text(),
    department: text(),
    /** Since when its source has not shown it, as far as answers that were whole tell. */
    missingSince: instant(),
    /** Its company edited it here: the source no longer changes it, and still says whether it is open. */
    editedHereAt: instant(),
    /** Open, but in no list: its apply link has been dead for two days. */
    hiddenAt: instant(),
    state: text({ enum: ['draft', 'held', 'published', 'closed'] })
      .notNull()
      .default('draft'),
    /** The employer's form as typed: a draft, or changes of a published job that are not published yet. */
    draft: jsonb().$type<Record<string, string>>(),
    title: text().notNull().default(''),
    slug: text().notNull().default('job'),
    /** Markdown; empty when the text is only at the employer's own page. */
    text: text().notNull().default(''),
    locationStated: text().notNull().default(''),
    roleId: smallint().references(() => roles.id),
    seniority: smallint().notNull().default(0),
    workplace: smallint().notNull().default(0),
    employmentType: smallint().notNull().default(0),
    visa: smallint().notNull().default(0),
    /** Eligibility of a remote job: the words it rests on, and whether it is the whole world. */
    eligibilityStated: text(),
    eligibleWorldwide: boolean().notNull().default(false),
    payMin: bigint({ mode: 'bigint' }),
    payMax: bigint({ mode: 'bigint' }),
    payCurrency: text(),
    payPeriod: text({ enum: ['hour', 'day', 'week', 'month', 'year'] }),
    /** Pay normalised to a year, minor units; null when not stated or implausible. */
    annualMin: bigint({ mode: 'bigint' }),
    annualMax: bigint({ mode: 'bigint' }),
    payImplausible: boolean().notNull().default(false),
    /** Where a source states several: `payMin` to `payMax` is then their span. */
    payTiers: jsonb().$type<StoredPayTier[]>(),
    applyUrl: text(),
    firstPublishedAt: instant(),
    firstSeenAt: instant(),
    closesAt: instant(),
    closedAt: instant(),
    closeReason: text({ enum: ['filled', 'withdrawn', 'expired', 'removed', 'source_gone'] }),
    repostOf: bigint({ mode: 'number' }).references((): AnyPgColumn => jobs.id, { onDelete: 'set null' }),
    isDemo: boolean().notNull().default(false),
    createdBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('jobs_public_id_key').on(t.publicId),
    uniqueIndex('jobs_external_key').on(t.sourceId, t.externalId),
    index('jobs_company').on(t.companyId, t.state, t.firstPublishedAt.desc()),
    index('jobs_opening').on(t.openingId),
    // Jobs of a source that are one opening.
    index('jobs_opening_key').on(t.sourceId, t.openingKey).where(sql`${t.openingKey} is not null`),
    // Jobs that their source no longer shows.
    index('jobs_missing').on(t.sourceId, t.missingSince).where(sql`${t.missingSince} is not null`),
    // Without it each job that is deleted would read all others.
    index('jobs_repost').on(t.repostOf).where(sql`${t.repostOf} is not null`),
    index('jobs_closing').on(t.closesAt).where(sql`${t.state} = 'published'`),
    check('jobs_public_id_form', sql`${t.publicId} ~ '^[a-z2-7]{26}$'`),
    check('jobs_state', sql`${t.state} in ('draft', 'held', 'published', 'closed')`),
    check(
      'jobs_published_whole',
      sql`${t.state} not in ('published', 'closed') or (length(${t.title}) between 1 and 200 and ${t.openingId} is not null and ${t.firstPublishedAt} is not null and ${t.firstSeenAt} is not null)`,
    ),
    check(
      'jobs_closed_with_reason',
      sql`(${t.state} = 'closed') = (${t.closedAt} is not null and ${t.closeReason} is not null)`,
    ),
    check('jobs_text_length', sql`length(${t.text}) <= 60000`),
    check(
      'jobs_pay_whole',
      sql`(${t.payMin} is null and ${t.payMax} is null) or (${t.payCurrency} ~ '^[A-Z]{3}$' and ${t.payPeriod} in ('hour', 'day', 'week', 'month', 'year'))`,
    ),
    check('jobs_pay_order', sql`${t.payMin} is null or ${t.payMax} is null or ${t.payMin} <= ${t.payMax}`),
    check('jobs_pay_positive', sql`coalesce(${t.payMin}, 0) >= 0 and coalesce(${t.payMax}, 0) >= 0`),
    check(
      'jobs_annual_plausible',
      sql`not ${t.payImplausible} or (${t.annualMin} is null and ${t.annualMax} is null)`,
    ),
    check('jobs_seniority', sql`${t.seniority} between 0 and 9`),
    check('jobs_workplace', sql`${t.workplace} between 0 and 3`),
    check('jobs_employment_type', sql`${t.employmentType} between 0 and 6`),
    check('jobs_visa', sql`${t.visa} between 0 and 2`),
    check('jobs_apply_url', sql`${t.applyUrl} is null or ${t.applyUrl} ~ '^https?://'`),
    check('jobs_source_url', sql`${t.sourceUrl} is null or ${t.sourceUrl} ~ '^https?://'`),
    check('jobs_missing_imported', sql`${t.missingSince} is null or ${t.sourceHash} is not null`),
  ],
)

/** A job may name several places; each row holds the finest entry known and what contains it. */
export const jobPlaces = pgTable(
  'job_places',
  {
    jobId: bigint({ mode: 'number' })
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    placeId: integer()
      .notNull()
      .references(() => places.id),
    position: smallint().notNull(),
    countryId: integer().notNull(),
    regionId: integer(),
    cityId: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.placeId] }),
    index('job_places_country').on(t.countryId, t.jobId),
    index('job_places_city').on(t.cityId, t.jobId),
  ],
)

export const jobEligibility = pgTable(
  'job_eligibility',
  {
    jobId: bigint({ mode: 'number' })
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    countryId: integer()
      .notNull()
      .references(() => places.id),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.countryId] })],
)

export const jobSkills = pgTable(
  'job_skills',
  {
    jobId: bigint({ mode: 'number' })
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    skillId: integer()
      .notNull()
      .references(() => skills.id),
    origin: text({ enum: ['stated', 'text', 'machine'] }).notNull(),
    /** The words it rests on, cut out of the text or as stated. */
    evidence: text(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.skillId] }),
    index('job_skills_skill').on(t.skillId, t.jobId),
    check('job_skills_origin', sql`${t.origin} in ('stated', 'text', 'machine')`),
    check('job_skills_evidence', sql`length(${t.evidence}) <= 300`),
  ],
)

/** Append-only: the running program may not update or delete here. */
export const jobEvents = pgTable(
  'job_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    jobId: bigint({ mode: 'number' })
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['published', 'held', 'edited', 'closed', 'reposted', 'reopened'] }).notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    byUser: uuid().references(() => users.id, { onDelete: 'set null' }),
    at: instant().notNull().defaultNow(),
  },
  (t) => [
    index('job_events_job').on(t.jobId, t.id),
    index('job_events_at').on(t.at),
    check(
      'job_events_kind',
      sql`${t.kind} in ('published', 'held', 'edited', 'closed', 'reposted', 'reopened')`,
    ),
  ],
)
