import type { Board } from './board'
import { CHUNK, type Filter } from './filter'
import { candidatesOf, keepPassing } from './finder'
import type { SlotSet } from './slot-set'
import { type PageWanted, TopSlots } from './top-slots'

/** Most pages are full after this share of the board; if not, the filter that leaves least says where to look on. */
const WALKED_SHARE = 1 / 64
/** What people ask for together is found together more often than chance would have it; a walk in vain costs little. */
const OFTEN_TOGETHER = 8
/** To gather a slot and look at it takes as long as looking at so many one after the other. */
const GATHERED_BY_LOOK = 4

/** Ids of the page in the order `newest`: walks from the edge, past all jobs or those that may match, until it is full. */
export function newestPage(board: Board, filters: readonly Filter[], page: PageWanted): number[] {
  return new NewestPage(board, filters, page).ids()
}

/** Slots from `from` on and below `until`. */
type Stretch = { from: number; until: number }

class NewestPage {
  private readonly top: TopSlots
  private readonly chunk = new Int32Array(CHUNK)
  private readonly passes = new Uint8Array(CHUNK)
  /** One more than a page and the job after it: the job at the edge itself can be among them. */
  private readonly wanted: number
  /** Of the base. */
  private offered = 0

  constructor(
    private readonly board: Board,
    /** To be asked of each slot, the one that leaves least first. */
    private filters: readonly Filter[],
    private readonly page: PageWanted,
  ) {
    this.top = new TopSlots(board, page.edge ? { ...page, edge: { ...page.edge, rank: 0 } } : page)
    this.wanted = page.limit + 2
  }

  ids(): number[] {
    const { board } = this
    const all = this.beyondEdge()
    const isRare = this.expected() * WALKED_SHARE * OFTEN_TOGETHER < this.wanted
    const first = isRare ? this.candidates(board.size) : board.alive
    for (let at = board.base; at < board.end; at += CHUNK)
      this.look(first, at, Math.min(board.end, at + CHUNK))
    this.offered = 0
    const walked = isRare ? board.end : board.size * WALKED_SHARE
    const rest = this.walk(first, all, walked)
    const left = rest.until - rest.from
    if (left > 0) this.walk(this.candidates(left), rest, left)
    return this.top.ids()
  }

  /** How many jobs match if no filter has to do with another. */
  private expected(): number {
    const { size } = this.board
    return this.filters.reduce((jobs, { bound }) => jobs * Math.min(1, bound / size), size)
  }

  /** The slots to look at when it may be necessary to look at so many. */
  private candidates(left: number): SlotSet {
    const leading = this.filters.find((filter) => filter.gather !== null)
    if (!leading || leading.bound * GATHERED_BY_LOOK >= left) return this.board.alive
    if (leading.gathersExactly) this.filters = this.filters.filter((filter) => filter !== leading)
    return candidatesOf(this.board, leading)
  }

  /** Without an edge, everything in the base. */
  private beyondEdge(): Stretch {
    const { base } = this.board
    const { edge, direction } = this.page
    if (!edge) return { from: 0, until: base }
    const at = this.board.baseSlotAt(edge.firstPublishedAtUs, edge.jobId)
    return direction === 'onward' ? { from: 0, until: at } : { from: at, until: base }
  }

  /** In the direction of reading, until the page is full or it went so far. Returns what is left: nothing of a full page. */
  private walk(slots: SlotSet, { from, until }: Stretch, far: number): Stretch {
    const least = until - from - far
    // Small steps first: most pages are full after a few slots.
    let step = 64
    while (from < until && until - from > least && this.offered < this.wanted) {
      step = Math.min(CHUNK, step * 2)
      if (this.page.direction === 'onward') {
        const next = Math.max(from, until - step)
        this.look(slots, next, until)
        until = next
      } else {
        const next = Math.min(until, from + step)
        this.look(slots, from, next)
        from = next
      }
    }
    return this.offered < this.wanted ? { from, until } : { from, until: from }
  }

  private look(slots: SlotSet, from: number, until: number): void {
    const { chunk, top } = this
    let n = slots.listBetween(from, until, chunk)
    for (const filter of this.filters) n = keepPassing(filter, chunk, this.passes, n)
    for (let i = 0; i < n; i++) top.offer(chunk[i] as number, 0)
    this.offered += n
  }
}
