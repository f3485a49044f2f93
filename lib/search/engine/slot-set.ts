import { bitsIn } from '../bits'

/** A set of slots (a job's place in the engine's arrays), one bit each. Grows when a slot beyond its end is added. */
export class SlotSet {
  /** 32 slots in each, lowest bit first. */
  words: Int32Array

  constructor(capacity = 0) {
    this.words = new Int32Array((capacity + 31) >>> 5)
  }

  has(slot: number): boolean {
    return (((this.words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1
  }

  add(slot: number): void {
    const at = slot >>> 5
    if (at >= this.words.length) this.reserve(Math.max(slot + 1, this.words.length * 64))
    this.words[at] = (this.words[at] as number) | (1 << (slot & 31))
  }

  delete(slot: number): void {
    const at = slot >>> 5
    if (at < this.words.length) this.words[at] = (this.words[at] as number) & ~(1 << (slot & 31))
  }

  addRange(from: number, until: number): void {
    const { words } = this
    let slot = from
    for (; slot < until && (slot & 31) !== 0; slot++) this.add(slot)
    const wholeUntil = Math.max(slot, until & ~31)
    if (wholeUntil > slot) words.fill(-1, slot >>> 5, wholeUntil >>> 5)
    for (slot = wholeUntil; slot < until; slot++) this.add(slot)
  }

  /** Bits beyond its own end are left out: what is asked has no slots there. */
  addAll(other: SlotSet): void {
    const { words } = this
    const theirs = other.words
    const end = Math.min(words.length, theirs.length)
    for (let i = 0; i < end; i++) words[i] = (words[i] as number) | (theirs[i] as number)
  }

  /** Keeps what is also in the other. */
  keepBoth(other: SlotSet): void {
    const { words } = this
    const theirs = other.words
    const end = Math.min(words.length, theirs.length)
    for (let i = 0; i < end; i++) words[i] = (words[i] as number) & (theirs[i] as number)
    words.fill(0, end)
  }

  /** Takes out what is in the other. */
  deleteAll(other: SlotSet): void {
    const { words } = this
    const theirs = other.words
    const end = Math.min(words.length, theirs.length)
    for (let i = 0; i < end; i++) words[i] = (words[i] as number) & ~(theirs[i] as number)
  }

  reserve(capacity: number): void {
    const length = (capacity + 31) >>> 5
    if (length <= this.words.length) return
    const words = new Int32Array(length)
    words.set(this.words)
    this.words = words
  }

  clear(): void {
    this.words.fill(0)
  }

  count(): number {
    return this.countBoth(this.words)
  }

  /** Slots that are at least `from` and below `until`. */
  countBetween(from: number, until: number): number {
    const { words } = this
    const last = Math.min(until, words.length * 32)
    if (from >= last) return 0
    const lastWord = (last - 1) >>> 5
    let total = bitsIn((words[from >>> 5] as number) & (-1 << (from & 31)))
    for (let i = (from >>> 5) + 1; i <= lastWord; i++) total += bitsIn(words[i] as number)
    const beyond = last & 31
    return beyond === 0
      ? total
      : total - bitsIn((words[lastWord] as number) & (-1 << beyond) & fromMask(from, lastWord))
  }

  /** How many of the slots are also in `theirs`. */
  countBoth(theirs: Int32Array): number {
    const { words } = this
    const end = Math.min(words.length, theirs.length)
    const wholeEnd = end & ~7
    let total = countEights(words, theirs, wholeEnd)
    for (let i = wholeEnd; i < end; i++) total += bitsIn((words[i] as number) & (theirs[i] as number))
    return total
  }

  /** Writes the slots that are at least `from` and below `until`, in ascending order; returns how many. */
  listBetween(from: number, until: number, into: Int32Array): number {
    const { words } = this
    const first = from >>> 5
    const last = until >>> 5
    const end = Math.min(words.length, (until + 31) >>> 5)
    let n = 0
    for (let i = first; i < end; i++) {
      let bits = words[i] as number
      if (i === first) bits &= -1 << (from & 31)
      if (i === last) bits &= ~(-1 << (until & 31))
      while (bits !== 0) {
        into[n++] = (i << 5) + 31 - Math.clz32(bits & -bits)
        bits &= bits - 1
      }
    }
    return n
  }

  /** Writes the slots that are in both, in ascending order, and returns how many. */
  listBoth(other: SlotSet, into: Int32Array): number {
    const { words } = this
    const theirs = other.words
    const end = Math.min(words.length, theirs.length)
    let n = 0
    for (let i = 0; i < end; i++) {
      let bits = (words[i] as number) & (theirs[i] as number)
      while (bits !== 0) {
        const lowest = bits & -bits
        into[n++] = (i << 5) + 31 - Math.clz32(lowest)
        bits ^= lowest
      }
    }
    return n
  }
}

/** The bits of a word that are not before `from`. */
function fromMask(from: number, word: number): number {
  return from >>> 5 === word ? -1 << (from & 31) : -1
}

/**
 * Adds eight words as binary digits first, so that one word is counted instead of eight: Harley and Seal,
 * https://en.wikipedia.org/wiki/Hamming_weight
 */
function countEights(a: Int32Array, b: Int32Array, end: number): number {
  let eights = 0
  let ones = 0
  let twos = 0
  let fours = 0
  for (let i = 0; i < end; i += 8) {
    let x = (a[i] as number) & (b[i] as number)
    let y = (a[i + 1] as number) & (b[i + 1] as number)
    let odd = ones ^ x
    const twosA = (ones & x) | (odd & y)
    ones = odd ^ y
    x = (a[i + 2] as number) & (b[i + 2] as number)
    y = (a[i + 3] as number) & (b[i + 3] as number)
    odd = ones ^ x
    const twosB = (ones & x) | (odd & y)
    ones = odd ^ y
    odd = twos ^ twosA
    const foursA = (twos & twosA) | (odd & twosB)
    twos = odd ^ twosB
    x = (a[i + 4] as number) & (b[i + 4] as number)
    y = (a[i + 5] as number) & (b[i + 5] as number)
    odd = ones ^ x
    const twosC = (ones & x) | (odd & y)
    ones = odd ^ y
    x = (a[i + 6] as number) & (b[i + 6] as number)
    y = (a[i + 7] as number) & (b[i + 7] as number)
    odd = ones ^ x
    const twosD = (ones & x) | (odd & y)
    ones = odd ^ y
    odd = twos ^ twosC
    const foursB = (twos & twosC) | (odd & twosD)
    twos = odd ^ twosD
    odd = fours ^ foursA
    eights += bitsIn((fours & foursA) | (odd & foursB))
    fours = odd ^ foursB
  }
  return eights * 8 + bitsIn(fours) * 4 + bitsIn(twos) * 2 + bitsIn(ones)
}
