import type { PayPeriod } from '@/db/values'
import { payPeriodLabels } from './labels'

/** As stated, in major units. */
type Pay = { min: number | null; max: number | null; currency: string; period: PayPeriod }

/**
 * Pay in words: "$82,000 – $104,000 a year", "from €55 an hour". A currency is written so that it cannot be taken for another:
 * `CA$` beside `$`, `SEK` and not `kr`.
 */
export function payWords({ min, max, currency, period }: Pay, locale: string): string {
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  })
  const [low, high] = [min, max].map((amount) => (amount === null ? null : money.format(amount)))
  const amount = low === high ? low : !high ? `from ${low}` : !low ? `up to ${high}` : `${low} – ${high}`
  return `${amount} ${payPeriodLabels[period]}`
}
