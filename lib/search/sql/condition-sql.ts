import { type SQL, sql } from 'drizzle-orm'
import { codeOf, NOT_STATED, workplaces } from '@/db/values'
import { currencyOf, WORLDWIDE } from '@/lib/jobs/terms'
import type { Condition, ValueKind } from '../condition'

/** A condition on the columns of `job_search`: never null, so that `not` is its opposite. */
export function columnsOf(condition: Condition): SQL {
  switch (condition.is) {
    case 'any':
      return anyOf(condition.kind, condition.values)
    case 'pay':
      return sql`(annual_max is not null and pay_currency = ${condition.currency} and annual_max >= ${String(condition.annualMinor)}::bigint)`
    case 'published':
      return sql`first_published_at >= ${daysAgo(condition.withinDays)}`
    case 'seen':
      return sql`first_seen_at >= ${daysAgo(condition.withinDays)}`
    case 'text':
      return sql`tsv @@ ${condition.query}::tsquery`
    case 'title':
      return sql`title_tsv @@ ${condition.query}::tsquery`
    case 'all':
      return condition.of.length === 0
        ? sql`true`
        : sql`(${sql.join(condition.of.map(columnsOf), sql` and `)})`
    case 'some':
      return condition.of.length === 0
        ? sql`false`
        : sql`(${sql.join(condition.of.map(columnsOf), sql` or `)})`
    case 'not':
      return sql`not ${columnsOf(condition.of)}`
  }
}

export function daysAgo(days: number): SQL {
  return sql`now() - make_interval(days => ${days}::int)`
}

const singleColumns = {
  role: sql`role_id`,
  company: sql`company_id`,
  seniority: sql`seniority`,
  employmentType: sql`employment_type`,
  workplace: sql`workplace`,
  visa: sql`visa`,
} as const

const arrayColumns = {
  skill: { column: sql`skills`, type: sql`int[]` },
  country: { column: sql`countries`, type: sql`smallint[]` },
  region: { column: sql`regions`, type: sql`smallint[]` },
  city: { column: sql`cities`, type: sql`int[]` },
} as const

function anyOf(kind: ValueKind, values: readonly number[]): SQL {
  switch (kind) {
    case 'eligibility':
      return eligible(values)
    case 'text':
      return sql`has_text::int = any(${sql.param([...values])}::int[])`
    case 'currency':
      return sql`coalesce(pay_currency = any(${sql.param(values.map(currencyOf))}::text[]), false)`
    case 'pay':
      if (values.some((value) => value !== NOT_STATED))
        throw new RangeError('a rung of pay is no value of a search')
      return sql`annual_max is null`
    case 'skill':
    case 'country':
    case 'region':
    case 'city': {
      const { column, type } = arrayColumns[kind]
      return stated(values, sql`${column} = '{}'`, (some) => sql`${column} && ${sql.param(some)}::${type}`)
    }
    default: {
      const column = singleColumns[kind]
      // Equality, not a list of one: only so does a composite index give the order too.
      return values.length === 1
        ? sql`(${column} = ${values[0]})`
        : sql`(${column} = any(${sql.param([...values])}::int[]))`
    }
  }
}

const REMOTE = codeOf(workplaces, 'remote')

function eligible(values: readonly number[]): SQL {
  const notStated = sql`(workplace = ${REMOTE} and not worldwide and eligibility = '{}')`
  return stated(values, notStated, (some) => {
    const countries = some.filter((value) => value !== WORLDWIDE)
    const named = sql`eligibility && ${sql.param(countries)}::smallint[]`
    if (countries.length === some.length) return named
    return countries.length === 0 ? sql`worldwide` : sql`worldwide or ${named}`
  })
}

function stated(values: readonly number[], notStated: SQL, has: (some: number[]) => SQL): SQL {
  const some = values.filter((value) => value !== NOT_STATED)
  if (some.length === 0) return sql`(${notStated})`
  return some.length === values.length ? sql`(${has(some)})` : sql`(${notStated} or ${has(some)})`
}
