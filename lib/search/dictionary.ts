import { sql } from 'drizzle-orm'
import { type Db, db, pool } from '@/db/client'
import { type ChoiceKey, NONE } from './search'
import { compare } from './url/grammar'

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

export function findCompanies(wanted: Wanted): Promise<Entries> {
  return namesOf(db()).companies.find(wanted)
}

export function findCities(wanted: Wanted): Promise<Entries> {
  return namesOf(db()).cities.find(wanted)
}

type Read = (slugs: readonly string[], ids: readonly number[]) => Promise<Entry[]>

const MOST_KEPT = 20_000

/** Entries asked for lately: the facets of one board name the same companies and cities again and again. A name lives a minute. */
class Names {
  private bySlug = new Map<string, Entry>()
  private byId = new Map<number, Entry>()
  private since = performance.now()

  constructor(private readonly read: Read) {}

  async find({ slugs = [], ids = [] }: Wanted): Promise<Entries> {
    this.forgetOld()
    const [newSlugs, newIds] = [
      slugs.filter((slug) => slug !== NONE && !this.bySlug.has(slug)),
      ids.filter((id) => !this.byId.has(id)),
    ]
    const read = newSlugs.length + newIds.length > 0 ? await this.read(newSlugs, newIds) : []
    for (const entry of read) {
      this.bySlug.set(entry.slug, entry)
      this.byId.set(entry.id, entry)
    }
    const known = [...slugs.map((slug) => this.bySlug.get(slug)), ...ids.map((id) => this.byId.get(id))]
    return new Entries([...known.filter((entry) => entry !== undefined), ...read])
  }

  private forgetOld(): void {
    const isOld = performance.now() - this.since > KEPT_FOR_MS
    if (!isOld && this.byId.size < MOST_KEPT) return
    this.bySlug = new Map()
    this.byId = new Map()
    this.since = performance.now()
  }
}

const names = new WeakMap<Db, { companies: Names; cities: Names }>()

function namesOf(database: Db): { companies: Names; cities: Names } {
  const known = names.get(database)
  if (known) return known
  const made = { companies: new Names(readCompanies), cities: new Names(readCities) }
  names.set(database, made)
  return made
}

// Named, so that they are planned once for each connection; by key alone, which every plan does alike.
const companies = {
  name: 'companies-by-id',
  text: 'select id, slug, name as label from companies where id = any($1::int[])',
}
const companiesNamed = {
  name: 'companies-by-slug',
  text: 'select id, slug, name as label from companies where slug = any($1::text[])',
}
// The slug of a city names its region where a larger one of the country has its name; so does the label then.
const city = `select p.id, p.slug, p.country_id as "countryId",
    concat_ws(', ', p.name, case when p.slug like '%-' || r.slug then r.name end, c.name) as label
  from places p join places c on c.id = p.country_id left join places r on r.id = p.region_id`
const cities = { name: 'cities-by-id', text: `${city} where p.id = any($1::int[])` }
const citiesNamed = {
  name: 'cities-by-slug',
  text: `${city} where p.kind = 'city' and p.slug = any($1::text[])`,
}

type Keyed = { name: string; text: string }

function reading(byId: Keyed, bySlug: Keyed): Read {
  const read = async (statement: Keyed, values: readonly (string | number)[]) =>
    values.length === 0 ? [] : (await pool().query<Entry>({ ...statement, values: [values] })).rows
  return async (slugs, ids) => {
    const [named, numbered] = await Promise.all([read(bySlug, slugs), read(byId, ids)])
    return [...named, ...numbered]
  }
}

const readCompanies = reading(companies, companiesNamed)
const readCities = reading(cities, citiesNamed)

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
