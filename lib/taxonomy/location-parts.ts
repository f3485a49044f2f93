import type { Workplace } from '@/db/values'
import type { LocationIndex } from './location-index'
import { type Marks, type Token, tokensOf } from './location-tokens'
import type { Mention } from './place-names'
import { afterTown } from './town-states'
import type { LocationWords, Place } from './types'

/** One alternative of a location string: "Berlin" and "Remote (UK)" in "Berlin or Remote (UK)". */
export type LocationPart = {
  mentions: Mention[]
  workplaces: Set<Workplace | 'undecided'>
  groups: string[]
  worldwide: boolean
  /** "Remote" is tied to the rest by a comma alone: "Remote, Austin" may offer a choice. */
  isLoose: boolean
  /** Filled once the names are resolved. */
  places: readonly Place[]
}

export type Said =
  | { is: 'mark'; mark: Marks }
  | { is: 'word'; kind: keyof LocationWords; anywhere: boolean }
  | { is: 'group'; name: string }
  | { is: 'place'; mention: Mention }
  | { is: 'unknown' }

export function partsOf(index: LocationIndex, text: string): LocationPart[] {
  const chunks = splitAt(read(index, tokensOf(text)), (said) => said.is === 'mark' && said.mark === 'or')
  return chunks
    .flatMap(splitRemote)
    .map((said) => partOf(index, said))
    .filter(saysSomething)
}

function read(index: LocationIndex, tokens: readonly Token[]): Said[] {
  const words = tokens.map((token) => token.word)
  const said: Said[] = []
  for (let i = 0; i < tokens.length; ) {
    const { what, end } = readAt(index, tokens, words, i)
    said.push(what)
    i = end
  }
  return said
}

/** The longest phrase at a position; of two as long, a word about the workplace, then a group, a filler, a place. */
function readAt(
  index: LocationIndex,
  tokens: readonly Token[],
  words: readonly string[],
  i: number,
): { what: Said; end: number } {
  const token = tokens[i]
  const word = index.words.longestAt(words, i)
  const group = index.groups.longestAt(words, i)
  const name = placeAt(index, tokens, words, i)
  const longest = Math.max(word?.end ?? 0, group?.end ?? 0, name?.end ?? 0)
  const isNoise = word?.value === 'noise'
  if (isNoise && longest === i + 1 && standsApart(index, tokens, i)) {
    const coded = placeAt(index, tokens, words, i)
    if (coded) return { what: { is: 'place', mention: coded.mention }, end: coded.end }
  }
  if (/^\d{5}$/.test(token?.word ?? ''))
    return { what: { is: 'word', kind: 'noise', anywhere: false }, end: i + 1 }
  if (token?.mark && longest <= i + 1) return { what: { is: 'mark', mark: token.mark }, end: i + 1 }
  if (word && !isNoise && word.end === longest) {
    const anywhere = words.slice(i, word.end).includes('anywhere')
    return { what: { is: 'word', kind: word.value, anywhere }, end: longest }
  }
  if (group && group.end === longest) return { what: { is: 'group', name: group.value }, end: longest }
  if (word && word.end === longest)
    return { what: { is: 'word', kind: 'noise', anywhere: false }, end: longest }
  if (name && name.end === longest) return { what: { is: 'place', mention: name.mention }, end: longest }
  return { what: { is: 'unknown' }, end: i + 1 }
}

/** `IN` between marks is Indiana: "Crane, IN", but "remote in US". */
function standsApart(index: LocationIndex, tokens: readonly Token[], i: number): boolean {
  const isBound = (token: Token | undefined) =>
    !token || token.mark !== undefined || /^\d{5}$/.test(token.word)
  return index.codes.has(tokens[i]?.raw ?? '') && isBound(tokens[i - 1]) && isBound(tokens[i + 1])
}

