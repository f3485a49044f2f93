import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { companies } from './companies'
import { jobs } from './jobs'
import { bytes, instant, tsvector } from './types'

/**
 * Open jobs only, narrow: what a search filters, counts and orders by. `tsv` holds the words and the facet lexemes
 * made from `terms`; it is the truth of a search (SEARCH.md §2). Code 0 is "not stated" everywhere.
 */
export const jobSearch = pgTable(
  'job_search',
  {
    jobId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    openingId: bigint({ mode: 'number' }).notNull(),
    roleId: smallint().notNull(),
    seniority: smallint().notNull(),
    workplace: smallint().notNull(),
    employmentType: smallint().notNull(),
    countries: smallint().array().notNull(),
    regions: smallint().array().notNull(),
    cities: integer().array().notNull(),
    skills: integer().array().notNull(),
    /** Countries a remote job may be done from, groups expanded; empty with `worldwide` false = not stated. */
    eligibility: smallint().array().notNull(),
    worldwide: boolean().notNull(),
    hasText: boolean().notNull(),
    visa: smallint().notNull().default(0),
    /** Pay by year in minor units of `payCurrency`; null = not stated or implausible. */
    annualMin: bigint({ mode: 'bigint' }),
    annualMax: bigint({ mode: 'bigint' }),
    payCurrency: text(),
    firstPublishedAt: instant().notNull(),
    firstSeenAt: instant().notNull(),
    terms: integer().array().notNull(),
    tsv: tsvector().notNull(),
    /** The words of the title alone: short, so that ranking never unpacks `tsv`. */
    titleTsv: tsvector().notNull(),
  },
  (t) => [
    index('job_search_newest').on(t.firstPublishedAt.desc(), t.jobId.desc()),
    index('job_search_role').on(t.roleId, t.firstPublishedAt.desc(), t.jobId.desc()),
    index('job_search_company').on(t.companyId, t.firstPublishedAt.desc(), t.jobId.desc()),
    index('job_search_workplace').on(t.workplace, t.firstPublishedAt.desc(), t.jobId.desc()),
    index('job_search_tsv').using('gin', t.tsv),
    check('job_search_pay', sql`(${t.annualMax} is null) = (${t.payCurrency} is null)`),
  ],
)

/** What a list prints of a job, ready to send (`lib/jobs/rows.ts`); kept when the job closes. The company's name is joined live. */
export const jobCards = pgTable(
  'job_cards',
  {
    jobId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    card: text().notNull(),
  },
  (t) => [index('job_cards_company').on(t.companyId)],
)

/**
 * Which jobs have a word, in blocks of job ids (`lib/search/word-index/block.ts`): `tsv` turned round, so that finding every job of a
 * word reads as much as the answer holds, where the index of `tsv` visits each job. Words only, no facet lexemes.
 */
export const wordBlocks = pgTable(
  'word_blocks',
  {
    /** 1 text, 2 title. */
    field: smallint().notNull(),
    lexeme: text().notNull(),
    block: integer().notNull(),
    jobs: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.field, t.lexeme, t.block] }),
    index('word_blocks_block').on(t.block),
    check('word_blocks_field', sql`${t.field} in (1, 2)`),
  ],
)

/**
 * Jobs whose words have changed since their block was written: blocks say nothing of them. Triggers of `job_search` add rows and never
 * touch one, so that writers wait for nobody; a job may stand here more than once.
 */
export const unindexedJobs = pgTable(
  'unindexed_jobs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    jobId: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [index('unindexed_jobs_job').on(t.jobId)],
)
