import { codeOf, NOT_STATED, workplaces } from '@/db/values'
import { minorDigits } from '@/lib/money'
import {
  currencyValue,
  PAY_IMPLAUSIBLE,
  PAY_NOT_STATED,
  payRungs,
  type TermKind,
  term,
  WORLDWIDE,
  weekOf,
} from './terms'

/** What a search can ask of an open job; lists are sorted, each value once. Code 0 is "not stated". */
export type SearchFacts = {
  companyId: number
  roleId: number
  seniority: number
  workplace: number
  employmentType: number
  countries: number[]
  regions: number[]
  cities: number[]
  skills: number[]
  /** Of a remote job; empty with `worldwide` false is not stated. */
  eligibility: number[]
  worldwide: boolean
  hasText: boolean
  visa: number
  /** Top of the pay by year, minor units; null when not stated or implausible. */
  annualMax: bigint | null
  payCurrency: string | null
  payImplausible: boolean
  firstPublishedAt: Date
}

const REMOTE = codeOf(workplaces, 'remote')

export function jobTerms(facts: SearchFacts): number[] {
  return [
    term('role', facts.roleId),
    term('seniority', facts.seniority),
    term('workplace', facts.workplace),
    term('employmentType', facts.employmentType),
    term('company', facts.companyId),
    ...each('country', facts.countries),
    ...each('region', facts.regions),
    ...each('city', facts.cities),
    ...each('skill', facts.skills),
    ...payTerms(facts),
    ...eligibilityTerms(facts),
    term('text', facts.hasText ? 1 : 0),
    term('visa', facts.visa),
    term('week', weekOf(facts.firstPublishedAt)),
  ]
}

function each(kind: TermKind, values: readonly number[]): number[] {
  return values.length === 0 ? [term(kind, NOT_STATED)] : values.map((value) => term(kind, value))
}

/** The ladder is climbed in the job's own currency, which has a term beside it: right whatever currency a search asks in. */
function payTerms({ annualMax, payCurrency, payImplausible }: SearchFacts): number[] {
  if (annualMax === null || payCurrency === null) {
    const notStated = term('pay', PAY_NOT_STATED)
    return payImplausible ? [notStated, term('pay', PAY_IMPLAUSIBLE)] : [notStated]
  }
  const reached = payRungs.filter((rung) => annualMax >= rungMinor(rung, payCurrency))
  return [term('currency', currencyValue(payCurrency)), ...reached.map((rung) => term('pay', rung))]
}

/** A rung of the ladder in minor units of a currency. */
export function rungMinor(rung: number, currency: string): bigint {
  return BigInt(rung) * 1000n * 10n ** BigInt(minorDigits(currency))
}

function eligibilityTerms({ workplace, eligibility, worldwide }: SearchFacts): number[] {
  if (workplace !== REMOTE) return []
  return worldwide ? [term('eligibility', WORLDWIDE)] : each('eligibility', eligibility)
}
