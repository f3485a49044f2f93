import type { ValueKind } from '../condition'
import type { Jobs } from './tallies'

/** The values that each code has of one kind. Codes and values are only ever added, so that no slot has to be numbered again. */
export class KindValues {
  /** By the value's index, in the order of arrival. */
  readonly values: number[] = []
  readonly codesWith: number[][] = []
  /** Code `c` has the values with the indexes `indexes[starts[c]..starts[c + 1]]`. */
  readonly starts: number[] = [0]
  readonly indexes: number[] = []
  /** Whether each code has one value and each value one code, so that an index is a code. */
  isOneToOne = true
  private readonly byValue = new Map<number, number>()

  addCode(values: readonly number[]): void {
    const code = this.starts.length - 1
    this.isOneToOne &&= values.length === 1 && !this.byValue.has(values[0] as number)
    for (const value of new Set(values)) {
      let index = this.byValue.get(value)
      if (index === undefined) {
        index = this.values.push(value) - 1
        this.codesWith.push([])
        this.byValue.set(value, index)
      }
      this.indexes.push(index)
      this.codesWith[index]?.push(code)
    }
    this.starts.push(this.indexes.length)
  }

  indexOf(value: number): number | undefined {
    return this.byValue.get(value)
  }

  codesOf(value: number): readonly number[] {
    const index = this.byValue.get(value)
    return index === undefined ? [] : (this.codesWith[index] ?? [])
  }

  /**
   * Adds to zeros the jobs of each value's index, from the jobs of each code; only of codes whose entry in `counting` is not 0.
   * When the codes that have jobs are listed, returns the indexes that have any.
   */
  spread({ jobs, codes }: Jobs, counting: Uint8Array | null, into: Int32Array): number[] | null {
    const { starts, indexes } = this
    const met: number[] = []
    const end = codes ? codes.length : Math.min(jobs.length, starts.length - 1)
    for (let n = 0; n < end; n++) {
      const code = codes ? (codes[n] as number) : n
      const count = jobs[code] as number
      if (count === 0 || (counting && counting[code] === 0)) continue
      const until = starts[code + 1] as number
      for (let i = starts[code] as number; i < until; i++) {
        const index = indexes[i] as number
        const before = into[index] as number
        if (codes && before === 0) met.push(index)
        into[index] = before + count
      }
    }
    return codes && met
  }
}

/** Numbers each different combination of values once: a slot then stores one number for several facets. */
export class Codes {
  readonly kinds: ReadonlyMap<ValueKind, KindValues>
  private readonly byKey = new Map<number | string, number>()
  private readonly lists: readonly KindValues[]

  constructor(kinds: readonly ValueKind[]) {
    this.kinds = new Map(kinds.map((kind) => [kind, new KindValues()]))
    this.lists = [...this.kinds.values()]
  }

  get size(): number {
    return this.byKey.size
  }

  get(key: number | string): number | undefined {
    return this.byKey.get(key)
  }

  /** The values of a new combination, in the order of the kinds. */
  add(key: number | string, values: readonly (readonly number[])[]): number {
    const code = this.byKey.size
    this.byKey.set(key, code)
    this.lists.forEach((list, i) => {
      list.addCode(values[i] ?? [])
    })
    return code
  }

  /** Of the table itself, by the sizes that V8 gives its parts. */
  get bytes(): number {
    return (
      this.size * 56 +
      this.lists.reduce((sum, list) => sum + list.indexes.length * 24 + list.values.length * 72, 0)
    )
  }
}
