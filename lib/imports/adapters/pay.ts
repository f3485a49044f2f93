import type { PayPeriod } from '@/db/values'
import type { JobFields } from '../shape'

type Amount = number | string | null | undefined
type Stated = {
  min?: Amount
  max?: Amount
  currency: string | null | undefined
  period: string | null | undefined
  title?: string | null
}

/**
 * A tier of pay from the words of a source; none where the amount, the currency or the period is not stated. A sum that is paid once has
 * no period, so it is none either.
 */
export function tierOf({
  min,
  max,
  currency,
  period: words,
  title = null,
}: Stated): NonNullable<JobFields['pay']> {
  const [low, high, period] = [amountOf(min), amountOf(max), periodOf(words)]
  const code = currency?.trim().toUpperCase() ?? ''
  if ((low === null && high === null) || !/^[A-Z]{3}$/.test(code) || !period) return []
  return [{ min: low, max: high, currency: code, period, title }]
}

/** `YEAR`, `1 YEAR`, `yearly`, `per-year-salary`: exactly such words, and nothing else. */
export function periodOf(words: string | null | undefined): PayPeriod | null {
  const word = words?.trim().toLowerCase() ?? ''
  if (/^(?:annual|annually|annum|per annum|p\.a\.)$/.test(word)) return 'year'
  if (word === 'daily') return 'day'
  return (/^(?:(?:1|per)[ -])?(hour|day|week|month|year)(?:ly|s)?(?:-(?:salary|wage|rate))?$/.exec(
    word,
  )?.[1] ?? null) as PayPeriod | null
}

/** `75000`, `"75000.50"`, `"75,000"`; null for anything that is no plain amount. */
export function amountOf(stated: Amount): number | null {
  if (typeof stated === 'number') return Number.isFinite(stated) && stated >= 0 ? stated : null
  const text = stated?.trim() ?? ''
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
}
