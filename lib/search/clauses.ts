import { type SQL, sql } from 'drizzle-orm'
import { codeOf, NOT_STATED, workplaces } from '@/db/values'
import { rungMinor } from '@/lib/jobs/job-terms'
import { currencyValue, lexeme, PAY_NOT_STATED, payRungs, type TermKind, WORLDWIDE } from '@/lib/jobs/terms'
import { periodsInYear, toMinor } from '@/lib/money'
import { keepsNotStated, keepsOtherCurrency } from './defaults'
import type { ChoiceIds, Resolved } from './resolve'
import { type ChoiceKey, choiceKeys, NONE, type PayFilter, type PayFloor, type Within } from './search'

/**
 * One filter in two forms that say the same: lexemes for the GIN index of `tsv`, columns for a walk along a btree and for
 * counting. Where lexemes cannot say it all, they only narrow, and `isExact` is false: the columns must be asked too.
 */
export type Clause = {
  /** The facet whose own filter this is: its counts leave this clause out. */
  facet: ChoiceKey | 'pay' | 'posted' | null
  lexemes: string | null
  isExact: boolean
  /** An index can find what has the lexemes; it cannot find what lacks them. */
  isFindable: boolean
  columns: SQL
}

export function clausesOf(resolved: Resolved): Clause[] {
  const { search, skillAll } = resolved
  return [
    ...choiceKeys.map((key) => choiceClause(key, resolved.ids[key])),
    skillAll.length > 0 ? allSkills(skillAll) : null,
    search.pay ? payClause(search.pay) : null,
    search.posted ? within('posted', sql`first_published_at`, search.posted) : null,
    search.seen ? within(null, sql`first_seen_at`, search.seen) : null,
  ].filter((clause) => clause !== null)
}

export const termKindOf: Record<ChoiceKey, TermKind> = {
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
}

/** Values are OR, exclusion wins over inclusion. */
function choiceClause(key: ChoiceKey, { any, not }: ChoiceIds): Clause | null {
  if (any.length === 0 && not.length === 0) return null
  const kept = any.length > 0 && keepsNotStated[key] && !any.includes(NOT_STATED) ? [...any, NOT_STATED] : any
  const parts = []
  if (kept.length > 0) parts.push({ lexemes: lexemesOf(key, kept), columns: columnsOf(key, kept) })
  if (not.length > 0)
    parts.push({ lexemes: `!${lexemesOf(key, not)}`, columns: sql`not ${columnsOf(key, not)}` })
  return {
    facet: key,
    lexemes: parts.map((part) => part.lexemes).join(' & '),
    isExact: true,
    isFindable: kept.length > 0,
    columns: sql.join(
      parts.map((part) => part.columns),
      sql` and `,
    ),
  }
}

function lexemesOf(key: ChoiceKey, ids: readonly number[]): string {
  const kind = termKindOf[key]
  const words = ids.map((id) => lexeme(kind, id))
  // Who may work from anywhere may work from each country.
  if (key === 'from' && ids.some((id) => id !== NOT_STATED)) words.push(lexeme(kind, WORLDWIDE))
  return `(${[...new Set(words)].join(' | ')})`
}

const REMOTE = codeOf(workplaces, 'remote')

const singleColumns = {
  role: sql`role_id`,
  company: sql`company_id`,
  seniority: sql`seniority`,
  type: sql`employment_type`,
  workplace: sql`workplace`,
} as const

const arrayColumns = {
  skill: { column: sql`skills`, type: sql`int[]` },
  country: { column: sql`countries`, type: sql`smallint[]` },
  region: { column: sql`regions`, type: sql`smallint[]` },
  place: { column: sql`cities`, type: sql`int[]` },
} as const

