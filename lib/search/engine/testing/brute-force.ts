import { currencyValue, WORLDWIDE } from '@/lib/jobs/terms'
import { minorDigits } from '@/lib/money'
import type { Clause } from '../../clauses'
import { type Condition, type Edge, FRESHNESS_POINTS, type ValueKind } from '../../condition'
import { PAY_STEP, TOP_VALUES } from '../../defaults'
import type { Counts, FacetName } from '../../facets'
import { type ChoiceKey, choiceKeys, withins } from '../../search'
import type { EngineQuery } from '../engine'
import type { EngineRow } from '../engine-row'

const DAY_US = 86_400_000_000
const REMOTE = 3

/** Whether a job has the words: what PostgreSQL would say. */
export type HasWord = (row: EngineRow, is: 'text' | 'title', query: string) => boolean

const kindOf: Record<ChoiceKey, ValueKind> = {
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

/** The answer by looking at each job once for each facet: slow, short, and nothing shared with the engine. */
export function bruteAnswer(rows: readonly EngineRow[], query: EngineQuery, hasWord: HasWord) {
  const { clauses, nowUs, payCurrency } = query
  const passing = (leftOut: FacetName | null) =>
    rows.filter((row) =>
      clauses.every(
        (one) => (leftOut && one.facets.includes(leftOut)) || holds(row, one.condition, hasWord, nowUs),
      ),
    )
  const matches = passing(null)
  const choices = Object.fromEntries(
    choiceKeys.map((key) => [
      key,
      key === 'region' && !query.hasRegions ? new Map() : choiceCounts(key, passing(key), query),
    ]),
  ) as Counts['choices']
  const counts: Counts = {
    total: matches.length,
    choices,
    pay: payCounts(passing('pay'), payCurrency),
    posted: byWindow(passing('posted'), nowUs, (row) => row.firstPublishedAtUs),
    seen: byWindow(passing('seen'), nowUs, (row) => row.firstSeenAtUs),
  }
  const keys = matches.map((row) => bruteEdge(row, query, hasWord))
  keys.sort((a, b) => b.rank - a.rank || b.firstPublishedAtUs - a.firstPublishedAtUs || b.jobId - a.jobId)
  return { matches, counts, keys }
}

export function bruteCount(
  rows: readonly EngineRow[],
  clauses: readonly Clause[],
  hasWord: HasWord,
  nowUs: number,
) {
  return rows.filter((row) => clauses.every((one) => holds(row, one.condition, hasWord, nowUs))).length
}

export function bruteEdge(row: EngineRow, { order, nowUs }: EngineQuery, hasWord: HasWord): Edge {
  const { firstPublishedAtUs, jobId, annualMax, payCurrency } = row
  const key = { firstPublishedAtUs, jobId }
  if (order.by === 'newest') return { rank: 0, ...key }
  if (order.by === 'pay') return { rank: payCurrency === order.currency ? (annualMax ?? -1) : -1, ...key }
  const held = order.terms.filter((one) => holds(row, one.condition, hasWord, nowUs))
  return {
    rank: held.reduce(
      (sum, one) => sum + one.points,
      FRESHNESS_POINTS * Math.floor(firstPublishedAtUs / DAY_US),
    ),
    ...key,
  }
}

function holds(row: EngineRow, condition: Condition, hasWord: HasWord, nowUs: number): boolean {
  const again = (one: Condition) => holds(row, one, hasWord, nowUs)
  switch (condition.is) {
    case 'any':
      return valuesOf(row, condition.kind).some((value) => condition.values.includes(value))
    case 'pay':
      return row.payCurrency === condition.currency && BigInt(row.annualMax ?? -1) >= condition.annualMinor
    case 'published':
      return row.firstPublishedAtUs >= nowUs - condition.withinDays * DAY_US
    case 'seen':
      return row.firstSeenAtUs >= nowUs - condition.withinDays * DAY_US
    case 'text':
    case 'title':
      return hasWord(row, condition.is, condition.query)
    case 'all':
      return condition.of.every(again)
    case 'some':
      return condition.of.some(again)
    case 'not':
      return !again(condition.of)
  }
}

function valuesOf(row: EngineRow, kind: ValueKind): readonly number[] {
  const orNone = (values: readonly number[]) => (values.length === 0 ? [0] : values)
  switch (kind) {
    case 'role':
      return [row.roleId]
    case 'company':
      return [row.companyId]
    case 'text':
      return [row.hasText ? 1 : 0]
    case 'seniority':
    case 'workplace':
    case 'employmentType':
    case 'visa':
      return [row[kind]]
    case 'country':
      return orNone(row.countries)
    case 'region':
      return orNone(row.regions)
    case 'city':
      return orNone(row.cities)
    case 'skill':
      return orNone(row.skills)
    case 'pay':
      return row.annualMax === null ? [0] : []
    case 'currency':
      return row.payCurrency === null ? [] : [currencyValue(row.payCurrency)]
    case 'eligibility':
      if (row.workplace !== REMOTE) return []
      return row.worldwide ? [WORLDWIDE] : orNone(row.eligibility)
  }
}

function choiceCounts(
  key: ChoiceKey,
  rows: readonly EngineRow[],
  { chosen }: EngineQuery,
): Map<number, number> {
  const jobs = new Map<number, number>()
  for (const row of rows) {
    for (const value of valuesOf(row, kindOf[key])) jobs.set(value, (jobs.get(value) ?? 0) + 1)
  }
  if (key !== 'company' && key !== 'place' && key !== 'skill') return jobs
  const ranked = [...jobs].sort(([a, n], [b, m]) => m - n || a - b)
  return new Map(ranked.filter(([value], i) => i < TOP_VALUES || value === 0 || chosen[key].includes(value)))
}

function payCounts(rows: readonly EngineRow[], currency: string): Counts['pay'] {
  const steps = new Map<number, number>()
  let none = 0
  let other = 0
  for (const { annualMax, payCurrency } of rows) {
    if (annualMax === null) none++
    else if (payCurrency !== currency) other++
    else {
      const step = Math.min(200, Number(BigInt(annualMax) / BigInt(PAY_STEP * 10 ** minorDigits(currency))))
      steps.set(step, (steps.get(step) ?? 0) + 1)
    }
  }
  return { currency, none, other, steps }
}

function byWindow(
  rows: readonly EngineRow[],
  nowUs: number,
  timeOf: (row: EngineRow) => number,
): Counts['posted'] {
  const within = (days: number) => rows.filter((row) => timeOf(row) >= nowUs - days * DAY_US).length
  return Object.fromEntries(
    withins.map((window) => [window, within(Number.parseInt(window, 10))]),
  ) as Counts['posted']
}
