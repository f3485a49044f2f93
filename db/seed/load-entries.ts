import type pg from 'pg'
import type { TaxonomyRows } from '@/lib/taxonomy/types'

/**
 * Adds and renames; an entry that is gone from the files stays, since jobs and searches may name it. Cards that print a name
 * that changed are made anew.
 */
export async function loadEntries(client: pg.Client, rows: TaxonomyRows): Promise<void> {
  const skillIds = await renamed(client, 'skills', rows.skills)
  const placeIds = await renamed(client, 'places', rows.places)
  await client.query(
    `insert into roles (id, slug, name, kind)
     select id, slug, name, kind from jsonb_to_recordset($1::jsonb) as r(id smallint, slug text, name text, kind text)
     on conflict (id) do update set (slug, name, kind) = (excluded.slug, excluded.name, excluded.kind)`,
    [JSON.stringify(rows.roles)],
  )
  await client.query('delete from role_aliases')
  await client.query(
    `insert into role_aliases (alias, role_id)
     select alias, "roleId" from jsonb_to_recordset($1::jsonb) as r(alias text, "roleId" smallint)`,
    [JSON.stringify(rows.roleAliases)],
  )
  await client.query(
    `insert into skills (id, slug, name, kind)
     select id, slug, name, kind from jsonb_to_recordset($1::jsonb) as r(id int, slug text, name text, kind text)
     on conflict (id) do update set (slug, name, kind) = (excluded.slug, excluded.name, excluded.kind)`,
    [JSON.stringify(rows.skills)],
  )
  await client.query('delete from skill_aliases')
  await client.query(
    `insert into skill_aliases (alias, skill_id)
     select alias, "skillId" from jsonb_to_recordset($1::jsonb) as r(alias text, "skillId" int)`,
    [JSON.stringify(rows.skillAliases)],
  )
  await loadPlaces(client, rows)
  if (skillIds.length + placeIds.length > 0) await renewCards(client, { skillIds, placeIds })
}

type Named = { id: number; slug: string; name: string }

/** Ids of the entries that the table has under another name or slug. */
async function renamed(
  client: pg.Client,
  table: 'skills' | 'places',
  entries: readonly Named[],
): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select t.id from ${table} t join jsonb_to_recordset($1::jsonb) as r(id int, slug text, name text) on r.id = t.id
     where (t.slug, t.name) <> (r.slug, r.name)`,
    [JSON.stringify(entries.map(({ id, slug, name }) => ({ id, slug, name })))],
  )
  return rows.map((row) => row.id)
}

type Renamed = { skillIds: readonly number[]; placeIds: readonly number[] }

async function renewCards(client: pg.Client, { skillIds, placeIds }: Renamed): Promise<void> {
  await client.query(
    `update job_cards set card = job_card(job_id) where job_id in (
       select job_id from job_skills where skill_id = any($1::int[])
       union select job_id from job_places where place_id = any($2::int[]) or country_id = any($2::int[])
       union select job_id from job_eligibility where country_id = any($2::int[]))`,
    [skillIds, placeIds],
  )
}

async function loadPlaces(client: pg.Client, rows: TaxonomyRows): Promise<void> {
  await client.query(
    `insert into places (id, kind, slug, name, country_code, country_id, region_id, population, lat, lon)
     select id, kind, slug, name, "countryCode", "countryId", "regionId", population, lat, lon
     from jsonb_to_recordset($1::jsonb) as r(id int, kind text, slug text, name text, "countryCode" text,
       "countryId" int, "regionId" int, population bigint, lat float8, lon float8)
     on conflict (id) do update set (kind, slug, name, country_code, country_id, region_id, population, lat, lon)
       = (excluded.kind, excluded.slug, excluded.name, excluded.country_code, excluded.country_id, excluded.region_id,
          excluded.population, excluded.lat, excluded.lon)`,
    [JSON.stringify(rows.places)],
  )
  await client.query('delete from place_aliases')
  await client.query(
    `insert into place_aliases (alias, place_id)
     select alias, "placeId" from jsonb_to_recordset($1::jsonb) as r(alias text, "placeId" int)`,
    [JSON.stringify(rows.placeAliases)],
  )
}
