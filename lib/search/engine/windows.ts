import { type Within, withins } from '../search'
import type { Board } from './board'
import type { Found, SlotList } from './found'
import type { SlotSet } from './slot-set'

const DAY_US = 86_400_000_000
/** A longer list is counted by the zones in which its slots are. */
const ONE_BY_ONE = 1024

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

  published(found: Found): Int32Array {
    const { base, end, publishedUs } = this.board
    const { list, bits } = found
    const jobs = new Int32Array(withins.length)
    const tailAt = list ? lowerBound(list.slots, 0, list.length, base) : base
    for (let w = 0; w < jobs.length; w++) {
      const first = this.slots[w] as number
      jobs[w] = list ? tailAt - lowerBound(list.slots, 0, tailAt, first) : bits.countBetween(first, base)
    }
    for (let i = tailAt; i < (list ? list.length : end); i++) {
      const slot = list ? (list.slots[i] as number) : i
      if (list || bits.has(slot)) this.add(publishedUs[slot] as number, jobs)
    }
    return jobs
  }

  seen({ list, bits }: Found): Int32Array {
    const { end, seenUs, seenZones } = this.board
    if (list && list.length < ONE_BY_ONE) {
      const jobs = new Int32Array(withins.length)
      for (let i = 0; i < list.length; i++) this.add(seenUs[list.slots[i] as number] as number, jobs)
      return jobs
    }
    return Int32Array.from(this.since, (us) => {
      let n = 0
      seenZones.each(us, end, (from, until, areAll) => {
        if (bits) n += areAll ? bits.countBetween(from, until) : countSeen(bits, seenUs, us, from, until)
        else n += countListedSeen(list, areAll ? null : seenUs, us, from, until)
      })
      return n
    })
  }

  private add(us: number, jobs: Int32Array): void {
    const { since } = this
    for (let w = since.length - 1; w >= 0 && us >= (since[w] as number); w--)
      jobs[w] = (jobs[w] as number) + 1
  }
}

function countSeen(bits: SlotSet, seenUs: Float64Array, us: number, from: number, until: number): number {
  let n = 0
  for (let slot = from; slot < until; slot++) if ((seenUs[slot] as number) >= us && bits.has(slot)) n++
  return n
}

/** Without times, all of them count. */
function countListedSeen(
  { slots, length }: SlotList,
  seenUs: Float64Array | null,
  us: number,
  from: number,
  until: number,
): number {
  const first = lowerBound(slots, 0, length, from)
  const end = lowerBound(slots, first, length, until)
  if (!seenUs) return end - first
  let n = 0
  for (let i = first; i < end; i++) if ((seenUs[slots[i] as number] as number) >= us) n++
  return n
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
