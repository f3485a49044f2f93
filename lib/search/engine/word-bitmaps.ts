import { GivenUp } from './given-up'
import type { ChangedJob } from './read-changed'
import type { SlotSet } from './slot-set'
import { endsWithin, nextTurn } from './within-time'
import { keyOf, loneLexeme, type WordQuery } from './word-query'
import type { WordReads } from './word-reads'
import { WordSet } from './word-set'

/** Of sets kept; the least recently asked go first. */
const BYTES_AT_MOST = 48 * 2 ** 20
/** Changed jobs times queries that only PostgreSQL can answer, in one statement; queries beyond are forgotten. */
const ASKED_AT_MOST = 20_000
/** About a millisecond. */
const IDS_IN_ONE_TURN = 100_000
/** A word that changes again each time it is looked at is left to the next who asks. */
const LOOKS_AT_MOST = 50

/** Where the jobs are. Slots only grow, the slot of a job that went or changed is not used again, until all move together. */
export type Slots = { slotOf: (jobId: number) => number | undefined; endOfSlots: () => number }

type Kept = { set: WordSet; bytes: number; is: WordQuery['is']; query: string; lexeme: string | null }
/** A word on its way, with the jobs that changed since it was asked for. */
type Reading = { done: Promise<void>; changed: Set<number>; hasMoved: boolean }

/** Which jobs have a word: read once from the database, then kept current with every change of a job. */
export class WordBitmaps {
  private readonly kept = new Map<string, Kept>()
  private readonly readings = new Map<string, Reading>()
  private readonly givenUp = new GivenUp()
  private keptBytes = 0
  private isClosed = false

  constructor(
    private readonly slots: Slots,
    private readonly reads: Pick<WordReads, 'idsOf' | 'among'>,
    private readonly bytesAtMost = BYTES_AT_MOST,
  ) {}

  get bytes(): number {
    return this.keptBytes
  }

  /** Only to be read, and only in this turn; undefined when it is not here: `prepare` it. Slots of jobs that went may be in it. */
  find(is: WordQuery['is'], query: string): SlotSet | undefined {
    const key = keyOf({ is, query })
    const kept = this.kept.get(key)
    if (!kept) return undefined
    this.kept.delete(key)
    this.kept.set(key, kept)
    return kept.set.toSlots(this.slots.endOfSlots())
  }

  /**
   * Reads those of the queries that are not here. False when that takes longer than the limit: it goes on, so that who asks next
   * has them. Also false, at once, for a minute after one could not be read.
   */
  async prepare(queries: readonly WordQuery[], timeLimitMs: number): Promise<boolean> {
    const missing = this.missingOf(queries)
    if (missing.length === 0) return true
    if (queries.some((query) => this.givenUp.has(keyOf(query)))) return false
    const ended = await endsWithin(timeLimitMs, Promise.allSettled(missing.map((query) => this.read(query))))
    return ended && this.missingOf(queries).length === 0
  }

  /** The queries to be asked of jobs that changed, as their words alone do not tell. */
  queriesToAsk(jobCount: number): WordQuery[] {
    const compound = [...this.kept.values()].filter(({ lexeme }) => lexeme === null)
    return compound.slice(-Math.floor(ASKED_AT_MOST / jobCount))
  }

  /** To be called in the same turn in which the job changes in the engine; null when it went. `job.holding` is about the keys asked. */
  change(jobId: number, job: ChangedJob | null, asked: ReadonlySet<string>): void {
    for (const reading of this.readings.values()) reading.changed.add(jobId)
    const slot = this.slots.slotOf(jobId)
    for (const [key, kept] of this.kept) {
      if (kept.lexeme === null && !asked.has(key)) this.forget(key, kept)
      else if (job && slot !== undefined && holds(job, key, kept)) this.extend(kept, slot)
    }
  }

