import { type Db, db } from '@/db/client'
import { placeAliases, places, roleAliases, roles, skillAliases, skills } from '@/db/schema'
import { buildTaxonomy, type Taxonomy } from './build'
import { taxonomyRules } from './rules'

const kept = new WeakMap<Db, Promise<Taxonomy>>()

/** Read and indexed once per process: it changes with a release or a seed, not with a request. */
export function loadTaxonomy(database: Db = db()): Promise<Taxonomy> {
  const known = kept.get(database)
  if (known) return known
  const taxonomy = read(database)
  kept.set(database, taxonomy)
  taxonomy.catch(() => kept.delete(database))
  return taxonomy
}

async function read(database: Db): Promise<Taxonomy> {
  const rows = {
    roles: await database
      .select({ id: roles.id, slug: roles.slug, name: roles.name, kind: roles.kind })
      .from(roles)
      .orderBy(roles.id),
    roleAliases: await database
      .select({ alias: roleAliases.alias, roleId: roleAliases.roleId })
      .from(roleAliases)
      .orderBy(roleAliases.alias),
    skills: await database
      .select({ id: skills.id, slug: skills.slug, name: skills.name, kind: skills.kind })
      .from(skills)
      .orderBy(skills.id),
    skillAliases: await database
      .select({ alias: skillAliases.alias, skillId: skillAliases.skillId })
      .from(skillAliases)
      .orderBy(skillAliases.alias),
    places: await database
      .select({
        id: places.id,
        kind: places.kind,
        slug: places.slug,
        name: places.name,
        countryCode: places.countryCode,
        countryId: places.countryId,
        regionId: places.regionId,
        population: places.population,
        lat: places.lat,
        lon: places.lon,
      })
      .from(places)
      .orderBy(places.id),
    placeAliases: await database
      .select({ alias: placeAliases.alias, placeId: placeAliases.placeId })
      .from(placeAliases)
      .orderBy(placeAliases.alias, placeAliases.placeId),
  }
  return buildTaxonomy(rows, taxonomyRules)
}
