import { type PayPeriod, payPeriods } from '@/db/values'
import { nearest } from '../nearest'
import {
  type Choice,
  type ChoiceKey,
  firstPage,
  MAX_PAGE_SIZE,
  NONE,
  OTHER_CURRENCY,
  type PayFilter,
  type PayFloor,
  type Radius,
  radii,
  type Sort,
  sorts,
  type Within,
  withins,
} from '../search'
import { CURSOR } from '../sql/order'
import type { Given } from './given'
import { closedValues, compare } from './grammar'

/** Longer than any sentence that names a job. */
export const MAX_WORDS = 300
const MAX_VALUES = 50

export function qIn(given: Given): string | null {
  return shortText(given, 'q')
}

export function whereIn(given: Given): string | null {
  return shortText(given, 'where')
}

function shortText(given: Given, key: string): string | null {
  const text = given.takeOne(key)
  if (text === null || text.length <= MAX_WORDS) return text
  given.refuse(key, 'too-long')
  return null
}

export function choiceIn(given: Given, key: ChoiceKey): Choice {
  return { any: valuesIn(given, key, key), not: valuesIn(given, `not.${key}`, key) }
}

export function skillAllIn(given: Given): readonly string[] {
  const values = valuesIn(given, 'skill.all', 'skill')
  if (values.includes(NONE))
    given.ignore({ key: 'skill.all', value: NONE, reason: 'unknown-value', nearest: null })
  return values.filter((value) => value !== NONE)
}

/** A page holds 1 to 100 jobs; another number is refused, not bent. */
export function limitIn(given: Given): number {
  const text = given.takeOne('limit')
  if (text === null) return firstPage.limit
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= MAX_PAGE_SIZE) return limit
  given.refuse('limit', 'out-of-range')
  return firstPage.limit
}

/** A cursor names the job at the edge of the page. */
export function cursorIn(given: Given, key: 'after' | 'before'): string | null {
  const cursor = given.takeOne(key)
  if (cursor === null || CURSOR.test(cursor)) return cursor
  given.refuse(key, 'bad-cursor')
  return null
}

export function withinIn(given: Given, key: 'posted' | 'seen'): Within | null {
  return oneOf(given, key, withins)
}

export function sortIn(given: Given): Sort {
  return oneOf(given, 'sort', sorts) ?? 'newest'
}

/** Kilometres; another number than those offered is named, with the one that probably was meant. */
export function radiusIn(given: Given): Radius | null {
  const text = oneOf(given, 'radius', radii.map(String))
  return radii.find((km) => String(km) === text) ?? null
}

export function nearOrRemoteIn(given: Given): boolean {
  return oneOf(given, 'near_or_remote', ['1']) === '1'
}

export function payIn(given: Given, boardCurrency: () => string): PayFilter | null {
  const isForm = given.isEmpty('pay')
  const text = given.takeOne('pay')
  const units = { currency: given.takeOne('currency'), period: oneOf(given, 'period', payPeriods) }
  const floor = text?.toLowerCase() === NONE ? NONE : floorIn(given, text, units, boardCurrency)
  const hasAmount = floor !== null && floor !== NONE
  const statedOnly = bucketIn(given, 'not.pay', NONE)
  const anyCurrency = bucketIn(given, 'also.pay', OTHER_CURRENCY)
  if (anyCurrency && !hasAmount) nameUnused(given, { 'also.pay': OTHER_CURRENCY })
  // The selects of a form always send their units; beside an empty amount they say nothing.
  if (!isForm && !hasAmount) nameUnused(given, units)
  return floor === null && !statedOnly ? null : { floor, statedOnly, anyCurrency: anyCurrency && hasAmount }
}

type Units = { currency: string | null; period: PayPeriod | null }

function floorIn(
  given: Given,
  text: string | null,
  units: Units,
  boardCurrency: () => string,
): PayFloor | null {
  if (text === null) return null
  const amount = amountIn(text)
  if (amount === null) {
    given.ignore({ key: 'pay', value: text, reason: 'unknown-value', nearest: null })
    return null
  }
  return {
    amount,
    currency: currencyIn(given, units.currency) ?? boardCurrency(),
    period: units.period ?? 'year',
  }
}

/** `70000`, `70,000`, `70 000`, `70k` and `25.50` (up to two decimals) as a decimal string; null for anything else and for 0. */
function amountIn(text: string): string | null {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?(k?)$/.exec(text.toLowerCase().replace(/[ ,'’_]/g, ''))
  if (!found) return null
  const [, whole = '', decimals = '', thousands] = found
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  const amount = thousands ? hundredths * 10 : hundredths / 100
  return amount > 0 && amount <= MAX_AMOUNT ? String(amount) : null
}

/** Times 2,080 hours in a thousandth of a unit it is still a bigint of PostgreSQL. */
const MAX_AMOUNT = 9_999_999_999

function currencyIn(given: Given, text: string | null): string | null {
  if (text === null) return null
  const code = text.toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return code
  given.ignore({ key: 'currency', value: text, reason: 'unknown-value', nearest: null })
  return null
}

/** `not.pay` and `also.pay` have one value each, and can be repeated like every key of their kind. */
function bucketIn(given: Given, key: string, bucket: string): boolean {
  const values = given.takeAll(key)
  for (const value of values) {
    if (value.toLowerCase() !== bucket)
      given.ignore({ key, value, reason: 'unknown-value', nearest: nearest(value, [bucket]) })
  }
  return values.some((value) => value.toLowerCase() === bucket)
}

function nameUnused(given: Given, units: Readonly<Record<string, string | null>>): void {
  for (const [key, value] of Object.entries(units)) {
    if (value !== null) given.ignore({ key, value, reason: 'needs-pay', nearest: null })
  }
}

function oneOf<T extends string>(given: Given, key: string, known: readonly T[]): T | null {
  const text = given.takeOne(key)
  if (text === null) return null
  const value = known.find((one) => one === text.toLowerCase())
  if (value !== undefined) return value
  given.ignore({ key, value: text, reason: 'unknown-value', nearest: nearest(text, known) })
  return null
}

function valuesIn(given: Given, key: string, facet: ChoiceKey): readonly string[] {
  const closed = closedValues[facet]
  const values = given.takeAll(key)
  if (values.length > MAX_VALUES) given.refuse(key, 'too-many')
  const understood = values.slice(0, MAX_VALUES).flatMap((typed) => {
    const value = closed ? closedSlug(typed) : slug(typed)
    const isKnown = closed ? closed.includes(value) || value === NONE : isSlug(value)
    if (isKnown) return [value]
    given.ignore({
      key,
      value: typed,
      reason: 'unknown-value',
      nearest: closed ? nearest(value, closed) : null,
    })
    return []
  })
  return sortedOnce(understood)
}

/** `Backend Developer` was meant as `backend-developer`. */
function slug(typed: string): string {
  return typed.toLowerCase().replace(/[ _]/g, '-')
}

function closedSlug(typed: string): string {
  return typed.toLowerCase().replace(/[ -]/g, '_')
}

function isSlug(value: string): boolean {
  return value.length <= 120 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
}

function sortedOnce<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort(compare)
}
