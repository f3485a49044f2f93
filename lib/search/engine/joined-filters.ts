import { CHUNK, type Filter } from './filter'
import type { Scratch } from './scratch'
import type { SlotSet } from './slot-set'

export class AllFilter implements Filter {
  readonly gathersExactly = false
  readonly bound: number
  readonly gather: Filter['gather']
  private readonly other = new Uint8Array(CHUNK)

  constructor(private readonly filters: readonly [Filter, ...Filter[]]) {
    this.bound = Math.min(...filters.map((filter) => filter.bound))
    const quickest = filters
      .filter((filter) => filter.gather !== null)
      .reduce<Filter | null>((least, filter) => (least && least.bound <= filter.bound ? least : filter), null)
    this.gather = quickest && ((into) => quickest.gather?.(into))
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    const { filters, other } = this
    filters[0].pass(slots, n, out)
    for (let f = 1; f < filters.length; f++) {
      filters[f]?.pass(slots, n, other)
      for (let i = 0; i < n; i++) out[i] = (out[i] as number) & (other[i] as number)
    }
  }

  mark(into: SlotSet, scratch: Scratch): void {
    this.filters[0].mark(into, scratch)
    for (const filter of this.filters.slice(1)) {
      const other = scratch.set(into.words.length * 32 - 1)
      filter.mark(other, scratch)
      into.keepBoth(other)
    }
  }
}

export class SomeFilter implements Filter {
  readonly gathersExactly: boolean
  readonly bound: number
  readonly gather: Filter['gather']
  private readonly other = new Uint8Array(CHUNK)

  constructor(private readonly filters: readonly [Filter, ...Filter[]]) {
    this.bound = filters.reduce((sum, filter) => sum + filter.bound, 0)
    this.gathersExactly = filters.every((filter) => filter.gathersExactly)
    this.gather = filters.every((filter) => filter.gather !== null)
      ? (into: SlotSet) => {
          for (const filter of filters) filter.gather?.(into)
        }
      : null
  }

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    const { filters, other } = this
    filters[0].pass(slots, n, out)
    for (let f = 1; f < filters.length; f++) {
      filters[f]?.pass(slots, n, other)
      for (let i = 0; i < n; i++) out[i] = (out[i] as number) | (other[i] as number)
    }
  }

  mark(into: SlotSet, scratch: Scratch): void {
    for (const filter of this.filters) {
      const one = scratch.set(into.words.length * 32 - 1)
      filter.mark(one, scratch)
      into.addAll(one)
    }
  }
}

export class NotFilter implements Filter {
  readonly gather = null
  readonly gathersExactly = false

  constructor(
    private readonly filter: Filter,
    readonly bound: number,
  ) {}

  pass(slots: Int32Array, n: number, out: Uint8Array): void {
    this.filter.pass(slots, n, out)
    for (let i = 0; i < n; i++) out[i] = 1 - (out[i] as number)
  }

  mark(into: SlotSet, scratch: Scratch): void {
    const passing = scratch.set(into.words.length * 32 - 1)
    this.filter.mark(passing, scratch)
    into.words.fill(-1)
    into.deleteAll(passing)
  }
}

export class ConstantFilter implements Filter {
  readonly gather: Filter['gather']
  readonly gathersExactly = true

  constructor(
    private readonly passes: boolean,
    readonly bound: number,
  ) {
    this.gather = passes ? null : () => {}
  }

  pass(_slots: Int32Array, n: number, out: Uint8Array): void {
    out.fill(this.passes ? 1 : 0, 0, n)
  }

  mark(into: SlotSet): void {
    if (this.passes) into.words.fill(-1)
  }
}
