import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from './types'

/** The jobs that figures rest on, once for all that rest on the same; some may have closed since. */
export const figureJobSets = pgTable('figure_job_sets', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  digest: text().notNull().unique(),
  jobIds: bigint({ mode: 'number' }).array().notNull(),
})

/**
 * Numbers computed from jobs (lib/figures). A row is never changed but for its last two times: when the jobs say something else, another row
 * follows it, so that whoever cites one finds it again with exactly the jobs that it rested on.
 */
export const figures = pgTable(
  'figures',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    publicId: text().notNull().unique(),
    /** Slug of the role. */
    role: text().notNull(),
    /** The measure as one text: `keyOf` of lib/figures/compute. */
    key: text().notNull(),
    measure: jsonb().notNull(),
    value: jsonb().notNull(),
    openings: integer().notNull(),
    companies: integer().notNull(),
    /** Open jobs that it rests on: copies of an opening are several. */
    jobs: integer().notNull(),
    jobSetId: bigint({ mode: 'number' })
      .notNull()
      .references(() => figureJobSets.id),
    /** Of value and jobs together: the same digest is the same figure. */
    digest: text().notNull(),
    /** Since then the jobs are those of the last version of the same day. */
    thinnedAt: instant(),
    computedAt: instant().notNull().default(sql`now()`),
    /** When it was last found unchanged. */
    checkedAt: instant().notNull().default(sql`now()`),
    supersededAt: instant(),
  },
  (t) => [
    uniqueIndex('figures_current').on(t.key).where(sql`${t.supersededAt} is null`),
    index('figures_role').on(t.role).where(sql`${t.supersededAt} is null`),
    index('figures_history').on(t.key, t.computedAt),
    index('figures_job_set').on(t.jobSetId),
    check('figures_counts', sql`${t.openings} >= 0 and ${t.companies} between 0 and ${t.openings}`),
  ],
)
