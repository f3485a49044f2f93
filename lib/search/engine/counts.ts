import { termKindOf } from '../clauses'
import { TOP_VALUES } from '../defaults'
import type { Counts, FacetName, PayCounts } from '../facets'
import { type ChoiceKey, choiceKeys, type Within, withins } from '../search'
import type { Board } from './board'
import type { KindValues } from './codes'
import type { FacetJobs } from './counting'
import { type Jobs, sourceOf } from './tallies'

export const facetNames: readonly FacetName[] = [...choiceKeys, 'pay', 'posted', 'seen']

/** Chosen values of the facets that show only their largest. */
export type Chosen = Readonly<Record<'company' | 'place' | 'skill', readonly number[]>>

type Asked = { payCurrency: string; hasRegions: boolean; chosen: Chosen }

/** Turns jobs by code into jobs by value. */
export class CountsReader implements FacetJobs {
  readonly counts: Counts

  constructor(
    private readonly board: Board,
    total: number,
    private readonly asked: Asked,
  ) {
    const choices = Object.fromEntries(choiceKeys.map((key) => [key, new Map<number, number>()]))
    const none = () => Object.fromEntries(withins.map((window) => [window, 0])) as Record<Within, number>
    this.counts = {
      total,
      choices: choices as Counts['choices'],
      pay: { currency: asked.payCurrency, none: 0, other: 0, steps: new Map() },
      posted: none(),
      seen: none(),
    }
  }

  byCode(facet: ChoiceKey | 'pay', jobs: Jobs, counting: Uint8Array | null): void {
    if (facet === 'pay') readPay(this.board, jobs.jobs, counting, this.counts.pay)
    else this.readChoice(facet, jobs, counting)
  }

  private readChoice(facet: ChoiceKey, jobs: Jobs, counting: Uint8Array | null): void {
    const values = valuesOf(this.board, facet)
    const isOneToOne = values.isOneToOne && !counting
    const byIndex = isOneToOne ? jobs.jobs : this.board.tallies.zeros(values.values.length)
    const met = isOneToOne ? jobs.codes : values.spread(jobs, counting, byIndex)
    const isMany = facet === 'company' || facet === 'place' || facet === 'skill'
    const chosen = isMany ? this.asked.chosen[facet] : []
    this.counts.choices[facet] = (isMany ? largest : everyValue)(values, { jobs: byIndex, met }, chosen)
    if (isOneToOne) return
    if (met) for (const index of met) byIndex[index] = 0
    else byIndex.fill(0)
  }

  byWindow(facet: 'posted' | 'seen', jobs: Int32Array): void {
    withins.forEach((window, w) => {
      this.counts[facet][window] = jobs[w] as number
    })
  }
}

/** Jobs by the indexes of values; `met`: those that have any, when they are few. */
type ByIndex = { jobs: Int32Array; met: ArrayLike<number> | null }

function valuesOf(board: Board, key: ChoiceKey): KindValues {
  const source = sourceOf[key]
  const { dictionary } = source === 'skill' ? board.skills : board.columns[source]
  return dictionary.kinds.get(termKindOf[key]) as KindValues
}

function everyValue({ values }: KindValues, { jobs, met }: ByIndex): Map<number, number> {
  const found = new Map<number, number>()
  const end = met ? met.length : values.length
  for (let n = 0; n < end; n++) {
    const index = met ? (met[n] as number) : n
    if ((jobs[index] as number) > 0) found.set(values[index] as number, jobs[index] as number)
  }
  return found
}

/** The `TOP_VALUES` with most jobs, the smaller value first of two with as many; those chosen; and "not stated". */
function largest(values: KindValues, byIndex: ByIndex, chosen: readonly number[]): Map<number, number> {
  const { jobs } = byIndex
  const found = new Map<number, number>()
  for (const index of topIndexes(values.values, byIndex))
    found.set(values.values[index] as number, jobs[index] as number)
  for (const value of [0, ...chosen]) {
    const index = values.indexOf(value)
    const count = index === undefined ? 0 : (jobs[index] ?? 0)
    if (count > 0) found.set(value, count)
  }
  return found
}

/** Sorted by insertion: almost every value is turned away by its first comparison. */
function topIndexes(values: readonly number[], { jobs, met }: ByIndex): number[] {
  const top: number[] = []
  let least = 0
  const end = met ? met.length : values.length
  for (let n = 0; n < end; n++) {
    const i = met ? (met[n] as number) : n
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

function readPay({ paySteps }: Board, jobs: Int32Array, counting: Uint8Array | null, pay: PayCounts): void {
  for (let code = 0; code < paySteps.steps.length; code++) {
    const count = jobs[code] as number
    if (count === 0 || (counting && counting[code] === 0)) continue
    const own = paySteps.currencies[code]
    if (own === null) pay.none = count
    else if (own === pay.currency) pay.steps.set(paySteps.steps[code] as number, count)
    else pay.other += count
  }
}
