import { SlotSet } from './slot-set'

/** Sets grow in these steps, so that a few new jobs do not ask for new ones. */
const STEP = 2 ** 15

/** Room for lists and sets of slots, used again by the next search: new ones for each would keep the garbage collector busy. */
export class Scratch {
  private readonly lists: Int32Array[] = []
  private readonly sets: SlotSet[] = []
  private listsTaken = 0
  private setsTaken = 0

  /** What was taken before may be used again. */
  restart(): void {
    this.listsTaken = 0
    this.setsTaken = 0
  }

  list(length: number): Int32Array {
    const kept = this.lists[this.listsTaken]
    const list = kept && kept.length >= length ? kept : new Int32Array(length + (length >>> 2))
    this.lists[this.listsTaken++] = list
    return list
  }

  /** Empty. */
  set(capacity: number): SlotSet {
    const wanted = Math.ceil((capacity + 1) / STEP) * STEP
    const kept = this.sets[this.setsTaken]
    const set = kept && kept.words.length === wanted >>> 5 ? kept : new SlotSet(wanted)
    if (set === kept) set.clear()
    this.sets[this.setsTaken++] = set
    return set
  }

  get bytes(): number {
    const lists = this.lists.reduce((sum, list) => sum + list.byteLength, 0)
    return this.sets.reduce((sum, set) => sum + set.words.byteLength, lists)
  }
}
