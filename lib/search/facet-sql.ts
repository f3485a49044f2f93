import { type SQL, sql } from 'drizzle-orm'
import { NOT_STATED } from '@/db/values'
import { MAX_VALUE, term, termKinds, VALUE_BITS } from '@/lib/jobs/terms'
import { minorDigits } from '@/lib/money'
import { since, termKindOf } from './clauses'
import { PAY_STEP, TOP_VALUES } from './defaults'
import type { Counts, FacetLimits } from './facets'
import type { Resolved } from './resolve'
import { shapeOf } from './router'
import { type ChoiceKey, choiceKeys, type Within, withins } from './search'
import { type Plan, planOf, readWith, whereOf, without } from './sql'

const QUERY_CANCELED = '57014'

/**
 * Counts in one statement. A job carries everything it is counted by in `terms`: one pass over the matches gives every facet
 * without a filter of its own, and each facet with one adds a pass over what matches without it (SEARCH.md §10 C).
 */
export async function countInSql(
  resolved: Resolved,
  payCurrency: string,
  { timeLimitMs }: FacetLimits,
): Promise<Counts | null> {
  const plan = planOf(resolved)
  const shape = shapeOf(plan)
  const statement = countStatement(plan, resolved, payCurrency)
  try {
    const { rows } = await readWith({ shape, timeLimitMs }, (tx) => tx.execute<Row>(statement))
    return countsIn(rows, payCurrency)
  } catch (error) {
    if (isTimeout(error)) return null
    throw error
  }
}

type Row = { counted: 'term' | 'pay' | 'posted' | 'total'; value: number; jobs: number }

/** What a row of `job_search` is counted by. */
const counted = sql`terms, annual_max, pay_currency, first_published_at`

function countStatement(plan: Plan, resolved: Resolved, payCurrency: string): SQL {
  const active = new Set(plan.clauses.map((clause) => clause.facet))
  const kinds = choiceKeys.filter((key) => key !== 'region' || hasRegions(resolved))
  const free = kinds.filter((key) => !active.has(key)).map(kindOf)
  const own = kinds.filter((key) => active.has(key))
  const passes = [
    sql`select t, count(*)::int as n from matching, unnest(terms) t where t >> ${VALUE_BITS} = any(${sql.param(free)}::int[]) group by t`,
    ...own.map(
      (key) => sql`
      select t, count(*)::int from (${matchingWithout(plan, key)}) m, unnest(m.terms) t
      where t >> ${VALUE_BITS} = ${kindOf(key)}::int group by t`,
    ),
  ]
  const from = (facet: 'pay' | 'posted') =>
    active.has(facet) ? sql`(${matchingWithout(plan, facet)}) m` : sql`matching m`
  return sql`
    with matching as materialized (select ${counted} from job_search where ${whereIn(plan)}),
      terms as (${sql.join(passes, sql` union all `)}),
      ranked as (select t, n, row_number() over (partition by t >> ${VALUE_BITS} order by n desc, t) as rank from terms)
    select 'term' as counted, t as value, n as jobs from ranked
      where rank <= ${TOP_VALUES} or t >> ${VALUE_BITS} <> all(${sql.param(manyValued)}::int[])
        or t & ${MAX_VALUE} = ${NOT_STATED} or t = any(${sql.param(chosenTerms(resolved))}::int[])
    union all
    select 'pay', ${payStep(payCurrency)}, count(*)::int from ${from('pay')} group by 2
    union all
    select 'posted', w.value, w.n from (select ${postedCounts()} from ${from('posted')}) p,
      lateral (values (0, p.n0), (1, p.n1), (2, p.n2), (3, p.n3)) w(value, n)
    union all
    select 'total', 0, count(*)::int from matching`
}

/** Facets of which only the largest values leave the database. */
const manyValued = [termKinds.company, termKinds.city, termKinds.skill]

function kindOf(key: ChoiceKey): number {
  return termKinds[termKindOf[key]]
}

/** Regions are counted for the countries chosen; all 3,900 at once are no choice. */
function hasRegions({ ids }: Resolved): boolean {
  return ids.country.any.length + ids.region.any.length + ids.region.not.length > 0
}

function chosenTerms({ ids, skillAll }: Resolved): number[] {
  const of = (key: ChoiceKey) => [...ids[key].any, ...ids[key].not].map((id) => term(termKindOf[key], id))
  return [...of('company'), ...of('place'), ...of('skill'), ...skillAll.map((id) => term('skill', id))]
}

function matchingWithout(plan: Plan, facet: ChoiceKey | 'pay' | 'posted'): SQL {
  return sql`select ${counted} from job_search where ${whereIn(without(plan, facet))}`
}

function whereIn(plan: Plan): SQL {
  return whereOf(plan, shapeOf(plan))
}

/** -1 not stated, -2 another currency, else the number of whole steps that the top of the pay reaches. */
function payStep(currency: string): SQL {
  const step = PAY_STEP * 10 ** minorDigits(currency)
  return sql`case when annual_max is null then -1 when pay_currency <> ${currency} then -2
    else least(annual_max / ${step}::bigint, ${MAX_STEPS}::bigint)::int end`
}

const MAX_STEPS = 200

function postedCounts(): SQL {
  const counts = withins.map((window, i) => {
    const names = [sql`n0`, sql`n1`, sql`n2`, sql`n3`]
    return sql`count(*) filter (where first_published_at >= ${since(window)})::int as ${names[i]}`
  })
  return sql.join(counts, sql`, `)
}

function countsIn(rows: readonly Row[], payCurrency: string): Counts {
  const choices = Object.fromEntries(
    choiceKeys.map((key) => [key, new Map<number, number>()]),
  ) as Counts['choices']
  const keyOfKind = new Map(choiceKeys.map((key) => [kindOf(key), key]))
  const pay: Counts['pay'] = { currency: payCurrency, none: 0, other: 0, steps: new Map() }
  const posted: Counts['posted'] = { '1d': 0, '3d': 0, '7d': 0, '30d': 0 }
  let total = 0
  for (const { counted, value, jobs } of rows) {
    if (counted === 'total') total = jobs
    else if (counted === 'posted') posted[withins[value] as Within] = jobs
    else if (counted === 'term') {
      const key = keyOfKind.get(value >> VALUE_BITS)
      if (key) choices[key].set(value & MAX_VALUE, jobs)
    } else if (value === -1) pay.none = jobs
    else if (value === -2) pay.other = jobs
    else pay.steps.set(value, jobs)
  }
  return { total, choices, pay, posted }
}

function isTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === QUERY_CANCELED
}
