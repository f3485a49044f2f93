import type { Column } from './column'
import type { Scratch } from './scratch'
import type { SkillColumn } from './skill-column'
import type { SlotSet } from './slot-set'
import type { TimeZones } from './time-zones'

/** Slots are looked at so many at a time: what a step writes, the next one finds in the processor's nearest memory. */
export const CHUNK = 4096

/** Tells which of some slots pass. */
export type Filter = {
  /** No more jobs of the board pass than this. */
  readonly bound: number
  /** Writes 1 or 0 for each of the first `n` slots, of which there are at most `CHUNK`. */
  pass: (slots: Int32Array, n: number, out: Uint8Array) => void
  /** Adds every slot that passes, maybe others too. Null: it would be no quicker than to look at all. */
  readonly gather: ((into: SlotSet) => void) | null
  /** Of the living slots, `gather` adds no others: what it gathered need not be shown to the filter again. */
  readonly gathersExactly: boolean
  /** Adds every slot that passes to an empty set, no other one but of jobs that have gone or are still to come. */
  mark: (into: SlotSet, scratch: Scratch) => void
}

/** Passes by one look into a table. With `floor`, a code whose entry is 2 passes when the pay reaches it. */
export class TableFilter implements Filter {
  readonly bound: number
  readonly gathersExactly: boolean

  constructor(
    readonly column: Column,
    readonly table: Uint8Array,
    readonly floor: { annualMax: Float64Array; minor: number } | null = null,
    /** Those whose entry is 1, where they are known and nothing else is in the table: a few of very many. */
    private readonly codes: readonly number[] | null = null,
  ) {
    this.gathersExactly = floor === null
    let bound = 0
    if (codes) for (const code of codes) bound += column.board[code] as number
    else
      for (let code = 0; code < table.length; code++)
        if (table[code] !== 0) bound += column.board[code] as number
    this.bound = bound
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    const { table } = this
    const { codes } = this.column
    for (let i = 0; i < n; i++) out[i] = table[codes[slots[i] as number] as number] as number
    if (this.floor) this.compare(slots, n, out, this.floor.annualMax, this.floor.minor)
  }

  gather(into: SlotSet): void {
    this.gatherEntries(1, into)
    if (this.floor) this.gatherEntries(2, into)
  }

  mark(into: SlotSet, scratch: Scratch): void {
    const { table, floor, column } = this
    const isQuicker = column.looksToGather(table, this.bound) < into.words.length * 32
    if (isQuicker) this.gatherEntries(1, into)
    else markByTable(column.codes, table, into.words)
    if (!floor) return
    const reached = scratch.set(into.words.length * 32 - 1)
    this.gatherEntries(2, reached)
    keepReached(reached.words, floor.annualMax, floor.minor)
    into.addAll(reached)
  }

  private gatherEntries(entry: 1 | 2, into: SlotSet): void {
    const { table, codes, column } = this
    if (codes) for (const code of codes) column.gather(code, into)
    else for (let code = 0; code < table.length; code++) if (table[code] === entry) column.gather(code, into)
  }

  private compare(
    slots: Int32Array,
    n: number,
    out: Uint8Array,
    annualMax: Float64Array,
    minor: number,
  ): void {
    for (let i = 0; i < n; i++) {
      if (out[i] === 2) out[i] = (annualMax[slots[i] as number] as number) >= minor ? 1 : 0
    }
  }
}

/** Passes what is in a set: words. */
export class SetFilter implements Filter {
  readonly gathersExactly = true
  readonly bound: number

  constructor(readonly set: SlotSet) {
    this.bound = set.count()
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    passSet(this.set, slots, n, out)
  }

  gather(into: SlotSet): void {
    into.addAll(this.set)
  }

  mark(into: SlotSet): void {
    into.addAll(this.set)
  }
}

/** Reading the skills of more slots one by one takes longer than a set of all that have one. */
const LISTS_READ = 512

/** Passes what has one of the skills. */
export class SkillFilter implements Filter {
  readonly gathersExactly = true
  readonly bound: number
  private set: SlotSet | null
  private listsRead = 0

