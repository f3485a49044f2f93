import { sql } from 'drizzle-orm'
import {
  boolean,
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
import { instant } from './types'

export const companies = pgTable(
  'companies',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    name: text().notNull(),
    website: text(),
    about: text().notNull().default(''),
    verifiedAt: instant(),
    /** Its people want nothing imported, whoever asks. */
    importsRefusedAt: instant(),
    isDemo: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('companies_slug_key').on(t.slug),
    // The list of companies, paged by name.
    index('companies_name').on(sql`lower(${t.name})`, t.id),
    check('companies_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 80`),
    check('companies_name_length', sql`length(${t.name}) between 1 and 120`),
    check('companies_website_form', sql`${t.website} is null or ${t.website} ~ '^https?://'`),
    // The id becomes the value of a search term, which has 20 bits (SEARCH.md §2).
    check('companies_id_dense', sql`${t.id} < 1048576`),
  ],
)

export const companyMembers = pgTable(
  'company_members',
  {
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: ['owner', 'recruiter', 'observer'] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index('company_members_user').on(t.userId),
    check('company_members_role', sql`${t.role} in ('owner', 'recruiter', 'observer')`),
  ],
)

/** A domain that somebody proved to hold, and for whose company; its people came in by it. */
export const companyDomains = pgTable(
  'company_domains',
  {
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    domain: text().notNull(),
    provenBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    provenAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.domain] }),
    check(
      'company_domains_form',
      sql`${t.domain} ~ '^[a-z0-9.-]+[.][a-z0-9-]+$' and length(${t.domain}) <= 253`,
    ),
  ],
)

/** Somebody says that a company is theirs. It is, once a domain of the company is proven; else the operator decides. */
export const companyClaims = pgTable(
  'company_claims',
  {
    id: uuid().primaryKey().defaultRandom(),
    companyId: integer()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    domain: text().notNull(),
    /** What the file or the DNS record must hold. */
    token: text().notNull(),
    state: text({ enum: ['open', 'proven', 'granted', 'refused'] })
      .notNull()
      .default('open'),
    /** What went wrong at the last look. */
    lastError: text(),
    checkedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('company_claims_once').on(t.companyId, t.userId, t.domain),
    index('company_claims_waiting').on(t.createdAt).where(sql`${t.state} = 'proven'`),
    check('company_claims_state', sql`${t.state} in ('open', 'proven', 'granted', 'refused')`),
    check(
      'company_claims_domain',
      sql`${t.domain} ~ '^[a-z0-9.-]+[.][a-z0-9-]+$' and length(${t.domain}) <= 253`,
    ),
  ],
)
