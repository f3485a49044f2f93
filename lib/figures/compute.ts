import { codeOf, employmentTypes, seniorities, workplaces } from '@/db/values'
import { minorDigits } from '@/lib/money'
import { binsOf, percentile, votesOf } from './estimate'
import type { FigureRow } from './rows'
import {
  type Dimension,
  dimensions,
  type JobsValue,
  type Measure,
  MIN_COMPANIES,
  MIN_OPENINGS,
  type PayValue,
  type SharesValue,
  type WeeksValue,
  type Within,
} from './types'

/** Names and numbers of what jobs are tagged with. */
export type Names = {
  countryId: (code: string) => number | null
  skillId: (slug: string) => number | null
  /** How an entry is printed; null for one that is gone. */
  entry: (by: Dimension, id: number) => { slug: string; name: string; kind: string | null } | null
  /** Two letters of a country. */
  countryCode: (id: number) => string | null
}

/** A measure over the open jobs of its role, as it is stored. */
export type Computed = {
  measure: Measure
  openings: number
  companies: number
  jobIds: number[]
  value: PayValue | SharesValue | WeeksValue | JobsValue
}

const MOST_ENTRIES = 60
/** Skills whose pay is looked at: those that most openings name. */
const PAID_SKILLS = 40

/** What every role's pages may show, and the country and level that a guide asks for besides. `weeks` are not made of rows. */
export function computeRole(
  role: string,
  rows: readonly FigureRow[],
  names: Names,
  asked: readonly Measure[],
): Computed[] {
  const measures = new Map([...standardMeasures(role, rows, names), ...asked].map((one) => [keyOf(one), one]))
  const abroad = byCountry(rows)
  return [...measures.values()].flatMap((measure) => {
    const country = 'within' in measure ? measure.within.country : undefined
    const near = country === undefined ? rows : (abroad.get(names.countryId(country) ?? 0) ?? [])
    return compute(measure, near, names) ?? []
  })
}

/** Most measures are of one country: they read its rows alone. */
function byCountry(rows: readonly FigureRow[]): Map<number, FigureRow[]> {
  const found = new Map<number, FigureRow[]>()
  for (const row of rows)
    for (const id of row.countries) {
      const known = found.get(id)
      if (known) known.push(row)
      else found.set(id, [row])
    }
  return found
}

/** One text for one measure, whatever the order of its parts: what `figures.key` holds. */
export function keyOf(measure: Measure): string {
  const parts: Record<string, unknown> = { ...measure, ...('within' in measure ? measure.within : {}) }
  delete parts.within
  return Object.keys(parts)
    .filter((name) => parts[name] !== undefined)
    .sort()
    .map((name) => `${name}=${String(parts[name])}`)
    .join(' ')
}

function standardMeasures(role: string, rows: readonly FigureRow[], names: Names): Measure[] {
  const countries = namedOf(rows, (row) => row.countries).flatMap((id) => names.countryCode(id) ?? [])
  const skills = namedOf(rows, (row) => row.skills)
    .slice(0, PAID_SKILLS)
    .flatMap((id) => names.entry('skill', id)?.slug ?? [])
  const pay = (within: Within & { country: string }): Measure => ({ of: 'pay', role, within })
  return [
    { of: 'jobs', role, within: {} },
    ...dimensions.map((by): Measure => ({ of: 'shares', by, role, within: {} })),
    ...seniorities.map((seniority): Measure => ({ of: 'shares', by: 'skill', role, within: { seniority } })),
    ...countries.flatMap((country) => [
      pay({ country }),
      ...seniorities.map((seniority) => pay({ country, seniority })),
      ...skills.map((skill) => pay({ country, skill })),
    ]),
  ]
}

/** Values that enough openings name, the most named first. */
function namedOf(rows: readonly FigureRow[], valuesOf: (row: FigureRow) => readonly number[]): number[] {
  return [...tally(rows, valuesOf)]
    .filter(([, openings]) => openings >= MIN_OPENINGS)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([value]) => value)
}

