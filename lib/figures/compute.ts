import { codeOf, employmentTypes, seniorities, workplaces } from '@/db/values'
import { minorDigits } from '@/lib/money'
import { binsOf, percentile, votesOf } from './estimate'
import { groups, type Placed, RoleRows, single } from './role-rows'
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

/**
 * What every role's pages may show, and what is asked besides. `weeks` are not made of rows. Most measures are made of groups of rows that
 * are taken apart once: work grows with the rows and the skills that they name.
 */
export function computeRole(
  role: string,
  rows: readonly FigureRow[],
  names: Names,
  asked: readonly Measure[],
): Computed[] {
  const own = new RoleRows(rows)
  const found = new Map<string, Computed>()
  const keep = (one: Computed | null) => {
    if (one) found.set(keyOf(one.measure), one)
  }
  keep(countJobs({ of: 'jobs', role, within: {} }, own.all, own))
  for (const by of dimensions) keep(countShares({ of: 'shares', by, role, within: {} }, own.all, own, names))
  const byLevel = groups(own.all, levelOf)
  for (const [code, level] of seniorities.entries())
    keep(
      countShares(
        { of: 'shares', by: 'skill', role, within: { seniority: level } },
        byLevel.get(code + 1) ?? [],
        own,
        names,
      ),
    )
  const usualSkills = mostNamed(own.tally(own.all, (row) => row.skills)).slice(0, PAID_SKILLS)
  for (const [id, inCountry] of groups(own.all, (row) => row.countries)) {
    const country = names.countryCode(id)
    if (country === null || inCountry.length < MIN_OPENINGS) continue
    const pay = (within: Within, of: readonly Placed[]) =>
      keep(estimatePay({ of: 'pay', role, within: { ...within, country } }, of, own))
    pay({}, inCountry)
    const levels = groups(inCountry, levelOf)
    for (const [code, seniority] of seniorities.entries()) pay({ seniority }, levels.get(code + 1) ?? [])
    const skills = groups(inCountry, (row) => row.skills)
    for (const skillId of usualSkills) {
      const skill = names.entry('skill', skillId)?.slug
      if (skill) pay({ skill }, skills.get(skillId) ?? [])
    }
  }
  for (const measure of asked) if (!found.has(keyOf(measure))) keep(compute(measure, own, names))
  return [...found.values()]
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

const levelOf = single((row) => row.seniority)

/** Values that enough openings name, the most named first. */
function mostNamed(tally: ReadonlyMap<number, number>): number[] {
  return [...tally]
    .filter(([, openings]) => openings >= MIN_OPENINGS)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([value]) => value)
}

/** Whatever may be asked, by looking at each row. */
function compute(measure: Measure, own: RoleRows, names: Names): Computed | null {
  if (measure.of === 'weeks') return null
  const within = own.all.filter(filterOf(measure.within, names))
  if (measure.of === 'jobs') return countJobs(measure, within, own)
  if (measure.of === 'shares') return countShares(measure, within, own, names)
  return estimatePay(measure, within, own)
}

type Of<M extends Measure['of']> = Extract<Measure, { of: M }>

/** How many jobs there are is no estimate and has no minimum. */
function countJobs(measure: Of<'jobs'>, within: readonly Placed[], own: RoleRows): Computed {
  return { measure, ...own.count(within), jobIds: idsOf(within), value: {} }
}

/** Null below the minimum: nothing is shown, so nothing is kept. */
function countShares(
  measure: Of<'shares'>,
  within: readonly Placed[],
  own: RoleRows,
  names: Names,
): Computed | null {
  const counts = own.count(within)
  if (!isEnough(counts)) return null
  const entries = largest(own.tally(within, valuesOf(measure.by)), MOST_ENTRIES).flatMap(([id, openings]) => {
    const entry = names.entry(measure.by, id)
    return entry ? [{ ...entry, openings }] : []
  })
  return { measure, ...counts, jobIds: idsOf(within), value: { entries } }
}

/** The largest counts, sorted. Thousands of cities and companies are not sorted for the sake of sixty. */
function largest(tally: ReadonlyMap<number, number>, most: number): [value: number, count: number][] {
  const least = Int32Array.from(tally.values()).sort().at(-most) ?? 0
  return [...tally]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
}

function estimatePay(measure: Of<'pay'>, within: readonly Placed[], own: RoleRows): Computed | null {
  if (within.length < MIN_OPENINGS) return null
  const currency = usualCurrency(within, own)
  if (currency === null) return null
  const paid = within.filter((row) => row.payPoint !== null && row.payCurrency === currency)
  const counts = own.count(paid)
  if (!isEnough(counts)) return null
  const value = { ...payOf(paid, currency), openingsInAll: own.count(within).openings }
  return { measure, ...counts, jobIds: idsOf(paid), value }
}

const idsKept = new WeakMap<readonly Placed[], number[]>()

/** Sorted, and the same array for the same rows: all shares of a role rest on all of its jobs. */
function idsOf(rows: readonly Placed[]): number[] {
  const known = idsKept.get(rows)
  if (known) return known
  const ids = [...Float64Array.from(rows, (row) => row.jobId).sort()]
  idsKept.set(rows, ids)
  return ids
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
function usualCurrency(rows: readonly Placed[], own: RoleRows): string | null {
  const byCurrency = new Map<string, Placed[]>()
  for (const row of rows) {
    if (row.payPoint === null || row.payCurrency === null) continue
    const known = byCurrency.get(row.payCurrency)
    if (known) known.push(row)
    else byCurrency.set(row.payCurrency, [row])
  }
  const [first] = [...byCurrency]
    .map(([currency, of]) => ({ currency, openings: byCurrency.size === 1 ? 1 : own.count(of).openings }))
    .sort((a, b) => b.openings - a.openings || (a.currency < b.currency ? -1 : 1))
  return first?.currency ?? null
}

function payOf(paid: readonly Placed[], currency: string): Omit<PayValue, 'openingsInAll'> {
  const minor = 10 ** minorDigits(currency)
  const votes = votesOf(paid).map((vote) => vote / minor)
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
      return single((row) => row.companyId)
    case 'workplace':
      return single((row) => row.workplace)
    case 'seniority':
      return single((row) => row.seniority)
    case 'employment':
      return single((row) => row.employmentType)
    case 'pay':
      return single((row) => (row.payPoint === null ? 0 : 1))
  }
}
