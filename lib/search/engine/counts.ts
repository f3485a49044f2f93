import type { ValueKind } from '../condition'
import { TOP_VALUES } from '../defaults'
import type { Counts, FacetName, PayCounts } from '../facets'
import { type ChoiceKey, choiceKeys, type Within, withins } from '../search'
import type { Board } from './board'
import type { KindValues } from './codes'
import type { FacetJobs } from './counting'
import { sourceOf } from './tallies'

export const facetNames: readonly FacetName[] = [...choiceKeys, 'pay', 'posted', 'seen']

const kindOf: Readonly<Record<ChoiceKey, ValueKind>> = {
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
}

/** Chosen values of the facets that show only their largest. */
export type Chosen = Readonly<Record<'company' | 'place' | 'skill', readonly number[]>>

type Asked = { payCurrency: string; hasRegions: boolean; chosen: Chosen }

/** Jobs by code → jobs by value. */
export function countsOf(
  board: Board,
  total: number,
  jobs: FacetJobs,
  { payCurrency, hasRegions, chosen }: Asked,
): Counts {
  const choices = Object.fromEntries(
    choiceKeys.map((key) => {
      const own = jobs.get(key)
      if (!own || (key === 'region' && !hasRegions)) return [key, new Map<number, number>()]
      const values = valuesOf(board, key)
      const byIndex = values.spread(own)
      const isMany = key === 'company' || key === 'place' || key === 'skill'
      return [key, isMany ? largest(values, byIndex, chosen[key]) : everyValue(values, byIndex)]
    }),
  ) as Counts['choices']
  return {
    total,
    choices,
    pay: payCounts(board, jobs.get('pay'), payCurrency),
    posted: byWindow(jobs.get('posted')),
    seen: byWindow(jobs.get('seen')),
  }
}

function valuesOf(board: Board, key: ChoiceKey): KindValues {
  const source = sourceOf[key] as 'skill' | keyof Board['columns']
  const { dictionary } = source === 'skill' ? board.skills : board.columns[source]
  return dictionary.kinds.get(kindOf[key]) as KindValues
}

function everyValue({ values }: KindValues, jobs: Int32Array): Map<number, number> {
  const found = new Map<number, number>()
  for (let i = 0; i < jobs.length; i++)
    if ((jobs[i] as number) > 0) found.set(values[i] as number, jobs[i] as number)
  return found
}

/** The `TOP_VALUES` with most jobs, the smaller value first of two with as many; those chosen; and "not stated". */
function largest(values: KindValues, jobs: Int32Array, chosen: readonly number[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const index of topIndexes(values.values, jobs))
    found.set(values.values[index] as number, jobs[index] as number)
  for (const value of [0, ...chosen]) {
    const index = values.indexOf(value)
    const count = index === undefined ? 0 : (jobs[index] ?? 0)
    if (count > 0) found.set(value, count)
  }
  return found
}

/** Sorted by insertion: almost every value is turned away by its first comparison. */
function topIndexes(values: readonly number[], jobs: Int32Array): number[] {
  const top: number[] = []
  let least = 0
  for (let i = 0; i < jobs.length; i++) {
    const count = jobs[i] as number
    if (count === 0 || (top.length === TOP_VALUES && count < least)) continue
    let at = top.length
    while (at > 0 && isBefore(values, jobs, i, top[at - 1] as number)) at--
    if (at >= TOP_VALUES) continue
    top.splice(at, 0, i)
    if (top.length > TOP_VALUES) top.pop()
    least = jobs[top[top.length - 1] as number] as number
  }
  return top
}

function isBefore(values: readonly number[], jobs: Int32Array, a: number, b: number): boolean {
  const byJobs = (jobs[a] as number) - (jobs[b] as number)
  return byJobs > 0 || (byJobs === 0 && (values[a] as number) < (values[b] as number))
}

function payCounts({ paySteps }: Board, jobs: Int32Array | undefined, currency: string): PayCounts {
  const pay: PayCounts = { currency, none: 0, other: 0, steps: new Map() }
  for (let code = 0; code < paySteps.steps.length; code++) {
    const count = jobs?.[code] ?? 0
    if (count === 0) continue
    const own = paySteps.currencies[code]
    if (own === null) pay.none = count
    else if (own === currency) pay.steps.set(paySteps.steps[code] as number, count)
    else pay.other += count
  }
  return pay
}

function byWindow(jobs: Int32Array | undefined): Record<Within, number> {
  return Object.fromEntries(withins.map((window, w) => [window, jobs?.[w] ?? 0])) as Record<Within, number>
}