  constructor(
    private readonly skills: SkillColumn,
    private readonly codes: readonly number[],
    private readonly emptySet: () => SlotSet,
  ) {
    this.bound = codes.reduce((sum, code) => sum + (skills.board[code] ?? 0), 0)
    const [only] = codes
    this.set = only !== undefined && codes.length === 1 ? skills.bitsOf(only) : null
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    this.listsRead += n
    if (!this.set && this.listsRead <= LISTS_READ) {
      this.skills.hasOne(this.codes, slots, n, out)
      return
    }
    if (!this.set) {
      this.set = this.emptySet()
      this.gather(this.set)
    }
    passSet(this.set, slots, n, out)
  }

  gather(into: SlotSet): void {
    for (const code of this.codes) this.skills.gather(code, into)
  }

  mark(into: SlotSet): void {
    this.gather(into)
  }
}

/** Passes what is not older. The base is in the order of publishing: below it, one slot says it all. */
export class PublishedFilter implements Filter {
  readonly gathersExactly = false
  readonly bound: number

  constructor(
    private readonly since: { us: number; slot: number; base: number; end: number; timesUs: Float64Array },
  ) {
    this.bound = since.end - since.slot
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    const { us, slot: first, base, timesUs } = this.since
    for (let i = 0; i < n; i++) {
      const slot = slots[i] as number
      out[i] = slot < base ? (slot >= first ? 1 : 0) : (timesUs[slot] as number) >= us ? 1 : 0
    }
  }

  gather(into: SlotSet): void {
    into.addRange(this.since.slot, this.since.end)
  }

  mark(into: SlotSet): void {
    const { us, slot: first, base, end, timesUs } = this.since
    into.addRange(first, base)
    for (let slot = base; slot < end; slot++) if ((timesUs[slot] as number) >= us) into.add(slot)
  }
}

export class SeenFilter implements Filter {
  readonly gather = null
  readonly gathersExactly = false
  readonly bound: number

  constructor(
    private readonly jobs: { seenUs: Float64Array; seenZones: TimeZones; end: number; size: number },
    private readonly sinceUs: number,
  ) {
    this.bound = jobs.size
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    const { seenUs } = this.jobs
    const { sinceUs } = this
    for (let i = 0; i < n; i++) out[i] = (seenUs[slots[i] as number] as number) >= sinceUs ? 1 : 0
  }

  mark(into: SlotSet): void {
    const { seenUs, seenZones, end } = this.jobs
    seenZones.each(this.sinceUs, end, (from, until, areAll) => {
      if (areAll) return into.addRange(from, until)
      for (let slot = from; slot < until; slot++) if ((seenUs[slot] as number) >= this.sinceUs) into.add(slot)
    })
  }
}

function passSet({ words }: SlotSet, slots: Int32Array, n: number, out: Uint8Array): void {
  const end = words.length * 32
  for (let i = 0; i < n; i++) {
    const slot = slots[i] as number
    out[i] = slot < end ? ((words[slot >>> 5] as number) >>> (slot & 31)) & 1 : 0
  }
}

/** A word of 32 slots at a time, and four slots in one step: the loop itself costs as much as a look. Entry 2 is left out. */
function markByTable(codes: Uint16Array | Int32Array, table: Uint8Array, words: Int32Array): void {
  const whole = Math.min(words.length, codes.length >>> 5)
  for (let w = 0; w < whole; w++) {
    const at = w << 5
    let bits = 0
    for (let j = 0; j < 32; j += 4) {
      const first = (table[codes[at + j] as number] as number) & 1
      const second = (table[codes[at + j + 1] as number] as number) & 1
      const third = (table[codes[at + j + 2] as number] as number) & 1
      const fourth = (table[codes[at + j + 3] as number] as number) & 1
      bits |= (first | (second << 1) | (third << 2) | (fourth << 3)) << j
    }
    words[w] = bits
  }
  for (let slot = whole << 5; slot < codes.length && slot >>> 5 < words.length; slot++) {
    const w = slot >>> 5
    words[w] = (words[w] as number) | (((table[codes[slot] as number] as number) & 1) << (slot & 31))
  }
}

function keepReached(words: Int32Array, annualMax: Float64Array, minor: number): void {
  for (let w = 0; w < words.length; w++) {
    let reached = words[w] as number
    for (let bits = reached; bits !== 0; bits &= bits - 1) {
      const lowest = bits & -bits
      if ((annualMax[(w << 5) + 31 - Math.clz32(lowest)] as number) < minor) reached ^= lowest
    }
    words[w] = reached
  }
}
