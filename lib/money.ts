import type { PayPeriod } from '@/db/values'

// ISO 4217 minor units that are not 2. Not from Intl: its digits follow CLDR and change with the version of Node.
const noMinorUnit = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '))
const threeDigits = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** Digits after the decimal point in which the minor unit of an ISO 4217 currency counts: USD 2, JPY 0. */
export function minorDigits(currency: string): number {
  if (noMinorUnit.has(currency)) return 0
  return threeDigits.has(currency) ? 3 : 2
}

/** How many of a period a year of work has: 2,080 hours, 260 days, 52 weeks, 12 months. */
export const periodsInYear: Record<PayPeriod, number> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 }

export function toMajor(minor: bigint | number, currency: string): number {
  return Number(minor) / 10 ** minorDigits(currency)
}

/** Exact for up to two decimals: `amount` is a decimal string such as "25.5". A rest below the minor unit counts as one. */
export function toMinor(amount: string, currency: string): bigint {
  const [whole = '0', decimals = ''] = amount.split('.')
  const scaled = BigInt(whole + decimals.padEnd(3, '0').slice(0, 3))
  const divisor = 10n ** BigInt(3 - minorDigits(currency))
  return (scaled + divisor - 1n) / divisor
}
