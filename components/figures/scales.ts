import { scaleLinear } from 'd3-scale'
import { numberText } from '@/components/format'
import { shareText, shortMoneyText } from './amounts'

/** Where values lie along a drawing, in hundredths of its width, and the ticks that name them. */
export type Scale = { at: (value: number) => number; ticks: { at: number; text: string }[]; from: number }

/** A part of the width of a drawing. Attributes, never `style`: the policy of the pages refuses inline styles. */
export const percent = (hundredths: number) => `${Number(hundredths.toFixed(2))}%`

/** Below this part of the largest amount, a scale of pay may as well begin at zero. */
const NEAR_ZERO = 0.25

export function payScale(amounts: number[], currency: string, locale: string): Scale {
  const [low, high] = spanOf(amounts)
  const from = low < high * NEAR_ZERO ? 0 : low
  const text = (amount: number) => shortMoneyText(amount, currency, locale)
  const count = fittingTicks(text(high))
  return scaleOf(scaleLinear([from, high], [0, 100]).nice(count), count, text)
}

/** From edge to edge: the bars of a histogram fill the width. */
export function binScale(edges: number[], currency: string, locale: string): Scale {
  const [low, high] = spanOf(edges)
  const text = (amount: number) => shortMoneyText(amount, currency, locale)
  return scaleOf(scaleLinear([low, high], [0, 100]), fittingTicks(text(high)), text)
}

/** Always from nothing, to the largest share. */
export function shareScale(shares: number[], locale: string): Scale {
  const largest = Math.max(0, ...shares.filter(Number.isFinite))
  return scaleOf(scaleLinear([0, largest || 1], [0, 100]).nice(4), 4, (share) => shareText(share, locale))
}

/** Whole things from nothing upwards; `at` is from the bottom. */
export function countScale(counts: number[], locale: string): Scale {
  const largest = Math.max(1, ...counts.filter(Number.isFinite))
  return scaleOf(scaleLinear([0, largest], [0, 100]), Math.min(3, largest), (count) =>
    numberText(count, locale),
  )
}

function scaleOf(
  scale: { (value: number): number; ticks(count: number): number[]; domain(): number[] },
  count: number,
  text: (value: number) => string,
): Scale {
  return {
    at: (value) => Math.min(100, Math.max(0, scale(value))),
    ticks: scale.ticks(count).map((tick) => ({ at: scale(tick), text: text(tick) })),
    from: scale.domain()[0] ?? 0,
  }
}

/** One amount alone stands in the middle of a scale about itself. */
function spanOf(values: number[]): [low: number, high: number] {
  const known = values.filter(Number.isFinite)
  if (known.length === 0) return [0, 1]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (low < high) return [low, high]
  return low === 0 ? [0, 1] : [low - Math.abs(low) / 10, low + Math.abs(low) / 10]
}

/** So many labels of this length, at 7 px a letter and 16 px between two, stand side by side in the 270 px that a phone has. */
function fittingTicks(label: string): number {
  return Math.min(5, Math.max(2, Math.floor(270 / (label.length * 7 + 16)) - 1))
}
