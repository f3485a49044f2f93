import { FRESHNESS_POINTS, type Order } from '../condition'
import { type Board, NO_PAY } from './board'
import { CHUNK, type Filter } from './filter'
import type { FilterMaker } from './filter-maker'

const DAY_US = 86_400_000_000
// An import is read through a getter each time; a loop over a million slots feels that.
const pointsADay = FRESHNESS_POINTS

/** The rank of slots in an order, and between what numbers it lies for a job published then. */
export type Ranker = {
  rank: (slots: Int32Array, n: number, out: Float64Array) => void
  most: (publishedUs: number) => number
  least: (publishedUs: number) => number
}

export function rankerOf(board: Board, order: Order, maker: FilterMaker): Ranker {
  if (order.by === 'relevance') {
    const terms = order.terms.map(({ points, condition }) => ({ points, filter: maker.make(condition) }))
    return new RelevanceRanker(board, terms)
  }
  return order.by === 'pay' ? new PayRanker(board, order.currency) : nothingRanks
}

const nothingRanks: Ranker = {
  rank: (_slots, n, out) => {
    out.fill(0, 0, n)
  },
  most: () => 0,
  least: () => 0,
}

class PayRanker implements Ranker {
  private readonly isOwn: Uint8Array

  constructor(
    private readonly board: Board,
    currency: string,
  ) {
    this.isOwn = Uint8Array.from(board.paySteps.currencies, (own) => (own === currency ? 1 : 0))
  }

  rank(slots: Int32Array, n: number, out: Float64Array): void {
    const { isOwn } = this
    const none = NO_PAY
    const { annualMax } = this.board
    const { codes } = this.board.columns.pay
    for (let i = 0; i < n; i++) {
      const slot = slots[i] as number
      out[i] = isOwn[codes[slot] as number] === 1 ? (annualMax[slot] as number) : none
    }
  }

  most(): number {
    return Number.POSITIVE_INFINITY
  }

  least(): number {
    return NO_PAY
  }
}

class RelevanceRanker implements Ranker {
  private readonly passes = new Uint8Array(CHUNK)
  private readonly mostPoints: number
  private readonly leastPoints: number

  constructor(
    private readonly board: Board,
    private readonly terms: readonly { points: number; filter: Filter }[],
  ) {
    this.mostPoints = terms.reduce((sum, { points }) => sum + Math.max(0, points), 0)
    this.leastPoints = terms.reduce((sum, { points }) => sum + Math.min(0, points), 0)
  }

  rank(slots: Int32Array, n: number, out: Float64Array): void {
    const { publishedUs } = this.board
    const { passes } = this
    for (let i = 0; i < n; i++) out[i] = freshness(publishedUs[slots[i] as number] as number)
    for (const { points, filter } of this.terms) {
      filter.pass(slots, n, passes)
      for (let i = 0; i < n; i++) out[i] = (out[i] as number) + points * (passes[i] as number)
    }
  }

  most(publishedUs: number): number {
    return this.mostPoints + freshness(publishedUs)
  }

  least(publishedUs: number): number {
    return this.leastPoints + freshness(publishedUs)
  }
}

function freshness(publishedUs: number): number {
  return pointsADay * Math.floor(publishedUs / DAY_US)
}
