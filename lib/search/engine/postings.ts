import type { SlotSet } from './slot-set'

/** For each code the slots that have it, ascending: one sorted array for the base, short lists for what came since. */
export class Postings {
  private starts = new Int32Array(1)
  private slots = new Int32Array(0)
  private tail = new Map<number, number[]>()

  /** From the codes of each slot: those of slot `s` are `values[offsets[s]..offsets[s + 1]]`, or `values[s]` without offsets. */
  build(codeCount: number, values: ArrayLike<number>, slotCount: number, offsets: Int32Array | null): void {
    const starts = new Int32Array(codeCount + 1)
    const length = offsets ? (offsets[slotCount] as number) : slotCount
    for (let i = 0; i < length; i++) {
      const next = (values[i] as number) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let code = 0; code < codeCount; code++) {
      starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number)
    }
    const free = starts.slice()
    const slots = new Int32Array(length)
    for (let slot = 0; slot < slotCount; slot++) {
      const from = offsets ? (offsets[slot] as number) : slot
      const until = offsets ? (offsets[slot + 1] as number) : slot + 1
      for (let i = from; i < until; i++) {
        const code = values[i] as number
        const at = free[code] as number
        slots[at] = slot
        free[code] = at + 1
      }
    }
    this.starts = starts
    this.slots = slots
    this.tail = new Map()
  }

  /** A slot beyond all that were added before. */
  add(code: number, slot: number): void {
    const list = this.tail.get(code)
    if (list) list.push(slot)
    else this.tail.set(code, [slot])
  }

  /** Slots of jobs that have gone are among them. */
  gather(code: number, into: SlotSet): void {
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

  get bytes(): number {
    let tail = 0
    for (const list of this.tail.values()) tail += 32 + list.length * 8
    return this.starts.byteLength + this.slots.byteLength + tail
  }
}
