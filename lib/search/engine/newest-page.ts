import type { Board } from './board'
import { CHUNK, type Filter } from './filter'
import type { SlotList } from './found'
import { type PageWanted, TopSlots } from './top-slots'
import { lowerBound } from './windows'

/** Ids of the page among matches: those of the base stand in order, those of the tail are sorted in. */
export function newestAmong(board: Board, { slots, length }: SlotList, page: PageWanted): number[] {
  const top = topOf(board, page)
  const tailAt = lowerBound(slots, 0, length, board.base)
  for (let i = tailAt; i < length; i++) top.offer(slots[i] as number, 0)
  const at = lowerBound(slots, 0, tailAt, edgeSlot(board, page))
  // One more than a page: the job at the edge itself can be among them.
  for (let i = 0; i < page.limit + 2; i++) {
    const next = page.direction === 'onward' ? at - 1 - i : at + i
    if (next < 0 || next >= tailAt) break
    top.offer(slots[next] as number, 0)
  }
  return top.ids()
}

/** The same without knowing the matches: walks from the edge until the page is full. Null: every job matches. */
export function newestByWalk(board: Board, filter: Filter | null, page: PageWanted): number[] {
  const top = topOf(board, page)
  const chunk = new Int32Array(CHUNK)
  const passes = new Uint8Array(CHUNK).fill(1)
  const offerAll = (from: number, until: number): number => {
    let n = 0
    for (let slot = from; slot < until; slot++) {
      chunk[n] = slot
      n += board.alive.has(slot) ? 1 : 0
    }
    filter?.pass(chunk, n, passes)
    let offered = 0
    for (let i = 0; i < n; i++) {
      if (passes[i] !== 1) continue
      top.offer(chunk[i] as number, 0)
      offered++
    }
    return offered
  }
  for (let start = board.base; start < board.end; start += CHUNK)
    offerAll(start, Math.min(board.end, start + CHUNK))
  const at = edgeSlot(board, page)
  const wanted = page.limit + 2
  let offered = 0
  // Small steps first: most pages are full after a few slots.
  let step = 64
  if (page.direction === 'onward') {
    for (let until = at; until > 0 && offered < wanted; until -= step) {
      step = Math.min(CHUNK, step * 2)
      offered += offerAll(Math.max(0, until - step), until)
    }
  } else {
    for (let from = at; from < board.base && offered < wanted; from += step) {
      step = Math.min(CHUNK, step * 2)
      offered += offerAll(from, Math.min(board.base, from + step))
    }
  }
  return top.ids()
}

function topOf(board: Board, page: PageWanted): TopSlots {
  return new TopSlots(board, page.edge ? { ...page, edge: { ...page.edge, rank: 0 } } : page)
}

/** The first slot of the base that is not before the edge; without one, where reading begins. */
function edgeSlot(board: Board, { edge, direction }: PageWanted): number {
  if (edge) return board.baseSlotAt(edge.firstPublishedAtUs, edge.jobId)
  return direction === 'onward' ? board.base : 0
}
