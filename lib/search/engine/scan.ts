import type { Board } from './board'
import type { ClauseGroup, FailStates } from './clause-groups'
import { CHUNK } from './filter'
import { SlotSet } from './slot-set'

/** Slots in ascending order; the first `length` are meant. */
export type SlotList = { slots: Int32Array; length: number }

/** All living slots that the group could let pass, by its lists and not by looking at the board. */
export function candidatesOf(board: Board, { filter }: ClauseGroup): SlotList {
  const set = new SlotSet(board.end)
  filter.gather?.(set)
  const slots = board.scratch.take(board.end)
  return { slots, length: set.listBoth(board.alive, slots) }
}

// Of this module: an import is read through a getter each time, which a loop over a million slots feels.
const PART = CHUNK

type Scan = {
  groups: readonly ClauseGroup[]
  states: FailStates
  /** Null: every living slot. */
  candidates: SlotList | null
}

/**
 * Sorts slots by what they fail. Those that match are written to `matches`, which has room for all; the others that some facet
 * counts are given to `onOthers`, some at a time. Returns the number of matches.
 */
export function scan(
  board: Board,
  { groups, states, candidates }: Scan,
  matches: Int32Array,
  onOthers: (state: number, slots: Int32Array, n: number) => void,
): number {
  const order = groups.map((_, g) => g).sort((a, b) => boundOf(groups, a) - boundOf(groups, b))
  const stateCount = states.facets.length
  const steps = order.map((g) => ({
    filter: groups[g]?.filter,
    next: states.next[g] as Uint16Array,
    stateCount,
  }))
  const isSorting = stateCount > 1
  const slots = new Int32Array(CHUNK)
  const state = new Uint16Array(CHUNK)
  const passes = new Uint8Array(CHUNK)
  const parts = new Int32Array(isSorting ? stateCount * CHUNK : 0)
  const counts = new Int32Array(stateCount)
  const end = candidates ? candidates.length : board.end
  let found = 0
  for (let start = 0; start < end; start += CHUNK) {
    let n = fill(board, candidates, start, Math.min(end, start + CHUNK), slots)
    if (isSorting) state.fill(0, 0, n)
    for (const step of steps) {
      step.filter?.pass(slots, n, passes)
      n = isSorting ? sortOut(slots, state, passes, n, step) : keep(slots, passes, n)
    }
    if (!isSorting) {
      matches.set(n === CHUNK ? slots : slots.subarray(0, n), found)
      found += n
      continue
    }
    split(slots, state, n, parts, counts)
    matches.set(parts.subarray(0, counts[0]), found)
    found += counts[0] as number
    for (let s = 1; s < stateCount; s++) {
      if ((counts[s] as number) > 0) onOthers(s, parts.subarray(s * CHUNK), counts[s] as number)
    }
  }
  return found
}

function boundOf(groups: readonly ClauseGroup[], g: number): number {
  return groups[g]?.filter.bound ?? 0
}

function fill(
  board: Board,
  candidates: SlotList | null,
  from: number,
  until: number,
  into: Int32Array,
): number {
  if (candidates) {
    into.set(candidates.slots.subarray(from, until))
    return until - from
  }
  if (board.size === board.end) {
    for (let slot = from; slot < until; slot++) into[slot - from] = slot
    return until - from
  }
  const { words } = board.alive
  let n = 0
  for (let slot = from; slot < until; slot++) {
    into[n] = slot
    n += ((words[slot >>> 5] as number) >>> (slot & 31)) & 1
  }
  return n
}

function keep(slots: Int32Array, passes: Uint8Array, n: number): number {
  let kept = 0
  for (let i = 0; i < n; i++) {
    slots[kept] = slots[i] as number
    kept += passes[i] as number
  }
  return kept
}

function sortOut(
  slots: Int32Array,
  state: Uint16Array,
  passes: Uint8Array,
  n: number,
  { next, stateCount }: { next: Uint16Array; stateCount: number },
): number {
  let kept = 0
  for (let i = 0; i < n; i++) {
    const after = next[(passes[i] as number) * (stateCount + 1) + (state[i] as number)] as number
    slots[kept] = slots[i] as number
    state[kept] = after
    // 1 for every state but the last one: the sign of the difference.
    kept += (after - stateCount) >>> 31
  }
  return kept
}

/** Puts each slot into the part of `parts` that its state has: `CHUNK` slots for each. */
function split(
  slots: Int32Array,
  state: Uint16Array,
  n: number,
  parts: Int32Array,
  counts: Int32Array,
): void {
  counts.fill(0)
  for (let i = 0; i < n; i++) {
    const s = state[i] as number
    const at = counts[s] as number
    parts[s * PART + at] = slots[i] as number
    counts[s] = at + 1
  }
}
