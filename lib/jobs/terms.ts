/**
 * The one representation of what a search can ask of a job (SEARCH.md §2): `kind << 20 | value`, stored in
 * `job_search.terms` and as a lexeme in `tsv`. Kinds are stored in rows: append, never renumber.
 */
export const termKinds = {
  role: 1,
  seniority: 2,
  workplace: 3,
  employmentType: 4,
  country: 5,
  city: 6,
  company: 7,
  skill: 8,
  pay: 9,
  eligibility: 10,
  week: 11,
  region: 12,
  text: 13,
  currency: 14,
  visa: 15,
} as const
export type TermKind = keyof typeof termKinds

const prefixes = ['r', 's', 'w', 't', 'c', 'p', 'co', 'k', 'pb', 're', 'wk', 'rg', 'tx', 'cu', 'v'] as const

export const VALUE_BITS = 20
export const MAX_VALUE = 2 ** VALUE_BITS - 1
/** Value of the eligibility kind that stands for the whole world: `re_ww`. */
export const WORLDWIDE = MAX_VALUE

export function term(kind: TermKind, value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > MAX_VALUE) throw new RangeError(`${kind} ${value}`)
  return termKinds[kind] * 2 ** VALUE_BITS + value
}

export function lexeme(kind: TermKind, value: number): string {
  if (kind === 'eligibility' && value === WORLDWIDE) return 're_ww'
  return `${prefixes[termKinds[kind] - 1]}_${value}`
}

const kindNames = Object.keys(termKinds) as TermKind[]

/** A term as it stands in `tsv`; the SQL function `facet_lexemes` makes the same of it. */
export function lexemeOf(found: number): string {
  const kind = kindNames[Math.floor(found / 2 ** VALUE_BITS) - 1]
  if (kind === undefined) throw new RangeError(`term ${found}`)
  return lexeme(kind, found % 2 ** VALUE_BITS)
}

/** Rungs of the pay ladder in thousands a year, in the job's own currency: it has every rung that its top annual pay reaches. */
export const payRungs: readonly number[] = Array.from({ length: 99 }, (_, i) => 10 + i * 5)

/** Values of the pay kind below the ladder. 1 is not in use. */
export const PAY_NOT_STATED = 0
export const PAY_IMPLAUSIBLE = 2

/** Continuous week number (days since 1970 / 7), stable for a row: lets a search look at the newest weeks first. */
export function weekOf(date: Date): number {
  return Math.floor(date.getTime() / (7 * 86_400_000))
}

/** ISO 4217 code as a value of the currency kind: three letters in base 26, so that no table is needed. */
export function currencyValue(code: string): number {
  return [...code].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 65, 0) + 1
}

export function currencyOf(value: number): string {
  const letters = [676, 26, 1].map((unit) => String.fromCharCode(65 + (Math.floor((value - 1) / unit) % 26)))
  return letters.join('')
}