function columnsOf(key: ChoiceKey, ids: readonly number[]): SQL {
  if (key === 'from') return eligibleFrom(ids)
  if (key in singleColumns) {
    const column = singleColumns[key as keyof typeof singleColumns]
    // Equality, not a list of one: only so does a composite index give the order too.
    return ids.length === 1
      ? sql`(${column} = ${ids[0]})`
      : sql`(${column} = any(${sql.param([...ids])}::int[]))`
  }
  const { column, type } = arrayColumns[key as keyof typeof arrayColumns]
  return stated(ids, sql`${column} = '{}'`, (some) => sql`${column} && ${sql.param(some)}::${type}`)
}

function eligibleFrom(ids: readonly number[]): SQL {
  const notStated = sql`(workplace = ${REMOTE} and not worldwide and eligibility = '{}')`
  return stated(ids, notStated, (some) => {
    const countries = some.filter((id) => id !== WORLDWIDE)
    if (countries.length === 0) return sql`worldwide`
    return sql`worldwide or eligibility && ${sql.param(countries)}::smallint[]`
  })
}

function stated(ids: readonly number[], notStated: SQL, has: (some: number[]) => SQL): SQL {
  const some = ids.filter((id) => id !== NOT_STATED)
  if (some.length === 0) return sql`(${notStated})`
  return some.length === ids.length ? sql`(${has(some)})` : sql`(${notStated} or ${has(some)})`
}

function allSkills(ids: readonly number[]): Clause {
  return {
    facet: null,
    lexemes: ids.map((id) => lexeme('skill', id)).join(' & '),
    isExact: true,
    isFindable: true,
    columns: sql`skills @> ${sql.param([...ids])}::int[]`,
  }
}

const PAY_NONE = lexeme('pay', PAY_NOT_STATED)

function payClause({ floor, statedOnly, anyCurrency }: PayFilter): Clause {
  const facet = 'pay'
  if (floor === NONE) {
    // "Only those that state no pay" and "leave those out" together leave nothing: exclusion wins.
    const columns = statedOnly ? sql`false` : sql`annual_max is null`
    return { facet, lexemes: PAY_NONE, isExact: !statedOnly, isFindable: true, columns }
  }
  if (floor === null) {
    return {
      facet,
      lexemes: `!${PAY_NONE}`,
      isExact: true,
      isFindable: false,
      columns: sql`annual_max is not null`,
    }
  }
  const keepsNone = keepsNotStated.pay && !statedOnly
  const keepsOther = keepsOtherCurrency || anyCurrency
  const annual = annualMinor(floor)
  const rung = payRungs.findLast((one) => rungMinor(one, floor.currency) <= annual)
  const inCurrency = lexeme('currency', currencyValue(floor.currency))
  const lexemes = [rung === undefined ? inCurrency : `(${inCurrency} & ${lexeme('pay', rung)})`]
  const columns = [sql`pay_currency = ${floor.currency} and annual_max >= ${String(annual)}::bigint`]
  if (keepsNone) {
    lexemes.push(PAY_NONE)
    columns.push(sql`annual_max is null`)
  }
  if (keepsOther) {
    lexemes.push(`(!${PAY_NONE} & !${inCurrency})`)
    columns.push(sql`pay_currency <> ${floor.currency}`)
  }
  return {
    facet,
    lexemes: `(${lexemes.join(' | ')})`,
    isExact: rung !== undefined && rungMinor(rung, floor.currency) === annual,
    isFindable: !keepsOther,
    columns: sql`(${sql.join(columns, sql` or `)})`,
  }
}

/** A pay floor by year in minor units. */
function annualMinor({ amount, currency, period }: PayFloor): bigint {
  return toMinor(amount, currency) * BigInt(periodsInYear[period])
}

/** By the database's clock. Lexemes know weeks only, so they do not take part. */
function within(facet: 'posted' | null, column: SQL, window: Within): Clause {
  return {
    facet,
    lexemes: null,
    isExact: false,
    isFindable: false,
    columns: sql`${column} >= ${since(window)}`,
  }
}

export function since(window: Within): SQL {
  return sql`now() - make_interval(days => ${Number.parseInt(window, 10)}::int)`
}
