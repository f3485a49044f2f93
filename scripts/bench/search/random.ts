import { type Random, randomFrom } from '@/lib/jobs/testing/random'

/** Seeds that follow one another begin far apart. */
export function seeded(seed: number): Random {
  return randomFrom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b))
}

/** A whole number of `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

/** Draws in constant time, each value as often as its weight says (Walker's alias method in Vose's form). */
export class Weighted<T> {
  private readonly chance: Float64Array
  private readonly other: Int32Array

  constructor(
    private readonly values: readonly T[],
    weights: readonly number[],
  ) {
    const sum = weights.reduce((a, b) => a + b, 0)
    this.chance = Float64Array.from(weights, (weight) => (weight * values.length) / sum)
    this.other = Int32Array.from(values, (_, at) => at)
    const small: number[] = []
    const large: number[] = []
    const sort = (at: number) => ((this.chance[at] ?? 0) < 1 ? small : large).push(at)
    for (const at of this.other.keys()) sort(at)
    while (small.length > 0 && large.length > 0) {
      const [low = 0, high = 0] = [small.pop(), large.pop()]
      this.other[low] = high
      this.chance[high] = (this.chance[high] ?? 0) + (this.chance[low] ?? 0) - 1
      sort(high)
    }
  }

  draw(random: Random): T {
    const at = Math.floor(random() * this.values.length)
    const drawn = random() < (this.chance[at] ?? 1) ? at : (this.other[at] ?? at)
    return this.values[drawn] as T
  }
}

/** Weights of ranks 1 to n by Zipf's law: the first is drawn `rank` to the power of `exponent` times as often as a later one. */
export function zipf(count: number, exponent = 1): number[] {
  return Array.from({ length: count }, (_, at) => (at + 1) ** -exponent)
}