function placeAt(
  index: LocationIndex,
  tokens: readonly Token[],
  words: readonly string[],
  i: number,
): { mention: Mention; end: number } | null {
  const named = index.names.longestAt(words, i)
  const coded = index.codes.get(tokens[i]?.raw ?? '') ?? []
  const name = words.slice(i, named?.end ?? i + 1).join(' ')
  if (named && named.end > i + 1) return { mention: mentionOf(index, name, named.value), end: named.end }
  if (named) {
    const places = [...named.value.places, ...coded.filter((place) => !named.value.places.includes(place))]
    return { mention: mentionOf(index, name, { ...named.value, places }), end: named.end }
  }
  if (coded.length === 0) return null
  return {
    mention: { name, places: coded, preferred: null, isCode: true, needsQualifier: false },
    end: i + 1,
  }
}

function mentionOf(
  index: LocationIndex,
  name: string,
  names: Pick<Mention, 'places' | 'preferred'>,
): Mention {
  return { name, ...names, isCode: false, needsQualifier: index.needQualifier.has(name) }
}

/** In a list of places "remote" with a place of its own is one more alternative: "Chicago, NYC, US Remote". */
function splitRemote(chunk: readonly Said[]): Said[][] {
  const parts: Said[][] = []
  let current: Said[] = []
  for (const item of splitAt(chunk, isComma)) {
    if (isApart(current, item)) {
      parts.push(current)
      current = []
    }
    current = [...current, { is: 'mark', mark: 'list' }, ...item]
  }
  return [...parts, current]
}

/** Not "Austin, Texas Remote", where the place beside "remote" only says where Austin lies. */
function isApart(before: readonly Said[], item: readonly Said[]): boolean {
  const [first = []] = splitAt(item, (one) => one.is === 'mark')
  if (!isRemote(first) || !namesPlace(item) || !namesPlace(before)) return false
  const last = before.findLast((one) => one.is === 'place')
  const states = first.flatMap((one) => (one.is === 'place' ? one.mention.places : []))
  const lies =
    last?.is === 'place' && last.mention.places.some((place) => states.some((state) => liesIn(place, state)))
  return !lies
}

function liesIn(place: Place, state: Place): boolean {
  return state.kind === 'region' && place.regionId === state.id && place.id !== state.id
}

function isComma(said: Said): boolean {
  return said.is === 'mark' && said.mark === 'list'
}

function isRemote(said: readonly Said[]): boolean {
  return said.some((one) => one.is === 'word' && one.kind === 'remote')
}

function namesPlace(said: readonly Said[]): boolean {
  return said.some((one) => one.is === 'place')
}

function partOf(index: LocationIndex, said: readonly Said[]): LocationPart {
  const isLoose = splitAt(said, isComma).some((item) => isRemote(item) && !namesPlace(item))
  const part: LocationPart = {
    mentions: [],
    workplaces: new Set(),
    groups: [],
    worldwide: false,
    isLoose,
    places: [],
  }
  const items = splitAt(said, (one) => one.is === 'mark')
  for (const [i, item] of items.entries()) {
    const known = !item.some((one) => one.is === 'unknown')
    for (const one of item) {
      if (one.is === 'word') addWord(part, one)
      if (one.is === 'group' && known) part.groups.push(one.name)
      // "Neo Gulf Canada Square" is an address: a name among unknown words may be part of something else.
      if (one.is === 'place' && known) part.mentions.push(afterTown(index, items, i, one.mention))
    }
  }
  return part
}

function addWord(part: LocationPart, { kind, anywhere }: Extract<Said, { is: 'word' }>): void {
  if (kind === 'worldwide' || anywhere) part.worldwide = true
  if (kind === 'remote' || kind === 'hybrid' || kind === 'onsite' || kind === 'undecided')
    part.workplaces.add(kind)
}

function saysSomething(part: LocationPart): boolean {
  return part.mentions.length > 0 || part.workplaces.size > 0 || part.groups.length > 0 || part.worldwide
}

function splitAt<T>(items: readonly T[], isCut: (item: T) => boolean): T[][] {
  const parts: T[][] = [[]]
  for (const item of items) {
    if (isCut(item)) parts.push([])
    else parts.at(-1)?.push(item)
  }
  return parts.filter((part) => part.length > 0)
}
