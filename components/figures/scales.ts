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
  return moneyScale(scaleLinear([from, high], [0, 100]).nice(5), currency, locale)
}

/** From edge to edge: the bars of a histogram fill the width. */
export function binScale(edges: number[], currency: string, locale: string): Scale {
  return moneyScale(scaleLinear(spanOf(edges), [0, 100]), currency, locale)
}

/** Always from nothing, to the largest share. */
export function shareScale(shares: number[], locale: string): Scale {
  const largest = Math.max(0, ...shares.filter(Number.isFinite))
  const scale = scaleLinear([0, largest || 1], [0, 100]).nice(4)
  return scaleOf(scale, scale.ticks(4), (share) => shareText(share, locale))
}

/** Whole things from nothing upwards, with about so many ticks above it; `at` is from the bottom. */
export function countScale(counts: number[], steps: number, locale: string): Scale {
  const largest = Math.max(1, ...counts.filter(Number.isFinite))
  const scale = scaleLinear([0, largest], [0, 100])
  return scaleOf(scale, scale.ticks(Math.min(steps, largest)), (count) => numberText(count, locale))
}

type Linear = ReturnType<typeof scaleLinear<number, number>>

function scaleOf(scale: Linear, values: number[], text: (value: number) => string): Scale {
  return {
    at: (value) => Math.min(100, Math.max(0, scale(value))),
    ticks: values.map((value) => ({ at: scale(value), text: text(value) })),
    from: scale.domain()[0] ?? 0,
  }
}

/** With as many ticks as have room: the amounts of some currencies and languages are long. */
function moneyScale(scale: Linear, currency: string, locale: string): Scale {
  const text = (amount: number) => shortMoneyText(amount, currency, locale)
  const scales = [5, 4, 3, 2].map((count) => scaleOf(scale, scale.ticks(count), text))
  const fitting = scales.find(({ ticks }) => ticks.length > 1 && haveRoom(ticks))
  return fitting ?? scaleOf(scale, scale.domain(), text)
}

/** Pixels: what a phone of 320 leaves for a drawing, its margins, and the space between two labels. */
const [WIDTH, MARGIN, SPACE] = [250, 12, 8]

function haveRoom(ticks: Scale['ticks']): boolean {
  let taken = -MARGIN - SPACE
  for (const { at, text } of ticks) {
    const [middle, length] = [(at * WIDTH) / 100, lengthOf(text)]
    const start = { start: middle, middle: middle - length / 2, end: middle - length }[anchorAt(at)]
    if (start < taken + SPACE) return false
    taken = start + length
  }
  return taken <= WIDTH + MARGIN
}

/** Pixels at most, in letters of 12. */
function lengthOf(text: string): number {
  const thin = text.match(/[\s.,’']/gu)?.length ?? 0
  return (text.length - thin / 2) * 7.25
}

/** At the ends of a drawing a label stands within it. */
export function anchorAt(hundredths: number): 'start' | 'middle' | 'end' {
  if (hundredths < 6) return 'start'
  return hundredths > 94 ? 'end' : 'middle'
}

/** One amount alone stands in the middle of a scale about itself. */
function spanOf(values: number[]): [low: number, high: number] {
  const known = values.filter(Number.isFinite)
  if (known.length === 0) return [0, 1]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (low < high) return [low, high]
  return low === 0 ? [0, 1] : [low - Math.abs(low) / 10, low + Math.abs(low) / 10]
}
