import { employmentTypes, seniorities, visaPolicies, workplaces } from '@/db/values'
import {
  type ChoiceKey,
  choiceKeys,
  firstPage,
  NONE,
  OTHER_CURRENCY,
  type PageAt,
  type Search,
  textValues,
} from '../search'

/** The URL grammar of SEARCH.md §1a. Saved searches, feeds and guides store it: it grows, and never changes meaning. */
export const singleKeys = [
  'q',
  'pay',
  'currency',
  'period',
  'posted',
  'seen',
  'radius',
  'near_or_remote',
  'sort',
  'after',
  'before',
  'limit',
] as const
export type SingleKey = (typeof singleKeys)[number]

/** Something in the URL that had no effect; `nearest` is what was probably meant, `nearestLabel` how it is written. */
export type Ignored = {
  key: string
  value: string | null
  reason: 'unknown-parameter' | 'unknown-value' | 'no-words' | 'needs-pay' | 'needs-place'
  nearest: string | null
  nearestLabel?: string
}

/** Something that cannot be answered: the API says 400, the page names it beside the results of what was understood. */
export type Refusal = {
  key: string
  reason:
    | 'given-twice'
    | 'too-many'
    | 'too-long'
    | 'out-of-range'
    | 'bad-cursor'
    | 'both-cursors'
    | 'too-slow'
}

export const knownKeys: ReadonlySet<string> = new Set([
  ...choiceKeys,
  ...choiceKeys.map((key) => `not.${key}`),
  'skill.all',
  'not.pay',
  'also.pay',
  'where',
  ...singleKeys,
])

/** Facets whose values are a closed list; the values of the others are slugs from the database. */
export const closedValues: Partial<Record<ChoiceKey, readonly string[]>> = {
  seniority: seniorities,
  workplace: workplaces,
  type: employmentTypes,
  visa: visaPolicies,
  text: textValues,
}

/** The canonical search: keys and values sorted, nothing that says the same as its absence. No leading `?`. */
export function printSearch(search: Search): string {
  return printPairs(pairsOf(search))
}

/** The canonical search with its page: what a link to the next page says. */
export function printPage(search: Search, at: Partial<PageAt>): string {
  const pairs = pairsOf(search)
  if (at.after) pairs.push(['after', at.after])
  if (at.before) pairs.push(['before', at.before])
  if (at.limit && at.limit !== firstPage.limit) pairs.push(['limit', String(at.limit)])
  return printPairs(pairs)
}

type Pair = [key: string, value: string]

function pairsOf(search: Search): Pair[] {
  const pairs: Pair[] = []
  for (const key of choiceKeys) {
    for (const value of search[key].any) pairs.push([key, value])
    for (const value of search[key].not) pairs.push([`not.${key}`, value])
  }
  for (const value of search.skillAll) pairs.push(['skill.all', value])
  for (const key of ['q', 'posted', 'seen'] as const) {
    const value = search[key]
    if (value !== null) pairs.push([key, value])
  }
  if (search.radius !== null) pairs.push(['radius', String(search.radius)])
  if (search.nearOrRemote) pairs.push(['near_or_remote', '1'])
  if (search.sort !== 'newest') pairs.push(['sort', search.sort])
  return [...pairs, ...payPairs(search)]
}

function payPairs({ pay }: Search): Pair[] {
  if (!pay) return []
  const pairs: Pair[] = pay.statedOnly ? [['not.pay', NONE]] : []
  if (pay.floor === null) return pairs
  if (pay.floor === NONE) return [...pairs, ['pay', NONE]]
  if (pay.anyCurrency) pairs.push(['also.pay', OTHER_CURRENCY])
  // The currency is always printed: the board's own may change, what a saved search means may not.
  pairs.push(['pay', pay.floor.amount], ['currency', pay.floor.currency])
  if (pay.floor.period !== 'year') pairs.push(['period', pay.floor.period])
  return pairs
}

function printPairs(pairs: Pair[]): string {
  const sorted = pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
  return new URLSearchParams(sorted).toString()
}

/** By code unit, so that the order is the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
