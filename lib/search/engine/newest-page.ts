import type { Board } from './board'
import { CHUNK, type Filter } from './filter'
import { gathered, keepPassing } from './finder'
import { type PageWanted, TopSlots } from './top-slots'
import { lowerBound } from './windows'

/** Most pages are full after this share of the board; if not, the filter that leaves least says where to look on. */
const WALKED_SHARE = 1 / 64
/** To gather a slot and look at it takes as long as looking at so many one after the other. */
const GATHERED_BY_LOOK = 4

/** Ids of the page in the order `newest`: walks from the edge, or through what may match, until it is full. */
export function newestPage(board: Board, filters: readonly Filter[], page: PageWanted): number[] {
  return new NewestPage(board, filters, page).ids()
}

/** What is walked through: the slots themselves, or a list of them. `base` and `end`: where the tail begins and ends. */
type Way = { slots: Int32Array | null; base: number; end: number }
/** Places on a way. */
type Stretch = { from: number; until: number }

class NewestPage {
  private readonly top: TopSlots
  private readonly leading: Filter | undefined
  private readonly chunk = new Int32Array(CHUNK)
  private readonly passes = new Uint8Array(CHUNK)
  /** Of the base. */
  private offered = 0

  constructor(
    private readonly board: Board,
    /** The one that leaves least first. */
    private readonly filters: readonly Filter[],
    private readonly page: PageWanted,
  ) {
    this.top = new TopSlots(board, page.edge ? { ...page, edge: { ...page.edge, rank: 0 } } : page)
    this.leading = filters.find((filter) => filter.gather !== null)
  }

  ids(): number[] {
    const { board, leading } = this
    const walkedFirst = board.size * WALKED_SHARE
    const isRare = leading !== undefined && leading.bound < walkedFirst
    const way = isRare ? this.gather(leading) : { slots: null, base: board.base, end: board.end }
    for (let at = way.base; at < way.end; at += CHUNK) this.look(way, at, Math.min(way.end, at + CHUNK))
    this.offered = 0
    const rest = this.walk(way, this.beyondEdge(way), isRare ? Number.POSITIVE_INFINITY : walkedFirst)
    if (rest.from < rest.until) this.walkOn(rest)
    return this.top.ids()
  }

  private walkOn(rest: Stretch): void {
    const { board, leading } = this
    const isQuicker = leading && leading.bound * GATHERED_BY_LOOK < rest.until - rest.from
    const way = isQuicker ? this.gather(leading) : { slots: null, base: board.base, end: board.end }
    this.walk(
      way,
      { from: placeOf(way, rest.from), until: placeOf(way, rest.until) },
      Number.POSITIVE_INFINITY,
    )
  }

  private gather(leading: Filter): Way {
    const { slots, length } = gathered(this.board, leading)
    return { slots, base: lowerBound(slots, 0, length, this.board.base), end: length }
  }

  /** Without an edge, everything in the base. */
  private beyondEdge(way: Way): Stretch {
    const { edge, direction } = this.page
    if (!edge) return { from: 0, until: way.base }
    const at = placeOf(way, this.board.baseSlotAt(edge.firstPublishedAtUs, edge.jobId))
    return direction === 'onward' ? { from: 0, until: at } : { from: at, until: way.base }
  }

  /** In the direction of reading, until the page is full or so many were looked at. Returns what is left: nothing of a full page. */
  private walk(way: Way, { from, until }: Stretch, most: number): Stretch {
    // One more than a page and the job after it: the job at the edge itself can be among them.
    const wanted = this.page.limit + 2
    const least = until - from - most
    // Small steps first: most pages are full after a few slots.
    let step = 64
    while (from < until && until - from > least && this.offered < wanted) {
      step = Math.min(CHUNK, step * 2)
      if (this.page.direction === 'onward') {
        const next = Math.max(from, until - step)
        this.look(way, next, until)
        until = next
      } else {
        const next = Math.min(until, from + step)
        this.look(way, from, next)
        from = next
      }
    }
    return this.offered < wanted ? { from, until } : { from, until: from }
  }

  private look({ slots }: Way, from: number, until: number): void {
    const { chunk, top } = this
    let n = slots ? until - from : this.living(from, until)
    if (slots) chunk.set(slots.subarray(from, until))
    for (const filter of this.filters) n = keepPassing(filter, chunk, this.passes, n)
    for (let i = 0; i < n; i++) top.offer(chunk[i] as number, 0)
    this.offered += n
  }

  private living(from: number, until: number): number {
    const { chunk } = this
    const { words } = this.board.alive
    let n = 0
    for (let slot = from; slot < until; slot++) {
      chunk[n] = slot
      n += ((words[slot >>> 5] as number) >>> (slot & 31)) & 1
    }
    return n
  }
}

/** The first place whose slot is not before this one. */
function placeOf({ slots, end }: Way, slot: number): number {
  return slots ? lowerBound(slots, 0, end, slot) : slot
}
