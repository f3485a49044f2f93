import { sql } from 'drizzle-orm'
import { type Db, db } from '@/db/client'
import { compare } from './grammar'
import { type ChoiceKey, NONE } from './search'

export type Entry = { id: number; slug: string; label: string; countryId?: number }

/** The facets whose values are read from the database. */
export type NamedKey = Exclude<ChoiceKey, 'seniority' | 'type' | 'workplace' | 'visa' | 'text'>

/** Entries of one kind, by slug and by id. */
export class Entries {
  private readonly bySlug = new Map<string, Entry>()
  private readonly byId = new Map<number, Entry>()

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      this.bySlug.set(entry.slug, entry)
      this.byId.set(entry.id, entry)
    }
  }

  named(slug: string): Entry | undefined {
    return this.bySlug.get(slug)
  }

  numbered(id: number): Entry | undefined {
    return this.byId.get(id)
  }

  slugs(): IterableIterator<string> {
    return this.bySlug.keys()
  }
}

/** What is small enough to keep in the process. Companies and cities are asked for by name. */
export type Dictionary = Record<'role' | 'skill' | 'country' | 'region', Entries>

/** Roles, skills and places change with a release or a seed, not with a request. */
const KEPT_FOR_MS = 60_000

type Kept = { at: number; dictionary: Promise<Dictionary> }
const kept = new WeakMap<Db, Kept>()

export async function loadDictionary(): Promise<Dictionary> {
  const database = db()
  const known = kept.get(database)
  if (known && performance.now() - known.at < KEPT_FOR_MS) return known.dictionary
  const dictionary = read(database)
  kept.set(database, { at: performance.now(), dictionary })
  dictionary.catch(() => kept.delete(database))
  return dictionary
}

type Row = Entry & { kind: keyof Dictionary }

async function read(database: Db): Promise<Dictionary> {
  const { rows } = await database.execute<Row>(sql`
    select 'role' as kind, id::int as id, slug, name as label, null::int as "countryId" from roles
    union all select 'skill', id, slug, name, null from skills
    union all select 'country', id, slug, name, id from places where kind = 'country'
    union all select 'region', r.id, r.slug, r.name || ', ' || c.name, r.country_id
      from places r join places c on c.id = r.country_id where r.kind = 'region'
    order by 1, 2`)
  const of = (kind: keyof Dictionary) => new Entries(rows.filter((row) => row.kind === kind))
  return { role: of('role'), skill: of('skill'), country: of('country'), region: of('region') }
}

type Wanted = { slugs?: readonly string[]; ids?: readonly number[] }

export async function findCompanies({ slugs = [], ids = [] }: Wanted): Promise<Entries> {
  if (slugs.length + ids.length === 0) return new Entries([])
  const { rows } = await db().execute<Entry>(sql`
    select id, slug, name as label from companies
    where slug = any(${sql.param(named(slugs))}::text[]) or id = any(${sql.param([...ids])}::int[])`)
  return new Entries(rows)
}

export async function findCities({ slugs = [], ids = [] }: Wanted): Promise<Entries> {
  if (slugs.length + ids.length === 0) return new Entries([])
  const { rows } = await db().execute<Entry>(sql`
    select p.id, p.slug, p.name || ', ' || c.name as label, p.country_id as "countryId"
    from places p join places c on c.id = p.country_id
    where (p.kind = 'city' and p.slug = any(${sql.param(named(slugs))}::text[])) or p.id = any(${sql.param([...ids])}::int[])`)
  return new Entries(rows)
}

/** Slugs that may be what was meant: those that begin with the same two letters. */
export async function likelySlugs(kind: 'company' | 'place', typed: string): Promise<string[]> {
  const start = typed.slice(0, 2)
  const { rows } = await db().execute<{ slug: string }>(
    kind === 'company'
      ? sql`select slug from companies where left(slug, 2) = ${start} limit 5000`
      : sql`select slug from places where kind = 'city' and left(slug, 2) = ${start} order by population desc limit 5000`,
  )
  return rows.map((row) => row.slug).sort(compare)
}

function named(slugs: readonly string[]): string[] {
  return slugs.filter((slug) => slug !== NONE)
}
