import { Codes } from './codes'
import type { SlotList } from './found'
import { withRoom } from './growing'
import { Postings } from './postings'
import type { SlotSet } from './slot-set'

const NOT_STATED_ONLY: readonly number[] = [0]

/** So many lists fit into the processor's near memory. */
const PART = 1024

/** A reader may look so far beyond the end of a list. */
const OVERRUN = 8

/** Skills as lists: there are too many combinations to number. A job without any has the value 0. */
export class SkillColumn {
  board: Int32Array = new Int32Array(0)
  readonly dictionary: Codes
  private readonly postings = new Postings()
  /** Slot `s` has the codes `lists[starts[s]..starts[s + 1]]`. */
  private starts = new Int32Array(1)
  private lists: Uint16Array | Uint32Array = new Uint16Array(0)
  private readonly froms = new Int32Array(PART)
  private readonly untils = new Int32Array(PART)
  /** Nobody reads it: it keeps the compiler from leaving the touch out. */
  protected touched = 0

  /** With `before` it shares what the codes mean. */
  constructor(before?: SkillColumn) {
    this.dictionary = before?.dictionary ?? new Codes(['skill'])
    if (before) this.board = new Int32Array(before.board.length)
    if (before) this.lists = before.lists.slice(0, 0)
  }

  get size(): number {
    return this.dictionary.size
  }

  reserve(slots: number): void {
    this.starts = withRoom(this.starts, slots + 1, 0)
  }

  /** Slots are set in ascending order. */
  set(slot: number, skills: readonly number[]): void {
    const stated = skills.length === 0 ? NOT_STATED_ONLY : skills
    this.starts[slot + 1] = this.starts[slot] as number
    for (const skill of stated) this.add(slot, this.codeOf(skill))
  }

  adopt(slot: number, other: SkillColumn, otherSlot: number): void {
    const until = other.starts[otherSlot + 1] as number
    this.starts[slot + 1] = this.starts[slot] as number
    for (let i = other.starts[otherSlot] as number; i < until; i++) this.add(slot, other.lists[i] as number)
  }

  private add(slot: number, code: number): void {
    const end = this.starts[slot + 1] as number
    // More than an eighth to spare: nobody knows beforehand how many skills the jobs have.
    if (end + OVERRUN >= this.lists.length) this.lists = withRoom(this.lists, end * 1.3 + 64)
    if (code >= this.board.length) this.board = withRoom(this.board, code + 1)
    if (code > 0xffff && this.lists instanceof Uint16Array) this.lists = Uint32Array.from(this.lists)
    this.board[code] = (this.board[code] as number) + 1
    this.lists[end] = code
    this.starts[slot + 1] = end + 1
  }

  post(slot: number): void {
    const until = this.starts[slot + 1] as number
    for (let i = this.starts[slot] as number; i < until; i++) this.postings.add(this.lists[i] as number, slot)
  }

  unset(slot: number): void {
    const until = this.starts[slot + 1] as number
    for (let i = this.starts[slot] as number; i < until; i++) {
      const code = this.lists[i] as number
      this.board[code] = (this.board[code] as number) - 1
    }
  }

  gather(code: number, into: SlotSet): void {
    this.postings.gather(code, into)
  }

  /** The slots with a code that many jobs have, only to be read; null for the others. */
  bitsOf(code: number): SlotSet | null {
    return this.postings.bitsOf(code)
  }

  *build(slotCount: number): Generator<void> {
    const used = this.starts[slotCount] as number
    if (this.lists.length > used * 1.15 + 64)
      this.lists = this.lists.slice(0, Math.ceil(used * 1.1) + OVERRUN)
    yield* this.postings.build(this.size, this.lists, slotCount, this.starts)
  }

  /** Adds the jobs of some slots to the jobs of each code. */
  tally(slots: Int32Array, from: number, until: number, jobs: Int32Array): void {
    const { lists, froms, untils } = this
    for (let start = from; start < until; start += PART) {
      const n = this.fetch(slots, start, Math.min(until, start + PART))
      for (let i = 0; i < n; i++) {
        const at = froms[i] as number
        const end = untils[i] as number
        addFour(lists, at, end, jobs)
        addFour(lists, at + 4, end, jobs)
        for (let j = at + 8; j < end; j += 4) addFour(lists, j, end, jobs)
      }
    }
  }

  /**
   * Looks up where the lists are and touches them. The processor guesses where a list ends and waits when it was wrong: without
   * this, for the memory of one list after the other; with it, all come at once.
   */
  private fetch(slots: Int32Array, from: number, until: number): number {
    const { starts, lists, froms, untils } = this
    const n = until - from
    for (let i = 0; i < n; i++) {
      const slot = slots[from + i] as number
      froms[i] = starts[slot] as number
      untils[i] = starts[slot + 1] as number
    }
    let touched = 0
    for (let i = 0; i < n; i++) {
      touched ^= (lists[froms[i] as number] as number) ^ (lists[(untils[i] as number) - 1] as number)
    }
    this.touched = touched
    return n
  }

  /** The same from zeros. Returns the codes that have jobs. */
  tallyFew({ slots, length }: SlotList, jobs: Int32Array): Int32Array {
    const { lists, froms, untils } = this
    const met = new Int32Array(this.size)
    let n = 0
    for (let start = 0; start < length; start += PART) {
      const fetched = this.fetch(slots, start, Math.min(length, start + PART))
      for (let i = 0; i < fetched; i++) {
        const end = untils[i] as number
        for (let j = froms[i] as number; j < end; j++) {
          const code = lists[j] as number
          const before = jobs[code] as number
          if (before === 0) met[n++] = code
          jobs[code] = before + 1
        }
      }
    }
    return met.subarray(0, n)
  }

  /** Writes the jobs of each code that are in the set. */
  tallyByCode(set: SlotSet, jobs: Int32Array): void {
    this.postings.tally(set, jobs)
  }

  /** Writes 1 for each slot that has one of the codes, by reading its list. */
  hasOne(codes: readonly number[], slots: Int32Array, n: number, out: Uint8Array): void {
    const { starts, lists } = this
    const wanted = new Set(codes)
    for (let i = 0; i < n; i++) {
      const slot = slots[i] as number
      const end = starts[slot + 1] as number
      let found = 0
      for (let j = starts[slot] as number; j < end && found === 0; j++)
        if (wanted.has(lists[j] as number)) found = 1
      out[i] = found
    }
  }

  get bytes(): number {
    const own = this.starts.byteLength + this.lists.byteLength + this.board.byteLength
    return own + this.postings.bytes + this.dictionary.bytes
  }

  private codeOf(skill: number): number {
    return this.dictionary.get(skill) ?? this.dictionary.add(skill, [[skill]])
  }
}

/**
 * Counts four codes, but adds nothing for those that are not before `end`: they belong to the next list. To end a loop there would
 * cost more, as the processor cannot guess how long a list is.
 */
function addFour(lists: Uint16Array | Uint32Array, at: number, end: number, jobs: Int32Array): void {
  const first = lists[at] as number
  const second = lists[at + 1] as number
  const third = lists[at + 2] as number
  const fourth = lists[at + 3] as number
  // The sign of the difference: 1 before the end, 0 from there on.
  jobs[first] = (jobs[first] as number) + ((at - end) >>> 31)
  jobs[second] = (jobs[second] as number) + ((at + 1 - end) >>> 31)
  jobs[third] = (jobs[third] as number) + ((at + 2 - end) >>> 31)
  jobs[fourth] = (jobs[fourth] as number) + ((at + 3 - end) >>> 31)
}
