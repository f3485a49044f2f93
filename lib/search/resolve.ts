import { NOT_STATED } from '@/db/values'
import { type Entries, findCities, findCompanies, loadDictionary, type NamedKey } from './dictionary'
import { findGroup, loadGeography } from './geography'
import { type ChoiceIds, Lookup } from './lookup'
import { citiesWithin } from './near'
import { type Choice, type ChoiceKey, choiceKeys, type Search } from './search'
import type { Ignored } from './url/grammar'
import { addNearest } from './url/nearest-known'
import { readWords, type Words } from './words/read-words'

/** A search with its slugs looked up. Value 0 of a facet is "not stated". */
export type Resolved = {
  /** What was understood: without the values that do not exist, and without words that are all stop words. */
  search: Search
  ids: Readonly<Record<ChoiceKey, ChoiceIds>>
  skillAll: readonly number[]
  /** The chosen cities and those within the radius around them. */
  near: readonly number[]
  /** Countries from which a remote job counts as near: those asked for, else those of the chosen places. */
  nearFrom: readonly number[]
  words: Words | null
  ignored: readonly Ignored[]
  /** A filter of which nothing was understood: a page leaves it aside and says so, an alert must match nothing. */
  lostFilter: boolean
  labelOf: (key: ChoiceKey, slug: string) => string
  /** Null for a name of several countries. */
  idOf: (key: ChoiceKey, slug: string) => number | null
  entries: Readonly<Record<NamedKey, Entries>>
}

const resolving = new WeakMap<Search, Promise<Resolved>>()

/** Looks up each slug of a search, once for each `Search` object: page, counts and chips of one request share it. */
export function resolveSearch(search: Search): Promise<Resolved> {
  const known = resolving.get(search)
  if (known) return known
  const resolved = resolve(search)
  resolving.set(search, resolved)
  resolved.then(
    (result) => resolving.set(result.search, resolved),
    () => resolving.delete(search),
  )
  return resolved
}

async function resolve(search: Search): Promise<Resolved> {
  const [dictionary, geography, company, place, words] = await Promise.all([
    loadDictionary(),
    loadGeography(),
    findCompanies({ slugs: slugsOf(search.company) }),
    findCities({ slugs: slugsOf(search.place) }),
    search.q === null ? null : readWords(search.q),
  ])
  const entries = { ...dictionary, company, place, from: dictionary.country }
  const lookup = new Lookup(entries, (slug) => findGroup(slug, dictionary.country))
  const choices = Object.fromEntries(choiceKeys.map((key) => [key, lookup.choice(key, search[key])]))
  const skillAll = lookup.values('skill', 'skill.all', search.skillAll)
  if (search.q !== null && words === null) {
    lookup.ignored.push({ key: 'q', value: search.q, reason: 'no-words', nearest: null })
  }
  await addNearest(lookup.ignored, dictionary)
  const ids = lookup.ids as Record<ChoiceKey, ChoiceIds>
  const places = ids.place.any.filter((id) => id !== NOT_STATED)
  const needsPlace = places.length === 0
  if (needsPlace && search.radius !== null) lookup.ignored.push(placeless('radius', String(search.radius)))
  if (needsPlace && search.nearOrRemote) lookup.ignored.push(placeless('near_or_remote', '1'))
  const understood: Search = {
    ...search,
    ...choices,
    skillAll,
    q: words ? search.q : null,
    radius: needsPlace ? null : search.radius,
    nearOrRemote: !needsPlace && search.nearOrRemote,
  }
  const lostFilter =
    choiceKeys.some((key) => search[key].any.length > 0 && understood[key].any.length === 0) ||
    skillAll.length < search.skillAll.length ||
    understood.q !== search.q
  return {
    search: understood,
    ids,
    skillAll: skillAll.flatMap((slug) => lookup.idsOf('skill', slug) ?? []),
    near:
      understood.radius === null
        ? ids.place.any
        : withNotStated(ids.place.any, citiesWithin(geography, places, understood.radius)),
    nearFrom: ids.from.any.length > 0 ? ids.from.any : countriesOf(places, place),
    words,
    ignored: lookup.ignored,
    lostFilter,
    labelOf: (key, slug) => lookup.labelOf(key, slug),
    idOf: (key, slug) => lookup.idOf(key, slug),
    entries,
  }
}

/** Regions are counted for the countries chosen; all 3,900 at once are no choice. */
export function hasRegions({ ids }: Resolved): boolean {
  return ids.country.any.length + ids.region.any.length + ids.region.not.length > 0
}

function placeless(key: 'radius' | 'near_or_remote', value: string): Ignored {
  return { key, value, reason: 'needs-place', nearest: null }
}

function withNotStated(asked: readonly number[], near: readonly number[]): number[] {
  return asked.includes(NOT_STATED) ? [NOT_STATED, ...near] : [...near]
}

function countriesOf(cities: readonly number[], entries: Entries): number[] {
  return [...new Set(cities.flatMap((id) => entries.numbered(id)?.countryId ?? []))]
}

function slugsOf(choice: Choice): string[] {
  return [...choice.any, ...choice.not]
}