/** Openings that name each value: an opening counts once, however many copies of it do. */
function tally(
  rows: readonly FigureRow[],
  valuesOf: (row: FigureRow) => readonly number[],
): Map<number, number> {
  const seen = new Map<number, Set<number>>()
  const counts = new Map<number, number>()
  for (const row of rows) {
    const named = seen.get(row.openingId) ?? new Set()
    seen.set(row.openingId, named)
    for (const value of valuesOf(row)) {
      if (named.has(value)) continue
      named.add(value)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

/** Null below the minimum: nothing is shown, so nothing is kept. How many jobs there are is no estimate and has no minimum. */
function compute(measure: Measure, rows: readonly FigureRow[], names: Names): Computed | null {
  if (measure.of === 'weeks') return null
  const within = rows.filter(filterOf(measure.within, names))
  if (measure.of === 'jobs') return { measure, ...countsOf(within), value: {} }
  if (measure.of === 'shares') {
    const counts = countsOf(within)
    return isEnough(counts) ? { measure, ...counts, value: sharesOf(measure.by, within, names) } : null
  }
  const currency = usualCurrency(within)
  const paid = within.filter((row) => row.payPoint !== null && row.payCurrency === currency)
  const counts = countsOf(paid)
  if (currency === null || !isEnough(counts)) return null
  const value = payOf(paid, currency)
  return { measure, ...counts, value: { ...value, openingsInAll: countsOf(within).openings } }
}

function countsOf(rows: readonly FigureRow[]): Pick<Computed, 'openings' | 'companies' | 'jobIds'> {
  return {
    openings: new Set(rows.map((row) => row.openingId)).size,
    companies: new Set(rows.map((row) => row.companyId)).size,
    jobIds: rows.map((row) => row.jobId).sort((a, b) => a - b),
  }
}

function isEnough({ openings, companies }: { openings: number; companies: number }): boolean {
  return openings >= MIN_OPENINGS && companies >= MIN_COMPANIES
}

function filterOf(within: Within, names: Names): (row: FigureRow) => boolean {
  const country = within.country === undefined ? null : names.countryId(within.country)
  const skill = within.skill === undefined ? null : names.skillId(within.skill)
  const seniority = within.seniority && codeOf(seniorities, within.seniority)
  const workplace = within.workplace && codeOf(workplaces, within.workplace)
  const employment = within.employment && codeOf(employmentTypes, within.employment)
  return (row) =>
    (within.country === undefined || (country !== null && row.countries.includes(country))) &&
    (within.skill === undefined || (skill !== null && row.skills.includes(skill))) &&
    (seniority === undefined || row.seniority === seniority) &&
    (workplace === undefined || row.workplace === workplace) &&
    (employment === undefined || row.employmentType === employment) &&
    (!within.isPaid || row.payPoint !== null)
}

/** The currency in which most of the openings state their pay; of two the first by name. */
function usualCurrency(rows: readonly FigureRow[]): string | null {
  const openings = new Map<string, Set<number>>()
  for (const { payPoint, payCurrency, openingId } of rows) {
    if (payPoint === null || payCurrency === null) continue
    openings.set(payCurrency, (openings.get(payCurrency) ?? new Set()).add(openingId))
  }
  const [first] = [...openings].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
  return first?.[0] ?? null
}

function payOf(paid: readonly FigureRow[], currency: string): Omit<PayValue, 'openingsInAll'> {
  const minor = 10 ** minorDigits(currency)
  const votes = votesOf(
    paid.map(({ openingId, companyId, seniority, payPoint }) => ({
      openingId,
      companyId,
      level: seniority,
      point: (payPoint ?? 0) / minor,
    })),
  )
  const at = (part: number) => Math.round(percentile(votes, part))
  return {
    currency,
    votes: votes.length,
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    bins: binsOf(votes),
  }
}

function sharesOf(by: Dimension, rows: readonly FigureRow[], names: Names): SharesValue {
  const counts = [...tally(rows, valuesOf(by))].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const entries = counts.flatMap(([id, openings]) => {
    const entry = names.entry(by, id)
    return entry ? [{ ...entry, openings }] : []
  })
  return { entries: entries.slice(0, MOST_ENTRIES) }
}

/** Value 0 of a closed list, "not stated", is an entry like the others. */
function valuesOf(by: Dimension): (row: FigureRow) => readonly number[] {
  switch (by) {
    case 'skill':
      return (row) => row.skills
    case 'country':
      return (row) => row.countries
    case 'city':
      return (row) => row.cities
    case 'company':
      return (row) => [row.companyId]
    case 'workplace':
      return (row) => [row.workplace]
    case 'seniority':
      return (row) => [row.seniority]
    case 'employment':
      return (row) => [row.employmentType]
    case 'pay':
      return (row) => [row.payPoint === null ? 0 : 1]
  }
}
