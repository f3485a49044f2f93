import { type Marks, type Token, tokensOf } from './location-tokens'
import { PhraseIndex } from './text'
import type { LocationWords, Place, TaxonomyRows, TaxonomyRules } from './types'

/** What a phrase may name. `preferred` is the one that an alias says it means where nothing else is stated. */
export type Names = { places: readonly Place[]; preferred: Place | null }

export type LocationIndex = {
  names: PhraseIndex<Names>
  /** ISO 3166-1 codes and the codes of states: they count only in capitals. */
  codes: ReadonlyMap<string, readonly Place[]>
  words: PhraseIndex<keyof LocationWords>
  groups: PhraseIndex<string>
  countriesOf: ReadonlyMap<string, readonly string[]>
  needQualifier: ReadonlySet<string>
  /** Code -> the state that it means after the name of a town. */
  townStates: ReadonlyMap<string, Place>
}

export function locationIndex(rows: TaxonomyRows, { locationWords, groups }: TaxonomyRules): LocationIndex {
  const codes = codeIndex(rows, locationWords.stateCodes)
  return {
    names: nameIndex(rows, locationWords.notPlaces),
    codes,
    words: wordIndex(locationWords),
    groups: groupIndex(groups),
    countriesOf: new Map(Object.keys(groups).map((name) => [name, countriesIn(groups, name)])),
    needQualifier: new Set(locationWords.needQualifier.map((name) => phrase(name).join(' '))),
    townStates: townStates(codes, locationWords),
  }
}

function nameIndex({ places, placeAliases }: TaxonomyRows, notPlaces: readonly string[]): PhraseIndex<Names> {
  const byId = new Map(places.map((place) => [place.id, place]))
  const named = new Map<string, { places: Place[]; aliased: Place[] }>()
  const at = (name: string) => {
    const key = phrase(name).join(' ')
    const known = named.get(key) ?? { places: [], aliased: [] }
    named.set(key, known)
    return known
  }
  for (const place of places) at(place.name).places.push(place)
  for (const { alias, placeId } of placeAliases) {
    const place = byId.get(placeId)
    if (place && !isCode(alias)) at(alias).aliased.push(place)
  }
  for (const name of notPlaces) named.delete(phrase(name).join(' '))
  const index = new PhraseIndex<Names>()
  for (const [key, { places: own, aliased }] of named) {
    const all = [...own, ...aliased.filter((place) => !own.includes(place))]
    index.add(key.split(' '), { places: all, preferred: aliased.length === 1 ? (aliased[0] ?? null) : null })
  }
  return index
}

function codeIndex(
  { places, placeAliases }: TaxonomyRows,
  stateCodes: readonly string[],
): Map<string, Place[]> {
  const byId = new Map(places.map((place) => [place.id, place]))
  const codes = new Map<string, Place[]>()
  const add = (code: string, place: Place | undefined) => {
    if (place) codes.set(code, [...(codes.get(code) ?? []), place])
  }
  for (const place of places) {
    if (place.kind === 'country' && !stateCodes.includes(place.countryCode)) add(place.countryCode, place)
  }
  for (const { alias, placeId } of placeAliases) if (isCode(alias)) add(alias, byId.get(placeId))
  return codes
}

function townStates(
  codes: ReadonlyMap<string, readonly Place[]>,
  { statesAfterTowns, notAfterTowns }: LocationWords,
): Map<string, Place> {
  const states = new Map<string, Place>()
  for (const [code, places] of codes) {
    const state = places.find((one) => one.kind === 'region' && statesAfterTowns.includes(one.countryCode))
    if (state && !notAfterTowns.includes(code)) states.set(code, state)
  }
  return states
}

function isCode(alias: string): boolean {
  return /^[A-Z]{2,3}$/.test(alias)
}

function wordIndex(words: LocationWords): PhraseIndex<keyof LocationWords> {
  const index = new PhraseIndex<keyof LocationWords>()
  for (const kind of ['noise', 'worldwide', 'onsite', 'remote', 'hybrid', 'undecided'] as const) {
    for (const word of words[kind]) index.add(phrase(word), kind)
  }
  return index
}

function groupIndex(groups: TaxonomyRules['groups']): PhraseIndex<string> {
  const index = new PhraseIndex<string>()
  for (const [name, { aliases }] of Object.entries(groups)) {
    for (const alias of [name, ...aliases]) index.add(phrase(alias), name)
  }
  return index
}

/** A group may hold other groups: `eea` is `eu` and three more. */
function countriesIn(groups: TaxonomyRules['groups'], name: string): string[] {
  const members = groups[name]?.countries ?? []
  return [...new Set(members.flatMap((one) => (one in groups ? countriesIn(groups, one) : [one])))].sort()
}

function phrase(text: string): string[] {
  return tokensOf(text).flatMap((token: Token) => (isMark(token) ? markWord(token) : [token.word]))
}

function isMark(token: Token): token is Token & { mark: Marks } {
  return token.mark !== undefined
}

/** "Bosnia and Herzegovina" is one name although `and` parts a list. */
function markWord(token: Token): string[] {
  return /^\p{L}+$/u.test(token.word) ? [token.word] : []
}
