import { type Within, withins } from '../search'
import type { Board } from './board'

const DAY_US = 86_400_000_000

/** Jobs within the last days, by both clocks; each array has a number for each of `withins`. */
export class Windows {
  private readonly since: readonly number[]
  private readonly slots: readonly number[]

  constructor(
    private readonly board: Board,
    nowUs: number,
  ) {
    this.since = withins.map((window) => nowUs - daysIn(window) * DAY_US)
    this.slots = this.since.map((us) => board.baseSlotAt(us, Number.NEGATIVE_INFINITY))
  }

  tallyPublished(list: Int32Array, from: number, until: number, jobs: Int32Array): void {
    const { base, publishedUs } = this.board
    const tailAt = lowerBound(list, from, until, base)
    for (let w = 0; w < withins.length; w++) {
      const us = this.since[w] as number
      let n = tailAt - lowerBound(list, from, tailAt, this.slots[w] as number)
      for (let i = tailAt; i < until; i++) if ((publishedUs[list[i] as number] as number) >= us) n++
      jobs[w] = (jobs[w] as number) + n
    }
  }

  tallySeen(list: Int32Array, from: number, until: number, jobs: Int32Array): void {
    const { seenUs } = this.board
    const { since } = this
    const widest = since[since.length - 1] as number
    for (let i = from; i < until; i++) {
      const us = seenUs[list[i] as number] as number
      if (us < widest) continue
      for (let w = 0; w < since.length; w++) {
        if (us >= (since[w] as number)) jobs[w] = (jobs[w] as number) + 1
      }
    }
  }

  boardPublished(): Int32Array {
    const { alive, base, end, publishedUs } = this.board
    return Int32Array.from(withins, (_, w) => {
      const us = this.since[w] as number
      let n = alive.countBetween(this.slots[w] as number, base)
      for (let slot = base; slot < end; slot++)
        if ((publishedUs[slot] as number) >= us && alive.has(slot)) n++
      return n
    })
  }

  boardSeen(): Int32Array {
    return Int32Array.from(this.since, (us) => this.board.seenZones.countSince(us, this.board))
  }
}

function daysIn(window: Within): number {
  return Number.parseInt(window, 10)
}

/** The first index whose slot is at least `slot`. */
export function lowerBound(list: Int32Array, from: number, until: number, slot: number): number {
  let low = from
  let high = until
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) < slot) low = middle + 1
    else high = middle
  }
  return low
}
