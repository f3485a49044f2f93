import type { ValueKind } from '../condition'
import { Codes } from './codes'
import type { SlotList } from './found'
import { withRoom } from './growing'
import { Postings } from './postings'
import type { SlotSet } from './slot-set'

/** One code for each slot, the slots of each code, and how many jobs of the whole board have it. */
export class Column {
  /** Half as wide as long as they fit: whoever looks at every tenth job reads half as much memory. */
  codes: Uint16Array | Int32Array = new Uint16Array(0)
  board: Int32Array = new Int32Array(0)
  readonly dictionary: Codes
  private readonly postings = new Postings()

  /** With `before` it shares what the codes mean. */
  constructor(kinds: readonly ValueKind[], before?: Column) {
    this.dictionary = before?.dictionary ?? new Codes(kinds)
    if (before) this.board = new Int32Array(before.board.length)
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
    if (code > 0xffff && this.codes instanceof Uint16Array) this.codes = Int32Array.from(this.codes)
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

  /** So many slots are looked at in the time that it takes to gather those of the table's codes, which have so many jobs. */
  looksToGather(table: Uint8Array, jobs: number): number {
    return this.postings.looksToGather(table, this.board, jobs)
  }

  build(slotCount: number): Generator<void> {
    return this.postings.build(this.size, this.codes, slotCount, null)
  }

  /** Adds the jobs of some slots to the jobs of each code. */
  tally(slots: Int32Array, from: number, until: number, jobs: Int32Array): void {
    const { codes } = this
    let i = from
    // Four at once: the loop itself costs as much as a job, and a count waits for the one before it.
    for (; i + 3 < until; i += 4) {
      const first = codes[slots[i] as number] as number
      const second = codes[slots[i + 1] as number] as number
      const third = codes[slots[i + 2] as number] as number
      const fourth = codes[slots[i + 3] as number] as number
      jobs[first] = (jobs[first] as number) + 1
      jobs[second] = (jobs[second] as number) + 1
      jobs[third] = (jobs[third] as number) + 1
      jobs[fourth] = (jobs[fourth] as number) + 1
    }
    for (; i < until; i++) {
      const code = codes[slots[i] as number] as number
      jobs[code] = (jobs[code] as number) + 1
    }
  }

  /** The same from zeros. Returns the codes that have jobs. */
  tallyFew({ slots, length }: SlotList, jobs: Int32Array): Int32Array {
    const { codes } = this
    const met = new Int32Array(length)
    let n = 0
    for (let i = 0; i < length; i++) {
      const code = codes[slots[i] as number] as number
      const before = jobs[code] as number
      if (before === 0) met[n++] = code
      jobs[code] = before + 1
    }
    return met.subarray(0, n)
  }

  /** Writes the jobs of each code that are in the set. */
  tallyByCode(set: SlotSet, jobs: Int32Array): void {
    this.postings.tally(set, jobs)
  }

  get bytes(): number {
    return this.codes.byteLength + this.board.byteLength + this.postings.bytes + this.dictionary.bytes
  }
}
