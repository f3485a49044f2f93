import type { Column } from './column'
import type { SkillColumn } from './skill-column'
import { SlotSet } from './slot-set'

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
}

/** Passes by one look into a table. With `floor`, a code whose entry is 2 passes when the pay reaches it. */
export class TableFilter implements Filter {
  readonly bound: number

  constructor(
    readonly column: Column,
    readonly table: Uint8Array,
    readonly floor: { annualMax: Float64Array; minor: number } | null = null,
  ) {
    let bound = 0
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
    const { table } = this
    for (let code = 0; code < table.length; code++) if (table[code] !== 0) this.column.gather(code, into)
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
  readonly bound: number

  constructor(private readonly set: SlotSet) {
    this.bound = set.count()
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    passSet(this.set, slots, n, out)
  }

  gather(into: SlotSet): void {
    into.addAll(this.set)
  }
}

/** Passes what has one of the skills. */
export class SkillFilter implements Filter {
  readonly bound: number
  private set: SlotSet | null = null

  constructor(
    private readonly skills: SkillColumn,
    private readonly codes: readonly number[],
    private readonly end: number,
  ) {
    this.bound = codes.reduce((sum, code) => sum + (skills.board[code] ?? 0), 0)
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    if (!this.set && n < CHUNK / 8) {
      this.skills.hasOne(this.codes, slots, n, out)
      return
    }
    if (!this.set) {
      this.set = new SlotSet(this.end)
      this.gather(this.set)
    }
    passSet(this.set, slots, n, out)
  }

  gather(into: SlotSet): void {
    for (const code of this.codes) this.skills.gather(code, into)
  }
}

/** Passes what is not older. The base is in the order of publishing: below it, one slot says it all. */
export class PublishedFilter implements Filter {
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
}

export class SeenFilter implements Filter {
  readonly gather = null

  constructor(
    private readonly timesUs: Float64Array,
    private readonly sinceUs: number,
    readonly bound: number,
  ) {}

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    const { timesUs, sinceUs } = this
    for (let i = 0; i < n; i++) out[i] = (timesUs[slots[i] as number] as number) >= sinceUs ? 1 : 0
  }
}

function passSet({ words }: SlotSet, slots: Int32Array, n: number, out: Uint8Array): void {
  const end = words.length * 32
  for (let i = 0; i < n; i++) {
    const slot = slots[i] as number
    out[i] = slot < end ? ((words[slot >>> 5] as number) >>> (slot & 31)) & 1 : 0
  }
}
