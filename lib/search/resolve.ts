import { codeOf, employmentTypes, NOT_STATED, seniorities, visaPolicies, workplaces } from '@/db/values'
import { employmentTypeLabels, seniorityLabels, visaLabels, workplaceLabels } from '@/lib/jobs/labels'
import { WORLDWIDE as WHOLE_WORLD } from '@/lib/jobs/terms'
import {
  type Dictionary,
  type Entries,
  findCities,
  findCompanies,
  likelySlugs,
  loadDictionary,
  type NamedKey,
} from './dictionary'
import { findGroup, loadGeography } from './geography'
import type { Ignored } from './grammar'
import { citiesWithin } from './near'
import { nearest } from './nearest'
import { readWords, type Words } from './read-words'
import { type Choice, type ChoiceKey, choiceKeys, NONE, type Search, textValues, WORLDWIDE } from './search'
import { readWhere } from './where'

export type ChoiceIds = { any: readonly number[]; not: readonly number[] }

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

/** Facets of which a value can be the name of several countries: `from=eu`. */
const groupKeys: ReadonlySet<ChoiceKey> = new Set(['country', 'from'])

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

const closed = {
  seniority: { values: seniorities, labels: seniorityLabels },
  type: { values: employmentTypes, labels: employmentTypeLabels },
  workplace: { values: workplaces, labels: workplaceLabels },
  visa: { values: visaPolicies, labels: visaLabels },
  text: { values: textValues, labels: { yes: 'Full text here', none: 'Only at the employer’s site' } },
} as const

function isClosed(key: ChoiceKey): key is keyof typeof closed {
  return key in closed
}

class Lookup {
  readonly ignored: Ignored[] = []
  readonly ids: Partial<Record<ChoiceKey, ChoiceIds>> = {}

  constructor(
    private readonly entries: Record<NamedKey, Entries>,
    private readonly group: (slug: string) => { ids: number[]; label: string } | null,
  ) {}

  choice(key: ChoiceKey, choice: Choice): Choice {
    const known = { any: this.values(key, key, choice.any), not: this.values(key, `not.${key}`, choice.not) }
    const ids = (slugs: readonly string[]) => [
      ...new Set(slugs.flatMap((slug) => this.idsOf(key, slug) ?? [])),
    ]
    this.ids[key] = { any: ids(known.any), not: ids(known.not) }
    return known
  }

  values(key: ChoiceKey, parameter: string, slugs: readonly string[]): readonly string[] {
    return slugs.filter((slug) => {
      if (this.idsOf(key, slug) !== null) return true
      this.ignored.push({ key: parameter, value: slug, reason: 'unknown-value', nearest: null })
      return false
    })
  }

  idsOf(key: ChoiceKey, slug: string): number[] | null {
    // Every job has a company: there is no "not stated" to ask for.
    if (slug === NONE) return key === 'company' ? null : [NOT_STATED]
    if (key === 'from' && slug === WORLDWIDE) return [WHOLE_WORLD]
    if (isClosed(key)) {
      const values: readonly string[] = closed[key].values
      return values.includes(slug) ? [codeOf(values, slug)] : null
    }
    const entry = this.entries[key].named(slug)
    if (entry) return [entry.id]
    return groupKeys.has(key) ? (this.group(slug)?.ids ?? null) : null
  }

  idOf(key: ChoiceKey, slug: string): number | null {
    const [id, ...more] = this.idsOf(key, slug) ?? []
    return id === undefined || more.length > 0 ? null : id
  }

  labelOf(key: ChoiceKey, slug: string): string {
    if (isClosed(key)) {
      const labels: Readonly<Record<string, string>> = closed[key].labels
      return labels[slug] ?? (slug === NONE ? 'Not stated' : slug)
    }
    if (slug === NONE) return 'Not stated'
    if (key === 'from' && slug === WORLDWIDE) return 'Worldwide'
    const label = this.entries[key].named(slug)?.label
    return label ?? (groupKeys.has(key) ? this.group(slug)?.label : undefined) ?? slug
  }
}

/** More misspellings than this in one search are not worth a look at every known word. */
const MAX_NEAREST = 8

async function addNearest(ignored: Ignored[], dictionary: Dictionary): Promise<void> {
  const misspelt = ignored.filter((entry) => entry.reason === 'unknown-value').slice(0, MAX_NEAREST)
  for (const entry of misspelt) {
    const kind = entry.key.replace(/^not\.|\.all$/g, '') as NamedKey
    Object.assign(entry, await nearestTo(entry.value ?? '', kind, dictionary))
  }
}

type Near = Pick<Ignored, 'nearest' | 'nearestLabel'>

async function nearestTo(typed: string, kind: NamedKey, dictionary: Dictionary): Promise<Near> {
  if (kind === 'country' || kind === 'region' || kind === 'place' || kind === 'from') {
    // `country=germany`: codes are two letters long, so a name is looked up as a name.
    const { places } = await readWhere(typed.replaceAll('-', ' '))
    const meant = places.find((place) => place.key === (kind === 'from' ? 'country' : kind))
    if (meant) return { nearest: meant.slug, nearestLabel: meant.label }
  }
  if (kind === 'country' || kind === 'from') return { nearest: null }
  const known =
    kind === 'place' || kind === 'company' ? await likelySlugs(kind, typed) : dictionary[kind].slugs()
  const slug = nearest(typed, known)
  const label =
    slug && kind !== 'place' && kind !== 'company' ? dictionary[kind].named(slug)?.label : undefined
  return { nearest: slug, ...(label ? { nearestLabel: label } : {}) }
}
