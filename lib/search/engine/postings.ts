import { SlotSet } from './slot-set'

/** A slot in a list takes as much as bits for 32 slots: what more than one job in 32 has is kept as bits. */
const SLOTS_FOR_ONE_LISTED = 32

const DENSE = -1
/** Marking a listed slot takes as long as looking up the codes of so many; so do so many words of bits. */
const LOOKS_FOR_ONE_LISTED = 2
const WORDS_FOR_A_LOOK = 2

/** Looked at in one step of `build`. */
const STEP = 2 ** 19
const STEP_OF_SLOTS = 2 ** 15

type Codes = Int32Array | Uint16Array | Uint32Array

/** For each code the slots that have it: of common codes as bits; of others ascending in one array, and in short lists since. */
export class Postings {
  private starts = new Int32Array(1)
  private slots = new Int32Array(0)
  private dense = new Map<number, SlotSet>()
  private tail = new Map<number, number[]>()

  /** A slot beyond all that were added before. */
  add(code: number, slot: number): void {
    const bits = this.dense.get(code)
    if (bits) return void bits.add(slot)
    const list = this.tail.get(code)
    if (list) list.push(slot)
    else this.tail.set(code, [slot])
  }

  /**
   * From the codes of each slot: those of slot `s` are `values[offsets[s]..offsets[s + 1]]`, or `values[s]` without offsets. In steps
   * of some milliseconds; nothing is replaced before the last one.
   */
  *build(codeCount: number, values: Codes, slotCount: number, offsets: Int32Array | null): Generator<void> {
    const length = offsets ? (offsets[slotCount] as number) : slotCount
    const starts = new Int32Array(codeCount + 1)
    for (let from = 0; from < length; from += STEP) {
      count(values, from, Math.min(length, from + STEP), starts)
      yield
    }
    const dense = takeDense(starts, slotCount)
    const free = starts.slice()
    for (const code of dense.keys()) free[code] = DENSE
    const slots = new Int32Array(starts[codeCount] as number)
    for (let from = 0; from < slotCount; from += STEP_OF_SLOTS) {
      const until = Math.min(slotCount, from + STEP_OF_SLOTS)
      for (let slot = from; slot < until; slot++) {
        const end = offsets ? (offsets[slot + 1] as number) : slot + 1
        for (let i = offsets ? (offsets[slot] as number) : slot; i < end; i++) {
          const code = values[i] as number
          const at = free[code] as number
          if (at === DENSE) dense.get(code)?.add(slot)
          else {
            slots[at] = slot
            free[code] = at + 1
          }
        }
      }
      yield
    }
    this.starts = starts
    this.slots = slots
    this.dense = dense
    this.tail = new Map()
  }

  /** Of a common code; slots of jobs that have gone are among them. Only to be read. */
  bitsOf(code: number): SlotSet | null {
    return this.dense.get(code) ?? null
  }

  looksToGather(table: Uint8Array, jobsOf: Int32Array, jobs: number): number {
    let listed = jobs
    let words = 0
    for (const [code, bits] of this.dense) {
      if (table[code] === 0) continue
      listed -= jobsOf[code] as number
      words += bits.words.length
    }
    return listed * LOOKS_FOR_ONE_LISTED + words / WORDS_FOR_A_LOOK
  }

  /** Slots of jobs that have gone are among them. */
  gather(code: number, into: SlotSet): void {
    const bits = this.dense.get(code)
    if (bits) return void into.addAll(bits)
    const { slots, starts } = this
    const { words } = into
    const until = starts[code + 1] ?? 0
    for (let i = code + 1 < starts.length ? (starts[code] as number) : until; i < until; i++) {
      const slot = slots[i] as number
      const at = slot >>> 5
      words[at] = (words[at] as number) | (1 << (slot & 31))
    }
    for (const slot of this.tail.get(code) ?? []) into.add(slot)
  }

  /** Writes how many slots of the set each code has. As long for a small set as for a large one. */
  tally(set: SlotSet, jobs: Int32Array): void {
    const { words } = set
    const { slots, starts } = this
    for (let code = 0; code + 1 < starts.length; code++) {
      const from = starts[code] as number
      const until = starts[code + 1] as number
      if (from < until) jobs[code] = countListed(words, slots, from, until)
    }
    for (const [code, list] of this.tail) {
      for (const slot of list) if (set.has(slot)) jobs[code] = (jobs[code] as number) + 1
    }
    for (const [code, bits] of this.dense) jobs[code] = bits.countBoth(words)
  }

  get bytes(): number {
    let own = this.starts.byteLength + this.slots.byteLength
    for (const list of this.tail.values()) own += 32 + list.length * 8
    for (const bits of this.dense.values()) own += bits.words.byteLength
    return own
  }
}

function count(values: Codes, from: number, until: number, starts: Int32Array): void {
  for (let i = from; i < until; i++) {
    const next = (values[i] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
}

/** Sums up counts to starts, without those that are dense: they get empty sets. */
function takeDense(starts: Int32Array, slotCount: number): Map<number, SlotSet> {
  const dense = new Map<number, SlotSet>()
  for (let code = 0; code + 1 < starts.length; code++) {
    const count = starts[code + 1] as number
    const isDense = count * SLOTS_FOR_ONE_LISTED > slotCount
    if (isDense) dense.set(code, new SlotSet(slotCount + (slotCount >>> 3)))
    starts[code + 1] = (starts[code] as number) + (isDense ? 0 : count)
  }
  return dense
}

/** A sum and no store for each slot: nothing waits for the count before. */
function countListed(words: Int32Array, slots: Int32Array, from: number, until: number): number {
  let n = 0
  for (let i = from; i < until; i++) {
    const slot = slots[i] as number
    n += ((words[slot >>> 5] as number) >>> (slot & 31)) & 1
  }
  return n
}
