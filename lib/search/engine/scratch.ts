/** Room for lists of slots, used again by the next search: a new array for each would keep the garbage collector busy. */
export class Scratch {
  private readonly arrays: Int32Array[] = []
  private taken = 0

  take(length: number): Int32Array {
    const kept = this.arrays[this.taken]
    if (kept && kept.length >= length) {
      this.taken++
      return kept
    }
    const array = new Int32Array(length + (length >>> 3))
    this.arrays[this.taken++] = array
    return array
  }

  mark(): number {
    return this.taken
  }

  /** What was taken since the mark may be used again. */
  release(mark: number): void {
    this.taken = mark
  }

  get bytes(): number {
    return this.arrays.reduce((sum, array) => sum + array.byteLength, 0)
  }
}
