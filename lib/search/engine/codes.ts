import type { ValueKind } from '../condition'

/** The values that each code has of one kind. Codes and values are only ever added, so that no slot has to be numbered again. */
export class KindValues {
  /** By the value's index, in the order of arrival. */
  readonly values: number[] = []
  readonly codesWith: number[][] = []
  /** Code `c` has the values with the indexes `indexes[starts[c]..starts[c + 1]]`. */
  readonly starts: number[] = [0]
  readonly indexes: number[] = []
  private readonly byValue = new Map<number, number>()

  addCode(values: readonly number[]): void {
    const code = this.starts.length - 1
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

  /** Jobs for each value's index, from the jobs for each code. */
  spread(jobsByCode: Int32Array): Int32Array {
    const { starts, indexes } = this
    const jobs = new Int32Array(this.values.length)
    const end = Math.min(jobsByCode.length, starts.length - 1)
    for (let code = 0; code < end; code++) {
      const count = jobsByCode[code] as number
      if (count === 0) continue
      const until = starts[code + 1] as number
      for (let i = starts[code] as number; i < until; i++) {
        const index = indexes[i] as number
        jobs[index] = (jobs[index] as number) + count
      }
    }
    return jobs
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
