import type { Edge } from '../condition'
import type { Board } from './board'

/** Ids beyond the edge, one more than `limit`; `back` reads towards the top, nearest first. */
export type PageWanted = { edge: Edge | null; direction: 'onward' | 'back'; limit: number }

/** The first slots of a page among those offered, in the direction of reading. */
export class TopSlots {
  private readonly slots: number[] = []
  private readonly ranks: number[] = []
  private readonly room: number
  /** Onward the larger key comes first, back the smaller. */
  private readonly sign: 1 | -1

  constructor(
    private readonly board: Board,
    private readonly page: PageWanted,
  ) {
    this.room = page.limit + 1
    this.sign = page.direction === 'onward' ? 1 : -1
  }

  get isFull(): boolean {
    return this.slots.length === this.room
  }

  /** Whether nothing of this rank could still get in. */
  isBeyond(rank: number): boolean {
    return this.isFull && this.sign * (rank - (this.ranks[this.room - 1] as number)) < 0
  }

  offer(slot: number, rank: number): void {
    const { slots, ranks, room } = this
    if (this.isBeyond(rank)) return
    if (!this.isPastEdge(slot, rank)) return
    let at = slots.length
    while (at > 0 && this.isBefore(slot, rank, slots[at - 1] as number, ranks[at - 1] as number)) at--
    if (at >= room) return
    slots.splice(at, 0, slot)
    ranks.splice(at, 0, rank)
    if (slots.length > room) {
      slots.pop()
      ranks.pop()
    }
  }

  ids(): number[] {
    return this.slots.map((slot) => this.board.jobIds[slot] as number)
  }

  private isPastEdge(slot: number, rank: number): boolean {
    const { edge } = this.page
    if (!edge) return true
    const { jobIds, publishedUs } = this.board
    const byKey =
      edge.rank - rank ||
      edge.firstPublishedAtUs - (publishedUs[slot] as number) ||
      edge.jobId - (jobIds[slot] as number)
    return this.sign * byKey > 0
  }

  private isBefore(slot: number, rank: number, otherSlot: number, otherRank: number): boolean {
    return this.sign * (rank - otherRank || this.board.compareSlots(slot, otherSlot)) > 0
  }
}
