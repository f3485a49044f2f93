import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { codeOf, employmentTypes, NOT_STATED, seniorities, workplaces } from '@/db/values'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
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
import type { Ignored } from './grammar'
import { nearest } from './nearest'
import { type Choice, type ChoiceKey, choiceKeys, NONE, type Search, WORLDWIDE } from './search'
import { readWhere } from './where'

export type ChoiceIds = { any: readonly number[]; not: readonly number[] }

/** The words of a search as PostgreSQL reads them. */
export type Words = {
  /** False when they only exclude (`-java`): no index can find what lacks a word. */
  findable: boolean
}

/** A search with its slugs looked up. Value 0 of a facet is "not stated". */
export type Resolved = {
  /** What was understood: without the values that do not exist, and without words that are all stop words. */
  search: Search
  ids: Readonly<Record<ChoiceKey, ChoiceIds>>
  skillAll: readonly number[]
  words: Words | null
  ignored: readonly Ignored[]
  /** A filter of which nothing was understood: a page leaves it aside and says so, an alert must match nothing. */
  lostFilter: boolean
  labelOf: (key: ChoiceKey, slug: string) => string
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
  const [dictionary, company, place, words] = await Promise.all([
    loadDictionary(),
    findCompanies({ slugs: slugsOf(search.company) }),
    findCities({ slugs: slugsOf(search.place) }),
    readWords(search.q),
  ])
  const entries = { ...dictionary, company, place, from: dictionary.country }
  const lookup = new Lookup(entries)
  const choices = Object.fromEntries(choiceKeys.map((key) => [key, lookup.choice(key, search[key])]))
  const skillAll = lookup.values('skill', 'skill.all', search.skillAll)
  if (search.q !== null && words === null) {
    lookup.ignored.push({ key: 'q', value: search.q, reason: 'no-words', nearest: null })
  }
  await addNearest(lookup.ignored, dictionary)
  const understood = { ...search, ...choices, skillAll, q: words ? search.q : null }
  const lostFilter =
    choiceKeys.some((key) => search[key].any.length > 0 && understood[key].any.length === 0) ||
    skillAll.length < search.skillAll.length ||
    understood.q !== search.q
  return {
    search: understood,
    ids: lookup.ids as Record<ChoiceKey, ChoiceIds>,
    skillAll: skillAll.map((slug) => lookup.idOf('skill', slug) ?? NOT_STATED),
    words,
    ignored: lookup.ignored,
    lostFilter,
    labelOf: (key, slug) => lookup.labelOf(key, slug),
    entries,
  }
}

function slugsOf(choice: Choice): string[] {
  return [...choice.any, ...choice.not]
}

const closed = {
  seniority: { values: seniorities, labels: seniorityLabels },
  type: { values: employmentTypes, labels: employmentTypeLabels },
  workplace: { values: workplaces, labels: workplaceLabels },
} as const

class Lookup {
  readonly ignored: Ignored[] = []
  readonly ids: Partial<Record<ChoiceKey, ChoiceIds>> = {}

  constructor(private readonly entries: Record<NamedKey, Entries>) {}

  choice(key: ChoiceKey, choice: Choice): Choice {
    const known = { any: this.values(key, key, choice.any), not: this.values(key, `not.${key}`, choice.not) }
    const ids = (slugs: readonly string[]) => slugs.map((slug) => this.idOf(key, slug) ?? NOT_STATED)
    this.ids[key] = { any: ids(known.any), not: ids(known.not) }
    return known
  }

  values(key: ChoiceKey, parameter: string, slugs: readonly string[]): readonly string[] {
    return slugs.filter((slug) => {
      if (this.idOf(key, slug) !== null) return true
      this.ignored.push({ key: parameter, value: slug, reason: 'unknown-value', nearest: null })
      return false
    })
  }

  idOf(key: ChoiceKey, slug: string): number | null {
    // Every job has a company: there is no "not stated" to ask for.
    if (slug === NONE) return key === 'company' ? null : NOT_STATED
    if (key === 'from' && slug === WORLDWIDE) return WHOLE_WORLD
    if (key === 'seniority' || key === 'type' || key === 'workplace') {
      const values: readonly string[] = closed[key].values
      return values.includes(slug) ? codeOf(values, slug) : null
    }
    return this.entries[key].named(slug)?.id ?? null
  }

  labelOf(key: ChoiceKey, slug: string): string {
    if (slug === NONE) return 'Not stated'
    if (key === 'from' && slug === WORLDWIDE) return 'Worldwide'
    if (key === 'seniority' || key === 'type' || key === 'workplace') {
      const labels: Readonly<Record<string, string>> = closed[key].labels
      return labels[slug] ?? slug
    }
    return this.entries[key].named(slug)?.label ?? slug
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

/** Null when there is no word to search for: only stop words or signs. */
async function readWords(q: string | null): Promise<Words | null> {
  if (q === null) return null
  const { rows } = await db().execute<{ nodes: number; tree: string }>(sql`
    select numnode(w) as nodes, querytree(w) as tree from websearch_to_tsquery('pg_catalog.english', ${q}) w`)
  const [words] = rows
  if (!words || words.nodes === 0) return null
  return { findable: words.tree !== 'T' && words.tree !== '' }
}
