import { codeOf, NOT_STATED, workplaces } from '@/db/values'
import { env } from '@/lib/env'
import { currencyValue, type TermKind, WORLDWIDE } from '@/lib/jobs/terms'
import { periodsInYear, toMinor } from '@/lib/money'
import type { Condition, Order } from './condition'
import { keepsNotStated, keepsOtherCurrency } from './defaults'
import type { ChoiceIds } from './lookup'
import type { Resolved } from './resolve'
import {
  type ChoiceKey,
  choiceKeys,
  type FacetName,
  NONE,
  type PayFilter,
  type PayFloor,
  type Within,
} from './search'
import { boardTerms } from './words/rank'

/** One filter. A job matches when it fulfils every clause; the counts of a facet leave out the clauses that name it. */
export type Clause = { facets: readonly FacetName[]; condition: Condition }

export const termKindOf = {
  role: 'role',
  skill: 'skill',
  company: 'company',
  seniority: 'seniority',
  type: 'employmentType',
  workplace: 'workplace',
  country: 'country',
  region: 'region',
  place: 'city',
  from: 'eligibility',
  visa: 'visa',
  text: 'text',
} as const satisfies Record<ChoiceKey, TermKind>

export function clausesOf(resolved: Resolved): Clause[] {
  const { search, skillAll, words } = resolved
  return [
    ...choiceKeys.flatMap((key) => choiceClauses(key, resolved)),
    ...skillAll.map((id): Clause => ({ facets: [], condition: { is: 'any', kind: 'skill', values: [id] } })),
    ...(search.pay ? [{ facets: ['pay'] as const, condition: payCondition(search.pay) }] : []),
    ...(search.posted
      ? [{ facets: ['posted'] as const, condition: within('published', search.posted) }]
      : []),
    ...(search.seen ? [{ facets: ['seen'] as const, condition: within('seen', search.seen) }] : []),
    ...(words ? [{ facets: [], condition: words.condition }] : []),
  ]
}

/** The currency in which pay is counted and ordered: that of the floor, else the board's. */
export function payCurrencyOf({ search }: Resolved): string {
  const floor = search.pay?.floor
  return floor && floor !== 'none' ? floor.currency : env().BOARD_CURRENCY
}

/** What the matches are ordered by, before their date. */
export function orderOf({ search, words }: Resolved, payCurrency: string): Order {
  if (search.sort === 'pay') return { by: 'pay', currency: payCurrency }
  if (search.sort === 'relevance') return { by: 'relevance', terms: words?.terms ?? boardTerms }
  return { by: 'newest' }
}

/** Values are OR, exclusion wins over inclusion. */
function choiceClauses(key: ChoiceKey, { ids, near, nearFrom, search }: Resolved): Clause[] {
  const { any, not } = ids[key]
  const excluded: Clause[] =
    not.length > 0 ? [{ facets: [key], condition: { is: 'not', of: anyOf(key, not) } }] : []
  if (search.nearOrRemote && key === 'from') return excluded
  if (any.length === 0) return excluded
  if (key !== 'place') return [{ facets: [key], condition: anyOf(key, keptOf(key, any)) }, ...excluded]
  const here = anyOf(key, near)
  if (!search.nearOrRemote) return [{ facets: [key], condition: here }, ...excluded]
  const either: Condition = { is: 'some', of: [here, anyOf('from', nearFrom)] }
  return [{ facets: ['place', 'from'], condition: either }, ...excluded]
}

function keptOf(key: ChoiceKey, any: ChoiceIds['any']): readonly number[] {
  return keepsNotStated[key] && !any.includes(NOT_STATED) ? [...any, NOT_STATED] : any
}

function anyOf(key: ChoiceKey, ids: readonly number[]): Condition {
  const isCountry = key === 'from' && ids.some((id) => id !== NOT_STATED)
  // Who may work from anywhere may work from each country.
  const values = isCountry && !ids.includes(WORLDWIDE) ? [...ids, WORLDWIDE] : ids
  return { is: 'any', kind: termKindOf[key], values }
}

export const REMOTE = codeOf(workplaces, 'remote')

const noPay: Condition = { is: 'any', kind: 'pay', values: [NOT_STATED] }

function payCondition({ floor, statedOnly, anyCurrency }: PayFilter): Condition {
  // "Only those that state no pay" and "leave those out" together leave nothing: exclusion wins.
  if (floor === NONE) return statedOnly ? { is: 'some', of: [] } : noPay
  if (floor === null) return { is: 'not', of: noPay }
  const of: Condition[] = [{ is: 'pay', currency: floor.currency, annualMinor: annualMinor(floor) }]
  if (keepsNotStated.pay && !statedOnly) of.push(noPay)
  if (keepsOtherCurrency || anyCurrency) of.push(inAnotherThan(floor.currency))
  return of.length > 1 ? { is: 'some', of } : (of[0] ?? noPay)
}

/** `also.pay=other` */
function inAnotherThan(currency: string): Condition {
  const inIt: Condition = { is: 'any', kind: 'currency', values: [currencyValue(currency)] }
  return {
    is: 'all',
    of: [
      { is: 'not', of: noPay },
      { is: 'not', of: inIt },
    ],
  }
}

/** A pay floor by year in minor units. */
function annualMinor({ amount, currency, period }: PayFloor): bigint {
  return toMinor(amount, currency) * BigInt(periodsInYear[period])
}

function within(is: 'published' | 'seen', window: Within): Condition {
  return { is, withinDays: Number.parseInt(window, 10) }
}
