import type { PayPeriod } from '@/db/values'
import { annualPay } from '@/lib/jobs/pay'
import { toMinor } from '@/lib/money'
import type { PayTier } from './shape'

const currencies: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' }
const codes = 'USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|INR|SGD|JPY|BRL|MXN|ZAR|ILS|AED|HKD'
const amount = String.raw`\d{1,3}(?:[,.\u202f ]\d{3})+(?:\.\d{2})?|\d+(?:\.\d{1,2})?`
const money = String.raw`(?:(?<C>${codes})\s?)?(?<S>US\$|CA\$|C\$|A\$|\$|€|£)?\s?(?<N>${amount})\s?(?<K>k)?(?:\s?(?<A>${codes}|€))?`

/** From the lower to the upper amount: "$120,000 - $150,000", "EUR 60k to 75k". */
const range = new RegExp(
  `${named(money, 1)}\\s*(?:-|–|—|to|and)\\s*${named(money, 2)}(?=(?<after>[^\\n]{0,60}))`,
  'gi',
)

/** Words directly after a range that say what it is for. */
const periodsAfter: readonly [RegExp, PayPeriod][] = [
  [
    /^[^a-z]*(?:[a-z]{3}[^a-z]+)?(?:gross\s+)?(?:\/|per|an|a|each)\s*(?:hour|hr)\b|^[^a-z]*(?:[a-z]{3}[^a-z]+)?hourly\b/i,
    'hour',
  ],
  [/^[^a-z]*(?:[a-z]{3}[^a-z]+)?(?:gross\s+)?(?:\/|per|a)\s*day\b|^[^a-z]*daily\b/i, 'day'],
  [/^[^a-z]*(?:[a-z]{3}[^a-z]+)?(?:gross\s+)?(?:\/|per|a)\s*month\b|^[^a-z]*monthly\b/i, 'month'],
  [
    /^[^a-z]*(?:[a-z]{3}[^a-z]+)?(?:gross\s+)?(?:\/|per|a)\s*(?:year|yr|annum)\b|^[^a-z]*(?:[a-z]{3}[^a-z]+)?(?:annually|annual|yearly|p\.a)/i,
    'year',
  ],
]
/** What the sentence before a range must be about, where no period follows it: pay of a year. */
const aboutPay =
  /\b(?:salary|base pay|pay range|compensation|base range|pay scale|gehalt|remuneration)\b[^.\n]{0,120}$/i
/** What it must not be about. */
const aboutOther =
  /\b(?:bonus|ote|on-target|commission|equity|stipend|allowance|revenue|arr|funding|raised|valuation|budget|benefit|401|series [a-e]|million|billion)\b/i

/** Below this a sum is no pay of a year; above that none of an hour. */
const YEAR_FROM = 10_000
const HOUR_TO = 1000

/**
 * The one pay range that a text states, or null: none, two that differ, a period that is not said, or words around it that are about
 * something else. "$" alone is the US dollar only beside US-style figures, so a text that names another dollar gives none.
 */
export function payInWords(text: string): PayTier | null {
  const plain = text.replace(/\\([$~*_-])/g, '$1').replace(/[*_`]/g, '')
  const otherDollars = /\b(?:CAD|AUD|NZD|SGD|HKD|MXN)\b|(?:CA|C|A|NZ|S|HK)\$/.test(plain)
  const found = [...plain.matchAll(range)].flatMap((match) => tierOf(match, plain, otherDollars) ?? [])
  const [first] = found
  if (!first || found.includes(UNCLEAR)) return null
  return found.every((tier) => JSON.stringify(tier) === JSON.stringify(first)) ? first : null
}

/** A range of dollars of which nobody can tell which. */
const UNCLEAR: PayTier = { min: null, max: null, currency: 'XXX', period: 'year', title: null }

function isBareDollar({ S1, S2 }: Record<string, string | undefined>): boolean {
  return S1 === '$' || S2 === '$'
}

function tierOf(match: RegExpMatchArray, text: string, otherDollars: boolean): PayTier | null {
  const groups = match.groups ?? {}
  const currency = currencyOf(groups, otherDollars)
  if (!currency) return isBareDollar(groups) ? UNCLEAR : null
  const [low, high] = [amountOf(groups, 1), amountOf(groups, 2)]
  const min = groups.K2 && !groups.K1 && low < 1000 ? low * 1000 : low
  if (min <= 0 || high < min) return null
  const before = text.slice(Math.max(0, (match.index ?? 0) - 160), match.index)
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1)
  if (aboutOther.test(sentence) || aboutOther.test(belonging(groups.after ?? ''))) return null
  const period = periodOf(groups.after ?? '', sentence, min)
  if (!period) return null
  if (period === 'year' ? min < YEAR_FROM : period === 'hour' && high > HOUR_TO) return null
  const annual = annualPay({
    min: toMinor(min.toFixed(2), currency),
    max: toMinor(high.toFixed(2), currency),
    currency,
    period,
  })
  if (!annual?.plausible) return null
  return { min, max: high, currency, period, title: null }
}

/** What directly follows a range and still speaks of it: "in ARR", not "plus equity". */
function belonging(after: string): string {
  return after.slice(0, 40).split(/[.,;()+]|\b(?:plus|and|with|as well)\b/)[0] ?? ''
}

function periodOf(after: string, before: string, min: number): PayPeriod | null {
  const said = periodsAfter.find(([words]) => words.test(after))?.[1]
  if (said) return said
  if (/\bhourly\b[^.\n]{0,80}$/i.test(before)) return 'hour'
  if (/\b(?:annual|yearly)\b[^.\n]{0,120}$/i.test(before)) return 'year'
  return aboutPay.test(before) && min >= YEAR_FROM ? 'year' : null
}

function currencyOf(groups: Record<string, string | undefined>, otherDollars: boolean): string | null {
  const stated = [groups.C1, groups.C2, groups.A1, groups.A2].filter((code) => code !== undefined)
  const named = new Set(stated.map((code) => (code === '€' ? 'EUR' : code.toUpperCase())))
  if (named.size > 1) return null
  const [code] = named
  if (code) return code
  const signs = new Set([groups.S1, groups.S2].filter((sign) => sign !== undefined))
  if (signs.size !== 1) return null
  const [sign = ''] = signs
  if (sign === '$') return otherDollars ? null : 'USD'
  return { US$: 'USD', CA$: 'CAD', C$: 'CAD', A$: 'AUD' }[sign] ?? currencies[sign] ?? null
}

function amountOf(groups: Record<string, string | undefined>, n: 1 | 2): number {
  const digits = (groups[`N${n}`] ?? '').replace(/[\s\u202f]/g, '')
  const plain = /[.,]\d{3}(?:[.,]|$)/.test(digits)
    ? digits.replace(/[.,](?=\d{3})/g, '')
    : digits.replace(',', '.')
  return Number(plain) * (groups[`K${n}`] ? 1000 : 1)
}

function named(pattern: string, n: 1 | 2): string {
  return pattern.replace(/\(\?<(\w)>/g, `(?<$1${n}>`)
}
