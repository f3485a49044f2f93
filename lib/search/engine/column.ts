import type { ValueKind } from '../condition'
import { Codes } from './codes'
import { withRoom } from './growing'
import { Postings } from './postings'
import type { SlotSet } from './slot-set'

/** One code for each slot, the slots of each code, and how many jobs of the whole board have it. */
export class Column {
  codes: Int32Array = new Int32Array(0)
  board: Int32Array = new Int32Array(0)
  readonly dictionary: Codes
  private readonly postings = new Postings()

  constructor(kinds: readonly ValueKind[]) {
    this.dictionary = new Codes(kinds)
  }

  get size(): number {
    return this.dictionary.size
  }

  reserve(slots: number): void {
    this.codes = withRoom(this.codes, slots, 0)
  }

  set(slot: number, code: number): void {
    this.board = withRoom(this.board, code + 1)
    this.board[code] = (this.board[code] as number) + 1
    this.codes[slot] = code
  }

  /** Once for each slot that is set after the last `build`. */
  post(slot: number): void {
    this.postings.add(this.codes[slot] as number, slot)
  }

  /** The job of the slot has gone. */
  unset(slot: number): void {
    const code = this.codes[slot] as number
    this.board[code] = (this.board[code] as number) - 1
  }

  gather(code: number, into: SlotSet): void {
    this.postings.gather(code, into)
  }

  renumber(oldSlots: Int32Array, room: number): void {
    const codes = new Int32Array(room)
    for (let slot = 0; slot < oldSlots.length; slot++) {
      codes[slot] = this.codes[oldSlots[slot] as number] as number
    }
    this.codes = codes
  }

  build(slotCount: number): void {
    this.postings.build(this.size, this.codes, slotCount, null)
  }

  /** Adds the jobs of some slots to the jobs of each code. */
  tally(slots: Int32Array, from: number, until: number, jobs: Int32Array): void {
    const { codes } = this
    for (let i = from; i < until; i++) {
      const code = codes[slots[i] as number] as number
      jobs[code] = (jobs[code] as number) + 1
    }
  }

  get bytes(): number {
    return this.codes.byteLength + this.board.byteLength + this.postings.bytes + this.dictionary.bytes
  }
}