  /** Every job has another slot: the new one stands where its old one is in `oldSlots`. */
  move(oldSlots: Int32Array): void {
    const slotNow = new Int32Array(oldSlots.reduce((last, slot) => Math.max(last, slot), -1) + 1).fill(-1)
    for (let slot = 0; slot < oldSlots.length; slot++) slotNow[oldSlots[slot] as number] = slot
    for (const reading of this.readings.values()) reading.hasMoved = true
    for (const kept of this.kept.values()) {
      kept.set = kept.set.moved(slotNow, this.slots.endOfSlots())
      this.measure(kept)
    }
  }

  close(): void {
    this.isClosed = true
    this.kept.clear()
    this.keptBytes = 0
  }

  private missingOf(queries: readonly WordQuery[]): WordQuery[] {
    return queries.filter((query) => !this.kept.has(keyOf(query)))
  }

  private read(query: WordQuery): Promise<void> {
    const key = keyOf(query)
    const known = this.readings.get(key)
    if (known) return known.done
    const reading: Reading = { done: Promise.resolve(), changed: new Set(), hasMoved: false }
    this.readings.set(key, reading)
    reading.done = this.readIn(query, reading).finally(() => this.readings.delete(key))
    reading.done.catch(() => this.givenUp.add(key))
    return reading.done
  }

  private async readIn(query: WordQuery, reading: Reading): Promise<void> {
    const ids = await this.reads.idsOf(query)
    const changes = new Map<number, boolean>()
    let slots = await this.slotsOf(ids, reading)
    for (let looks = 0; reading.changed.size > 0 || reading.hasMoved; looks++) {
      if (looks > LOOKS_AT_MOST) throw new Error('a word changes too often')
      const changed = [...reading.changed]
      reading.changed.clear()
      const having = await this.reads.among(query, changed)
      for (const id of changed) changes.set(id, having.has(id))
      if (reading.hasMoved) slots = await this.slotsOf(ids, reading)
    }
    this.keep(query, slots, changes)
  }

  /** In turns: a common word is in hundreds of thousands of jobs. A job that is not here yet will be told of by the feed. */
  private async slotsOf(ids: Float64Array, reading: Reading): Promise<Int32Array> {
    const slots = new Int32Array(ids.length)
    for (;;) {
      reading.hasMoved = false
      let n = 0
      for (let at = 0; at < ids.length && !reading.hasMoved; ) {
        for (const end = Math.min(ids.length, at + IDS_IN_ONE_TURN); at < end; at++) {
          const slot = this.slots.slotOf(ids[at] as number)
          if (slot !== undefined) slots[n++] = slot
        }
        if (at < ids.length) await nextTurn()
      }
      if (!reading.hasMoved) return slots.subarray(0, n)
    }
  }

  private keep({ is, query }: WordQuery, slots: Int32Array, changes: ReadonlyMap<number, boolean>): void {
    if (this.isClosed) return
    const set = new WordSet(slots, this.slots.endOfSlots())
    for (const [id, has] of changes) {
      const slot = this.slots.slotOf(id)
      if (slot === undefined) continue
      if (has) set.add(slot)
      else set.delete(slot)
    }
    const kept: Kept = { set, bytes: 0, is, query, lexeme: loneLexeme(query) }
    this.kept.set(keyOf(kept), kept)
    this.measure(kept)
    for (const [key, oldest] of this.kept) {
      if (this.keptBytes <= this.bytesAtMost || oldest === kept) break
      this.forget(key, oldest)
    }
  }

  private extend(kept: Kept, slot: number): void {
    kept.set.add(slot)
    this.measure(kept)
  }

  private measure(kept: Kept): void {
    this.keptBytes += kept.set.bytes - kept.bytes
    kept.bytes = kept.set.bytes
  }

  private forget(key: string, { bytes }: Kept): void {
    this.kept.delete(key)
    this.keptBytes -= bytes
  }
}

function holds(job: ChangedJob, key: string, { is, lexeme }: Kept): boolean {
  return lexeme === null ? job.holding.has(key) : job[is].has(lexeme)
}
