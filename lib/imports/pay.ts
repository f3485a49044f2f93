import type { StoredPayTier } from '@/db/schema'
import type { StatedPay } from '@/lib/jobs/pay'

import { toMinor } from '@/lib/money'
import { payInWords } from './pay-words'
import type { ImportedJob, PayTier } from './shape'

export type ReadPay = { pay: StatedPay | null; tiers: StoredPayTier[] }

/**
 * The pay that a job states: out of the fields of its source; where they are silent out of its words, as far as these leave no
 * doubt. Several tiers of one currency and period span from the lowest to the highest; tiers that cannot be compared state no one
 * pay, and are kept.
 */
export function readPay(job: Pick<ImportedJob, 'pay' | 'payText'>, text: string): ReadPay {
  const stated = job.pay.map(inOrder)
  const words = stated.length > 0 ? null : (payInWords(job.payText ?? '') ?? payInWords(text))
  const tiers = words ? [words] : stated
  return { pay: spanOf(tiers), tiers: tiers.map(storedTier) }
}

/** A source that names the larger amount first means the same range; nothing above nothing is no pay. */
function inOrder(tier: PayTier): PayTier {
  const { min, max } = tier
  return min !== null && max !== null && min > max ? { ...tier, min: max, max: min } : tier
}

function spanOf(tiers: readonly PayTier[]): StatedPay | null {
  const [first] = tiers
  if (!first) return null
  const { currency, period } = first
  if (tiers.some((tier) => tier.currency !== currency || tier.period !== period)) return null
  const lows = tiers.map(({ min, max }) => min ?? max ?? 0)
  const highs = tiers.map(({ min, max }) => max ?? min ?? 0)
  const isOpen = tiers.length === 1
  const min = isOpen ? first.min : Math.min(...lows)
  const max = isOpen ? first.max : Math.max(...highs)
  const minor = (amount: number | null) => (amount === null ? null : toMinor(amount.toFixed(3), currency))
  return { min: minor(min), max: minor(max), currency, period }
}

function storedTier({ title, min, max, currency, period }: PayTier): StoredPayTier {
  const text = (amount: number | null) => (amount === null ? null : String(amount))
  return { title, min: text(min), max: text(max), currency, period }
}
