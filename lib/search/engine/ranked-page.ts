import type { Board } from './board'
import { CHUNK } from './filter'
import type { SlotList } from './found'
import type { Ranker } from './ranker'
import { type PageWanted, TopSlots } from './top-slots'
import { lowerBound } from './windows'

/** Ids of the page among matches by (rank, first published, job id); leaves out the times at which no rank could get in. */
export function rankedAmong(board: Board, matches: SlotList, ranker: Ranker, page: PageWanted): number[] {
  const top = new TopSlots(board, page)
  const chunk = new Int32Array(CHUNK)
  const ranks = new Float64Array(CHUNK)
  const offerAll = (from: number, until: number): void => {
    chunk.set(matches.slots.subarray(from, until))
    ranker.rank(chunk, until - from, ranks)
    for (let i = 0; i < until - from; i++) top.offer(chunk[i] as number, ranks[i] as number)
  }
  const { slots, length } = matches
  const tailAt = lowerBound(slots, 0, length, board.base)
  for (let from = tailAt; from < length; from += CHUNK) offerAll(from, Math.min(length, from + CHUNK))
  const isOnward = page.direction === 'onward'
  for (let done = 0; done < tailAt; done += CHUNK) {
    const from = isOnward ? Math.max(0, tailAt - done - CHUNK) : done
    const until = isOnward ? tailAt - done : Math.min(tailAt, done + CHUNK)
    const most = ranker.most(board.publishedUs[slots[until - 1] as number] as number)
    const least = ranker.least(board.publishedUs[slots[from] as number] as number)
    // Every later chunk ranks no better than this one could.
    if (top.isBeyond(isOnward ? most : least)) break
    const { edge } = page
    if (edge && (isOnward ? least > edge.rank : most < edge.rank)) continue
    offerAll(from, until)
  }
  return top.ids()
}
