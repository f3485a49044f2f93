import type pg from 'pg'
import type { TaxonomyRows } from '@/lib/taxonomy/types'
import type { SeedPlace } from './taxonomy-rows'

/** Adds and renames; an entry that is gone from the files stays, since jobs and searches may name it. */
export async function loadEntries(
  client: pg.Client,
  rows: TaxonomyRows & { places: readonly SeedPlace[] },
): Promise<void> {
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
    `insert into skills (id, slug, name)
     select id, slug, name from jsonb_to_recordset($1::jsonb) as r(id int, slug text, name text)
     on conflict (id) do update set (slug, name) = (excluded.slug, excluded.name)`,
    [JSON.stringify(rows.skills)],
  )
  await client.query('delete from skill_aliases')
  await client.query(
    `insert into skill_aliases (alias, skill_id)
     select alias, "skillId" from jsonb_to_recordset($1::jsonb) as r(alias text, "skillId" int)`,
    [JSON.stringify(rows.skillAliases)],
  )
  await loadPlaces(client, rows)
}

async function loadPlaces(
  client: pg.Client,
  rows: TaxonomyRows & { places: readonly SeedPlace[] },
): Promise<void> {
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
