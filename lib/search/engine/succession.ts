import { Board } from './board'

/** Slots copied in one step: about a millisecond. */
const STEP = 8192

/**
 * A new board for an old one: the same jobs in order, without the slots of those that have gone. Made in steps, while the old one
 * goes on to change and to answer; until it takes over, both are in memory.
 */
export class Succession {
  readonly next: Board
  private readonly changed = new Set<number>()
  private order = new Int32Array(0)

  constructor(private readonly old: Board) {
    this.next = Board.after(old)
  }

  /** To be told of every job that is put or removed before `finish`. */
  change(jobId: number): void {
    this.changed.add(jobId)
  }

  *steps(): Generator<void> {
    const { old, next } = this
    this.order = old.order()
    next.reserve(this.order.length)
    for (let from = 0; from < this.order.length; from += STEP) {
      for (const slot of this.order.subarray(from, from + STEP)) next.adopt(old, slot)
      yield
    }
    yield* next.build()
  }

  /** After all steps, in the turn in which the new board takes over. Returns the old slot of each new one. */
  finish(): Int32Array {
    const { old, next } = this
    const later: number[] = []
    for (const jobId of this.changed) {
      const outdated = next.slotOf(jobId)
      if (outdated !== undefined) next.remove(outdated)
      const slot = old.slotOf(jobId)
      if (slot === undefined) continue
      next.post(next.adopt(old, slot))
      later.push(slot)
    }
    const oldSlots = new Int32Array(this.order.length + later.length)
    oldSlots.set(this.order)
    oldSlots.set(later, this.order.length)
    return oldSlots
  }
}
