import type { PayPeriod } from '@/db/values'
import { payPeriodLabels } from './labels'

/** As stated, in major units. */
type Pay = { min: number | null; max: number | null; currency: string; period: PayPeriod }

/**
 * Pay in words: "$82,000 – $104,000 a year", "from €55 an hour". A currency is written so that it cannot be taken for another:
 * `CA$` beside `$`, `SEK` and not `kr`.
 */
export function payWords({ min, max, currency, period }: Pay, locale: string): string {
  const money = moneyFormat(locale, currency)
  const [low, high] = [min, max].map((amount) => (amount === null ? null : money.format(amount)))
  const amount = low === high ? low : !high ? `from ${low}` : !low ? `up to ${high}` : `${low} – ${high}`
  return `${amount} ${payPeriodLabels[period]}`
}

// Making a formatter costs more than using it a hundred times.
const formats = new Map<string, Intl.NumberFormat>()

function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  formats.set(key, known)
  return known
}
