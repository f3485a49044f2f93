import type { Seniority } from '@/db/values'
import { payOf } from './asked'
import { figuresOf } from './queries'
import type { Figure, Measure, PayValue } from './types'

/** Where the pay of one job stands among that of others. */
export type PayPlace = {
  /** Middle of its range by year, whole units. */
  point: number
  /** Jobs of its level, or of all levels where too few of it state pay. */
  among: Figure<Extract<Measure, { of: 'pay' }>> & { value: PayValue }
}

export type PayAsked = {
  role: string
  seniority: Seniority | null
  /** Two letters each; the first in which enough jobs state pay in the same currency counts. */
  countries: readonly string[]
  currency: string
  point: number
}

/** Null where nothing can be compared: too few jobs, or pay in another currency. */
export async function placeOfPay({
  role,
  seniority,
  countries,
  currency,
  point,
}: PayAsked): Promise<PayPlace | null> {
  const known = await figuresOf([role])
  for (const country of countries)
    for (const level of seniority ? [seniority, undefined] : [undefined]) {
      const among = known.find(payOf(role, { country, ...(level && { seniority: level }) }))
      if (among?.value.currency === currency) return { point, among }
    }
  return null
}
