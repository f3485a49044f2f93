import { SlotSet } from './slot-set'

/** A listed slot takes as much as bits for 32 slots; it becomes bits in time to have no more than that. */
const BITS_FOR_ONE_LISTED = 32
const OWN_BYTES = 200

/** The slots of the jobs that have a word: few are listed, many are bits. */
export class WordSet {
  private list = new Int32Array(0)
  private length = 0
  private highest = -1
  private bits: SlotSet | null = null

  constructor(slots: ArrayLike<number>, capacity: number) {
    if (slots.length * BITS_FOR_ONE_LISTED * 2 < capacity) {
      this.list = Int32Array.from(slots)
      this.length = slots.length
      for (const slot of this.list) if (slot > this.highest) this.highest = slot
      return
    }
    this.bits = new SlotSet(capacity)
    for (let i = 0; i < slots.length; i++) this.bits.add(slots[i] as number)
  }

  /** Only to be read. */
  toSlots(capacity: number): SlotSet {
    if (this.bits) return this.bits
    const slots = new SlotSet(capacity)
    for (const slot of this.listed()) slots.add(slot)
    return slots
  }

  /** Without those that have no slot now (-1). */
  moved(slotNow: Int32Array, capacity: number): WordSet {
    const slots = this.bits ? listOf(this.bits) : this.listed().slice()
    let n = 0
    for (let i = 0; i < slots.length; i++) {
      const slot = slotNow[slots[i] as number] ?? -1
      if (slot >= 0) slots[n++] = slot
    }
    return new WordSet(slots.subarray(0, n), capacity)
  }

  add(slot: number): void {
    if (this.bits) return void this.bits.add(slot)
    // A changed job has the highest slot of all.
    if (slot <= this.highest && this.listed().includes(slot)) return
    if (this.length === this.list.length) {
      const longer = new Int32Array(this.length + (this.length >>> 2) + 4)
      longer.set(this.list)
      this.list = longer
    }
    this.list[this.length++] = slot
    this.highest = Math.max(this.highest, slot)
    if (this.length * BITS_FOR_ONE_LISTED <= slot) return
    this.bits = this.toSlots(slot + 1)
    this.list = new Int32Array(0)
    this.length = 0
  }

  delete(slot: number): void {
    if (this.bits) return void this.bits.delete(slot)
    const at = this.listed().indexOf(slot)
    if (at < 0) return
    this.list.copyWithin(at, at + 1, this.length)
    this.length--
  }

  get bytes(): number {
    return OWN_BYTES + (this.bits?.words.byteLength ?? 0) + this.list.byteLength
  }

  private listed(): Int32Array {
    return this.list.subarray(0, this.length)
  }
}

function listOf(slots: SlotSet): Int32Array {
  const list = new Int32Array(slots.count())
  slots.listBoth(slots, list)
  return list
}
