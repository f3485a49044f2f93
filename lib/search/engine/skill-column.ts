import { Codes } from './codes'
import { withRoom } from './growing'
import { Postings } from './postings'
import type { SlotSet } from './slot-set'

const NOT_STATED_ONLY: readonly number[] = [0]

/** Skills as lists: there are too many combinations to number. A job without any has the value 0. */
export class SkillColumn {
  board: Int32Array = new Int32Array(0)
  readonly dictionary = new Codes(['skill'])
  private readonly postings = new Postings()
  /** Slot `s` has the codes `lists[starts[s]..starts[s + 1]]`. */
  private starts = new Int32Array(1)
  private lists: Uint16Array | Uint32Array = new Uint16Array(0)

  get size(): number {
    return this.dictionary.size
  }

  reserve(slots: number): void {
    this.starts = withRoom(this.starts, slots + 1, 0)
  }

  /** Slots are set in ascending order. */
  set(slot: number, skills: readonly number[]): void {
    const stated = skills.length === 0 ? NOT_STATED_ONLY : skills
    let end = this.starts[slot] as number
    // Half as much again and not an eighth: nobody knows beforehand how many skills the jobs have.
    if (end + stated.length > this.lists.length)
      this.lists = withRoom(this.lists, (end + stated.length) * 1.3)
    for (const skill of stated) {
      const code = this.codeOf(skill)
      this.board[code] = (this.board[code] as number) + 1
      this.lists[end++] = code
    }
    this.starts[slot + 1] = end
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

  renumber(oldSlots: Int32Array, room: number): void {
    const starts = new Int32Array(room + 1)
    const lists = this.lists.slice(0, this.lists.length)
    let end = 0
    for (let slot = 0; slot < oldSlots.length; slot++) {
      const old = oldSlots[slot] as number
      const until = this.starts[old + 1] as number
      for (let i = this.starts[old] as number; i < until; i++) lists[end++] = this.lists[i] as number
      starts[slot + 1] = end
    }
    this.starts = starts
    this.lists = lists
  }

  build(slotCount: number): void {
    const used = this.starts[slotCount] as number
    if (this.lists.length > used * 1.15 + 64) this.lists = this.lists.slice(0, Math.ceil(used * 1.1))
    this.postings.build(this.size, this.lists, slotCount, this.starts)
  }

  tally(slots: Int32Array, from: number, until: number, jobs: Int32Array): void {
    const { starts, lists } = this
    for (let i = from; i < until; i++) {
      const slot = slots[i] as number
      const end = starts[slot + 1] as number
      for (let j = starts[slot] as number; j < end; j++) {
        const code = lists[j] as number
        jobs[code] = (jobs[code] as number) + 1
      }
    }
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
    const known = this.dictionary.get(skill)
    if (known !== undefined) return known
    const code = this.dictionary.add(skill, [[skill]])
    this.board = withRoom(this.board, code + 1)
    if (code > 0xffff && this.lists instanceof Uint16Array) this.lists = Uint32Array.from(this.lists)
    return code
  }
}
