import { codeOf, employmentTypes, seniorities, workplaces } from '@/db/values'
import { minorDigits } from '@/lib/money'
import { binsOf, percentile, votesOf } from './estimate'
import { groups, type Placed, RoleRows, single, type Tally } from './role-rows'
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
  const usualSkills = new Map(
    largest(own.tally(own.all, skillsOf), PAID_SKILLS)
      .filter(([, openings]) => openings >= MIN_OPENINGS)
      .map(([id]) => [id, names.entry('skill', id)?.slug]),
  )
  for (const [id, inCountry] of groups(own.all, (row) => row.countries)) {
    const country = names.countryCode(id)
    const paid = inCountry.filter((row) => row.payPoint !== null)
    if (country === null || paid.length < MIN_OPENINGS) continue
    const pay = (within: Within, of: readonly Placed[] | undefined, openingsInAll: number | undefined) => {
      if (of && of.length >= MIN_OPENINGS)
        keep(estimatePay({ of: 'pay', role, within: { ...within, country } }, of, openingsInAll ?? 0, own))
    }
    pay({}, paid, own.count(inCountry).openings)
    const levels = groups(paid, levelOf)
    const openingsOfLevel = byValue(own.tally(inCountry, levelOf))
    for (const [at, seniority] of seniorities.entries())
      pay({ seniority }, levels.get(at + 1), openingsOfLevel.get(at + 1))
    const skills = groups(paid, skillsOf, usualSkills)
    const openingsOfSkill = byValue(own.tally(inCountry, skillsOf))
    for (const [skillId, skill] of usualSkills)
      if (skill) pay({ skill }, skills.get(skillId), openingsOfSkill.get(skillId))
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
const skillsOf = (row: FigureRow) => row.skills

/** Whatever may be asked, by looking at each row. */
function compute(measure: Measure, own: RoleRows, names: Names): Computed | null {
  if (measure.of === 'weeks') return null
  const within = own.all.filter(filterOf(measure.within, names))
  if (measure.of === 'jobs') return countJobs(measure, within, own)
  if (measure.of === 'shares') return countShares(measure, within, own, names)
  const paid = within.filter((row) => row.payPoint !== null)
  return estimatePay(measure, paid, own.count(within).openings, own)
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
    return entry ? [{ slug: entry.slug, name: entry.name, kind: entry.kind, openings }] : []
  })
  return { measure, ...counts, jobIds: idsOf(within), value: { entries } }
}

function byValue({ values, openings }: Tally): Map<number, number> {
  return new Map(values.map((value, at) => [value, openings[at] ?? 0]))
}

/** The values that most openings name, the largest first. Thousands of cities and companies are not sorted for the sake of sixty. */
function largest({ values, openings }: Tally, most: number): [value: number, openings: number][] {
  const least = values.length > most ? (openings.toSorted().at(-most) ?? 0) : 0
  const found: [number, number][] = []
  for (const [at, value] of values.entries()) {
    const count = openings[at] ?? 0
    if (count >= least) found.push([value, count])
  }
  return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
}

/** `paid` state their pay, in whatever currency; `openingsInAll` are those of the same kind with or without. */
function estimatePay(
  measure: Of<'pay'>,
  paid: readonly Placed[],
  openingsInAll: number,
  own: RoleRows,
): Computed | null {
  const currency = usualCurrency(paid, own)
  if (currency === null) return null
  const isAll = paid.every((row) => row.payCurrency === currency)
  const inCurrency = isAll ? paid : paid.filter((row) => row.payCurrency === currency)
  const counts = own.count(inCurrency)
  if (!isEnough(counts)) return null
  const value = { ...payOf(inCurrency, currency), openingsInAll }
  return { measure, ...counts, jobIds: idsOf(inCurrency), value }
}

const idsKept = new WeakMap<readonly Placed[], number[]>()

/** The same array for the same rows: all shares of a role rest on all of its jobs. */
function idsOf(rows: readonly Placed[]): number[] {
  const known = idsKept.get(rows)
  if (known) return known
  const ids = rows.map((row) => row.jobId)
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

/** The currency in which most of these openings state their pay; of two the first by name. */
function usualCurrency(rows: readonly Placed[], own: RoleRows): string | null {
  const one = rows[0]?.payCurrency
  if (one && rows.every((row) => row.payCurrency === one)) return one
  const byCurrency = new Map<string, Placed[]>()
  for (const row of rows) {
    if (row.payCurrency === null) continue
    const known = byCurrency.get(row.payCurrency)
    if (known) known.push(row)
    else byCurrency.set(row.payCurrency, [row])
  }
  const [first] = [...byCurrency]
    .map(([currency, of]) => ({ currency, openings: own.count(of).openings }))
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
      return skillsOf
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
