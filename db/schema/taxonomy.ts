import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

/** Roles and skills come from `content/taxonomy`; their ids stand in the data, because search terms hold them. */
export const roles = pgTable(
  'roles',
  { id: smallint().primaryKey(), slug: text().notNull(), name: text().notNull(), kind: text().notNull() },
  (t) => [uniqueIndex('roles_slug_key').on(t.slug), check('roles_id', sql`${t.id} > 0`)],
)

export const roleAliases = pgTable(
  'role_aliases',
  {
    alias: text().primaryKey(),
    roleId: smallint()
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
  },
  (t) => [index('role_aliases_role').on(t.roleId)],
)

export const skills = pgTable(
  'skills',
  {
    id: integer().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: ['language', 'framework', 'database', 'cloud', 'tool', 'method', 'soft'] })
      .notNull()
      .default('tool'),
  },
  (t) => [
    uniqueIndex('skills_slug_key').on(t.slug),
    check('skills_id', sql`${t.id} > 0`),
    check(
      'skills_kind',
      sql`${t.kind} in ('language', 'framework', 'database', 'cloud', 'tool', 'method', 'soft')`,
    ),
  ],
)

export const skillAliases = pgTable(
  'skill_aliases',
  {
    alias: text().primaryKey(),
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
  },
  (t) => [index('skill_aliases_skill').on(t.skillId)],
)

/** Gazetteer: countries 1-999, regions 1,000-9,999, cities from 10,000; dense, below 2^20 (SEARCH.md §2). */
export const places = pgTable(
  'places',
  {
    id: integer().primaryKey(),
    kind: text({ enum: ['country', 'region', 'city'] }).notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    countryCode: text().notNull(),
    countryId: integer().notNull(),
    regionId: integer(),
    population: integer().notNull().default(0),
    lat: doublePrecision(),
    lon: doublePrecision(),
  },
  (t) => [
    uniqueIndex('places_slug_key').on(t.kind, t.slug),
    index('places_country').on(t.countryId, t.kind),
    check('places_kind', sql`${t.kind} in ('country', 'region', 'city')`),
    check('places_id', sql`${t.id} > 0 and ${t.id} < 1048576`),
    check('places_country_code', sql`${t.countryCode} ~ '^[A-Z]{2}$'`),
  ],
)

export const placeAliases = pgTable(
  'place_aliases',
  {
    alias: text().notNull(),
    placeId: integer()
      .notNull()
      .references(() => places.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.alias, t.placeId] })],
)
