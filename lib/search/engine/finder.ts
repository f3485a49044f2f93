import type { Clause } from '../clauses'
import type { Board } from './board'
import { CHUNK, type Filter, TableFilter } from './filter'
import type { FilterMaker } from './filter-maker'
import type { Found, SlotList } from './found'
import type { SlotSet } from './slot-set'

/** Below this share of the board, looking at those that may match is quicker than marking all that fulfil each filter. */
const LIST_SHARE = 1 / 8

/** Finds what fulfils some of the clauses of one search; what two finds have in common is looked for once. */
export class Finder {
  /** The clauses one by one. */
  readonly filters: readonly Filter[]
  private readonly joined = new Map<string, Filter>()
  private readonly marked = new Map<string, SlotSet>()
  private readonly candidates = new Map<string, SlotList>()
  private readonly found = new Map<string, Found>()

  constructor(
    private readonly board: Board,
    private readonly maker: FilterMaker,
    clauses: readonly Clause[],
  ) {
    this.filters = clauses.map((clause) => maker.make(clause.condition))
  }

  /** What fulfils the clauses with these numbers, which are in ascending order. */
  find(numbers: readonly number[]): Found {
    const key = numbers.join()
    const known = this.found.get(key)
    if (known) return known
    const found = this.look(this.parts(numbers))
    this.found.set(key, found)
    return found
  }

  /** Clauses about one column are one filter. By their numbers, the one that leaves least first. */
  private parts(numbers: readonly number[]): [string, Filter][] {
    const byColumn = new Map<unknown, number[]>()
    for (const number of numbers) {
      const filter = this.filters[number]
      const column = filter instanceof TableFilter ? filter.column : filter
      byColumn.set(column, [...(byColumn.get(column) ?? []), number])
    }
    const parts = [...byColumn.values()].map((same): [string, Filter] => [same.join(), this.join(same)])
    return parts.sort(([, a], [, b]) => a.bound - b.bound)
  }

  private join(numbers: readonly number[]): Filter {
    const key = numbers.join()
    const filter =
      this.joined.get(key) ?? this.maker.all(numbers.flatMap((number) => this.filters[number] ?? []))
    this.joined.set(key, filter)
    return filter
  }

  private look(parts: readonly [string, Filter][]): Found {
    const { board } = this
    const leading = parts.find(([, filter]) => filter.gather !== null)
    if (leading && leading[1].bound < board.size * LIST_SHARE) return this.lookAmong(leading, parts)
    if (parts.length === 0) return { total: board.size, list: null, bits: board.alive }
    const bits = board.scratch.set(board.end)
    bits.addAll(board.alive)
    for (const [key, filter] of parts) bits.keepBoth(this.mark(key, filter))
    return { total: bits.count(), list: null, bits }
  }

  private mark(key: string, filter: Filter): SlotSet {
    const known = this.marked.get(key)
    if (known) return known
    const { scratch, end } = this.board
    const bits = scratch.set(end)
    filter.mark(bits, scratch)
    this.marked.set(key, bits)
    return bits
  }

  private lookAmong([key, leading]: [string, Filter], parts: readonly [string, Filter][]): Found {
    const candidates = this.gather(key, leading)
    const filters = parts
      .map(([, filter]) => filter)
      .filter((filter) => filter !== leading || !leading.gathersExactly)
    const list = { slots: this.board.scratch.list(candidates.length), length: 0 }
    const chunk = new Int32Array(Math.min(CHUNK, candidates.length))
    const passes = new Uint8Array(chunk.length)
    for (let from = 0; from < candidates.length; from += CHUNK) {
      let n = Math.min(CHUNK, candidates.length - from)
      chunk.set(candidates.slots.subarray(from, from + n))
      for (const filter of filters) n = keepPassing(filter, chunk, passes, n)
      list.slots.set(chunk.subarray(0, n), list.length)
      list.length += n
    }
    return { total: list.length, list, bits: null }
  }

  private gather(key: string, filter: Filter): SlotList {
    const known = this.candidates.get(key)
    if (known) return known
    const set = candidatesOf(this.board, filter)
    const slots = this.board.scratch.list(set.count())
    const list = { slots, length: set.listBoth(set, slots) }
    this.candidates.set(key, list)
    return list
  }
}

/** Every living slot that the filter passes, maybe others too; of a filter that can gather. */
export function candidatesOf({ scratch, end, alive }: Board, filter: Filter): SlotSet {
  const set = scratch.set(end)
  filter.gather?.(set)
  set.keepBoth(alive)
  return set
}

/** Moves those of the first `n` slots that pass to the front, and returns how many they are. */
export function keepPassing(filter: Filter, slots: Int32Array, passes: Uint8Array, n: number): number {
  filter.pass(slots, n, passes)
  let kept = 0
  for (let i = 0; i < n; i++) {
    slots[kept] = slots[i] as number
    kept += passes[i] as number
  }
  return kept
}
