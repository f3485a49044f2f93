import type { Scratch } from './scratch'
import type { SlotSet } from './slot-set'

/** Slots in ascending order; the first `length` are meant. */
export type SlotList = { slots: Int32Array; length: number }

/** Living slots that a search found: few as a list, many as bits. Good until the next search. */
export type Found = { total: number } & (
  | { list: SlotList; bits: null }
  | { list: null /** Only to be read. */; bits: SlotSet }
)

export function listOf(found: Found, scratch: Scratch): SlotList {
  if (found.list) return found.list
  const slots = scratch.list(found.total)
  return { slots, length: found.bits.listBoth(found.bits, slots) }
}
