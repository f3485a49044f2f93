/** So many neighbouring ids share a page of memory: ids of open jobs lie close together, and a page costs less than entries for each. */
const PAGE = 1024
/** A `Map` of its own takes about so much for each page, beside the slots. */
const ENTRY_BYTES = 64

/** Job id → slot. Neighbouring ids asked one after another take a few nanoseconds each: that is how the jobs of a word arrive. */
export class SlotsByJob {
  /** Slot + 1, 0 where there is none. */
  private readonly pages = new Map<number, Int32Array>()
  private lastNumber = -1
  private last: Int32Array | undefined

  get(jobId: number): number | undefined {
    const number = Math.floor(jobId / PAGE)
    const slot = (this.page(number)?.[jobId - number * PAGE] ?? 0) - 1
    return slot < 0 ? undefined : slot
  }

  set(jobId: number, slot: number): void {
    const number = Math.floor(jobId / PAGE)
    let page = this.page(number)
    if (!page) {
      page = new Int32Array(PAGE)
      this.pages.set(number, page)
      this.last = page
    }
    page[jobId - number * PAGE] = slot + 1
  }

  delete(jobId: number): void {
    const number = Math.floor(jobId / PAGE)
    const page = this.page(number)
    if (page) page[jobId - number * PAGE] = 0
  }

  get bytes(): number {
    return this.pages.size * (PAGE * 4 + ENTRY_BYTES)
  }

  private page(number: number): Int32Array | undefined {
    if (number !== this.lastNumber) {
      this.lastNumber = number
      this.last = this.pages.get(number)
    }
    return this.last
  }
}
