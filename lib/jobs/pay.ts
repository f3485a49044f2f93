import payBounds from '@/content/taxonomy/pay-bounds.json'
import type { PayPeriod } from '@/db/values'
import { periodsInYear, toMajor } from '@/lib/money'

/** As stated; amounts in minor units of the currency. One of the two may be missing. */
export type StatedPay = { min: bigint | null; max: bigint | null; currency: string; period: PayPeriod }
export type AnnualPay = { min: bigint; max: bigint; plausible: boolean }

/**
 * A range wider than 1 : 4 tells a seeker nothing (1 to 500,000); honest ones, even of sales jobs with their
 * commission, stay within 1 : 3.
 */
export const MAX_RATIO = 4n

const bounds: Readonly<Record<string, readonly number[] | undefined>> = payBounds.annualMajor

/**
 * Pay by the year (2,080 hours, 260 days, 52 weeks, 12 months), minor units; null when no amount is stated. `plausible`
 * is false where it cannot be what was meant: 55 to 65 "a year" is by the hour, 200 to 275,000 lacks three digits. The
 * bounds of `content/taxonomy/pay-bounds.json` are in major units a year per currency, from half the pay of the lowest
 * paid full-time work there to about twenty times an engineer's; a currency without bounds is judged by its ratio alone.
 */
export function annualPay({ min, max, currency, period }: StatedPay): AnnualPay | null {
  const low = min ?? max
  const high = max ?? min
  if (low === null || high === null) return null
  const times = BigInt(periodsInYear[period])
  const annual = { min: low * times, max: high * times }
  return { ...annual, plausible: isPlausible(annual, currency) }
}

function isPlausible({ min, max }: { min: bigint; max: bigint }, currency: string): boolean {
  if (min <= 0n || max < min || max > min * MAX_RATIO) return false
  const [floor, ceiling] = bounds[currency] ?? []
  if (floor === undefined || ceiling === undefined) return true
  return toMajor(min, currency) >= floor && toMajor(max, currency) <= ceiling
}
