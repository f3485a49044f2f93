import { rungMinor } from '@/lib/jobs/job-terms'
import { currencyValue, lexeme, payRungs } from '@/lib/jobs/terms'
import type { Condition } from '../condition'

/**
 * A condition in the words of `job_search.tsv`: text of a tsquery that every match fulfils, null when there is none. Where lexemes
 * cannot say it all, they only narrow, and `isExact` is false: the columns must be asked too.
 */
export type Lexemes = {
  query: string | null
  isExact: boolean
  /** An index can find what has the lexemes; it cannot find what lacks them. */
  isFindable: boolean
}

const nothingSaid: Lexemes = { query: null, isExact: false, isFindable: false }

export function lexemesOf(condition: Condition): Lexemes {
  switch (condition.is) {
    case 'any': {
      const words = [...new Set(condition.values.map((value) => lexeme(condition.kind, value)))]
      return { query: `(${words.join(' | ')})`, isExact: true, isFindable: true }
    }
    case 'pay':
      return payReached(condition.currency, condition.annualMinor)
    case 'published':
    case 'seen':
      return nothingSaid
    case 'text':
      return { query: `(${condition.query})`, isExact: true, isFindable: true }
    case 'title':
      return { query: `(${condition.query})`, isExact: false, isFindable: true }
    case 'all':
      return allOf(condition.of.map(lexemesOf))
    case 'some':
      return someOf(condition.of.map(lexemesOf))
    case 'not': {
      const { query, isExact } = lexemesOf(condition.of)
      return isExact && query !== null ? { query: `!${query}`, isExact, isFindable: false } : nothingSaid
    }
  }
}

export function allOf(parts: readonly Lexemes[]): Lexemes {
  const queries = parts.flatMap(({ query }) => query ?? [])
  return {
    query: queries.length === 0 ? null : `(${queries.join(' & ')})`,
    isExact: parts.every((part) => part.isExact),
    isFindable: parts.some((part) => part.isFindable),
  }
}

function someOf(parts: readonly Lexemes[]): Lexemes {
  const queries = parts.flatMap(({ query }) => query ?? [])
  if (queries.length < parts.length || parts.length === 0) return nothingSaid
  return {
    query: `(${queries.join(' | ')})`,
    isExact: parts.every((part) => part.isExact),
    isFindable: parts.every((part) => part.isFindable),
  }
}

/** The rung of the pay ladder at or below it, in the job's own currency. */
function payReached(currency: string, annualMinor: bigint): Lexemes {
  const inCurrency = lexeme('currency', currencyValue(currency))
  const rung = payRungs.findLast((one) => rungMinor(one, currency) <= annualMinor)
  if (rung === undefined) return { query: inCurrency, isExact: false, isFindable: true }
  return {
    query: `(${inCurrency} & ${lexeme('pay', rung)})`,
    isExact: rungMinor(rung, currency) === annualMinor,
    isFindable: true,
  }
}
