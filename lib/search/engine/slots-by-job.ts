const GONE = -1

/** Job id → slot by open addressing: 4 bytes an entry at half load, where a `Map` takes about 40. */
export class SlotsByJob {
  private entries = new Int32Array(1024)
  /** Entries that are not empty, gone ones too. */
  private taken = 0

  /** `jobIds[slot]` is the key of each entry. */
  constructor(private jobIds: Float64Array) {}

  get(jobId: number): number | undefined {
    const { entries, jobIds } = this
    const mask = entries.length - 1
    for (let at = hash(jobId) & mask; ; at = (at + 1) & mask) {
      const entry = entries[at] as number
      if (entry === 0) return undefined
      if (entry !== GONE && jobIds[entry - 1] === jobId) return entry - 1
    }
  }

  /** The job must not be here yet. */
  add(jobId: number, slot: number): void {
    if (this.taken * 2 >= this.entries.length) this.grow(this.entries.length * 2)
    this.place(jobId, slot)
  }

  delete(jobId: number): void {
    const { entries, jobIds } = this
    const mask = entries.length - 1
    for (let at = hash(jobId) & mask; entries[at] !== 0; at = (at + 1) & mask) {
      const entry = entries[at] as number
      if (entry !== GONE && jobIds[entry - 1] === jobId) {
        entries[at] = GONE
        return
      }
    }
  }

  /** The same ids in an array with more room. */
  moveTo(jobIds: Float64Array): void {
    this.jobIds = jobIds
  }

  /** Forgets everything and makes room for so many. */
  restart(jobIds: Float64Array, count: number): void {
    this.jobIds = jobIds
    this.entries = new Int32Array(Math.max(1024, 2 ** Math.ceil(Math.log2(count * 2 + 1))))
    this.taken = 0
  }

  get bytes(): number {
    return this.entries.byteLength
  }

  private place(jobId: number, slot: number): void {
    const { entries } = this
    const mask = entries.length - 1
    let at = hash(jobId) & mask
    while (entries[at] !== 0) at = (at + 1) & mask
    entries[at] = slot + 1
    this.taken++
  }

  private grow(length: number): void {
    const old = this.entries
    this.entries = new Int32Array(length)
    this.taken = 0
    for (const entry of old) if (entry > 0) this.place(this.jobIds[entry - 1] as number, entry - 1)
  }
}

function hash(jobId: number): number {
  const mixed = Math.imul(jobId | 0, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
