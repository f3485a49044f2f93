import path from 'node:path'
import { expandBraces, plain } from '@/lib/taxonomy/text'
import { titleWords } from '@/lib/taxonomy/title-words'
import type { Place, PlaceAliasRow, SkillRow, TaxonomyRows } from '@/lib/taxonomy/types'
import { readGzip, readJson, seedFolder, taxonomyFolder } from './files'

export type SeedPlace = Place
type RoleEntry = { id: number; slug: string; name: string; kind: string; aliases: string[] }
type SkillEntry = SkillRow & { aliases: string[] }
type PlaceAliases = { names: Record<string, string[]>; codes: Record<string, string[]> }

/** The rows of the taxonomy as the files have them; the database gets the same. */
export function readTaxonomyRows(): TaxonomyRows & { places: SeedPlace[] } {
  const roles = readJson<RoleEntry[]>(path.join(taxonomyFolder, 'roles.json'))
  const skills = readJson<SkillEntry[]>(path.join(taxonomyFolder, 'skills.json'))
  const places = readPlaces()
  return {
    roles: roles.map(({ id, slug, name, kind }) => ({ id, slug, name, kind })),
    roleAliases: aliasRows(roles, (entry) =>
      entry.aliases.flatMap(expandBraces).map((alias) => titleWords(alias).join(' ')),
    ).map(({ alias, id }) => ({ alias, roleId: id })),
    skills: skills.map(({ id, slug, name, kind }) => ({ id, slug, name, kind })),
    skillAliases: aliasRows(skills, (entry) =>
      [entry.name, ...entry.aliases].map((alias) => alias.toLowerCase()),
    ).map(({ alias, id }) => ({ alias, skillId: id })),
    places,
    placeAliases: placeAliasRows(places),
  }
}

function readPlaces(): SeedPlace[] {
  const [head = '', ...lines] = readGzip(path.join(seedFolder, 'places.tsv.gz')).trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const number = (name: string) => (cell(name) === '' ? null : Number(cell(name)))
    return {
      id: Number(cell('id')),
      kind: cell('kind') as Place['kind'],
      slug: cell('slug'),
      name: cell('name'),
      countryCode: cell('country_code'),
      countryId: Number(cell('country_id')),
      regionId: number('region_id'),
      population: Number(cell('population')),
      lat: number('lat'),
      lon: number('lon'),
    }
  })
}

/** Throws when an alias stands in two entries: it could not be resolved, and the table has it as its key. */
function aliasRows<T extends { id: number; slug: string }>(
  entries: readonly T[],
  aliasesOf: (entry: T) => string[],
): { alias: string; id: number }[] {
  const owners = new Map<string, T>()
  for (const entry of entries) {
    for (const alias of aliasesOf(entry)) {
      const owner = owners.get(alias) ?? entry
      if (owner !== entry) throw new Error(`alias "${alias}" stands in ${owner.slug} and ${entry.slug}`)
      owners.set(alias, entry)
    }
  }
  return [...owners].map(([alias, { id }]) => ({ alias, id }))
}

function placeAliasRows(places: readonly Place[]): PlaceAliasRow[] {
  const { names, codes } = readJson<PlaceAliases>(path.join(taxonomyFolder, 'place-aliases.json'))
  const ids = new Map(places.map((place) => [`${place.kind}/${place.slug}`, place.id]))
  const idOf = (ref: string) => {
    const id = ids.get(ref)
    if (id === undefined) throw new Error(`place-aliases.json names ${ref}, which is no place`)
    return id
  }
  const named = Object.entries(names).flatMap(([ref, aliases]) =>
    [...new Set(aliases.map(plain))].map((alias) => ({ alias, placeId: idOf(ref) })),
  )
  const coded = Object.entries(codes).flatMap(([alias, refs]) =>
    refs.map((ref) => ({ alias, placeId: idOf(ref) })),
  )
  return [...named, ...coded]
}
