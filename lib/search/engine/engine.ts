import type { Clause } from '../clauses'
import type { Edge, Order } from '../condition'
import type { Counts, FacetName } from '../facets'
import { Board } from './board'
import { countFacets } from './counting'
import { type Chosen, CountsReader, facetNames } from './counts'
import type { EngineRow } from './engine-row'
import { FilterMaker, type WordSource } from './filter-maker'
import { Finder } from './finder'
import { type Found, listOf } from './found'
import { newestPage } from './newest-page'
import { rankedAmong } from './ranked-page'
import { rankerOf } from './ranker'
import { Succession } from './succession'
import type { PageWanted } from './top-slots'
import { inTurns, runThrough, type Turn } from './turns'
import { Windows } from './windows'

export type EngineQuery = {
  clauses: readonly Clause[]
  order: Order
  payCurrency: string
  hasRegions: boolean
  chosen: Chosen
  /** Microseconds since 1970. */
  nowUs: number
}

/** The slots of all jobs have changed: `oldSlots[slot]` is the one that the job had. */
export type Renumbered = (oldSlots: Int32Array) => void

/** The tail may hold this share of the base before it is due to be sorted in, and always so many. */
const TAIL_SHARE = 1 / 8
const TAIL_LEAST = 4096

/**
 * Every open job in memory: finds, orders and counts them exactly as SQL does. Synchronous and without any input or output.
 * A search with words that the source does not know throws `UnknownWords`.
 */
export class Engine {
  private board = new Board()
  private succession: Succession | null = null

  private changes = 0

  constructor(
    private readonly words: WordSource,
    private readonly renumbered: Renumbered = () => {},
  ) {}

  /** Rows in ascending order of (first published, job id); a row out of order costs a sort. Only into an empty engine. */
  load(rows: Iterable<EngineRow>, expectedCount = 0): void {
    this.expect(expectedCount)
    for (const row of rows) this.add(row)
    this.finish()
  }

  /** `load` in parts: `expect`, `add` for each row, `finish`. Nothing may be asked before `finish`. */
  expect(count: number): void {
    this.board.reserve(count)
  }

  add(row: EngineRow): number {
    return this.board.append(row)
  }

  finish(): void {
    runThrough(this.finishing())
  }

  /** The same without holding up anybody for longer than `TURN_MS`. */
  finishInTurns(turn: Turn): Promise<void> {
    return inTurns(this.finishing(), turn)
  }

  /** A job new or changed. Returns its slot, always a new one. */
  put(row: EngineRow): number {
    this.remove(row.jobId)
    this.succession?.change(row.jobId)
    const slot = this.board.append(row)
    this.board.post(slot)
    this.changes++
    return slot
  }

  /** Returns the slot that the job had. */
  remove(jobId: number): number | undefined {
    const slot = this.board.slotOf(jobId)
    if (slot === undefined) return undefined
    this.board.remove(slot)
    this.changes++
    this.succession?.change(jobId)
    return slot
  }

  /** Whether so much has changed that `compact` is worth its time (about a second for a million jobs). */
  get isCompactDue(): boolean {
    if (this.succession) return false
    const { base, end, size } = this.board
    const limit = Math.max(TAIL_LEAST, base * TAIL_SHARE)
    return end - base > limit || end - size > limit * 2
  }

  compact(): void {
    runThrough(this.compacting())
  }

  /** The same without holding up anybody for longer than `turnMs`: meanwhile the engine answers and changes as ever. */
  compactInTurns(turn: Turn, turnMs?: number): Promise<void> {
    return inTurns(this.compacting(), turn, turnMs)
  }

  /** The page alone. In the order `newest` it looks no further than the page reaches. */
  page(query: EngineQuery, page: PageWanted): number[] {
    const { clauses, order } = query
    if (order.by === 'newest') {
      const maker = this.maker(query.nowUs)
      const filters = clauses.map((clause) => maker.make(clause.condition))
      return newestPage(this.board, maker.parts(filters), page)
    }
    const { found, maker } = this.lookFor(query)
    return rankedAmong(
      this.board,
      listOf(found, this.board.scratch),
      rankerOf(this.board, order, maker),
      page,
    )
  }

  count(clauses: readonly Clause[], nowUs: number): number {
    return this.lookFor({ clauses, nowUs }).found.total
  }

  counts(query: EngineQuery): Counts {
    return this.countsOf(this.lookFor(query), query)
  }

  /** What the jobs of a page, all of them here, are ranked by. */
  ranksOf(jobIds: readonly number[], order: Order, nowUs: number): Float64Array {
    const ranks = new Float64Array(jobIds.length)
    if (order.by === 'newest') return ranks
    const slots = Int32Array.from(jobIds, (id) => this.board.slotOf(id) ?? -1)
    rankerOf(this.board, order, this.maker(nowUs)).rank(slots, slots.length, ranks)
    return ranks
  }

  /** The open job that was published in this millisecond, when there is one and no other. Jobs of the tail are passed over. */
  onlyJobOf(publishedAtMs: number): Omit<Edge, 'rank'> | null {
    const { alive, jobIds, publishedUs } = this.board
    const until = this.board.baseSlotAt((publishedAtMs + 1) * 1000, Number.NEGATIVE_INFINITY)
    let only: number | null = null
    for (
      let slot = this.board.baseSlotAt(publishedAtMs * 1000, Number.NEGATIVE_INFINITY);
      slot < until;
      slot++
    ) {
      if (!alive.has(slot)) continue
      if (only !== null) return null
      only = slot
    }
    return only === null
      ? null
      : { firstPublishedAtUs: publishedUs[only] as number, jobId: jobIds[only] as number }
  }

  slotOf(jobId: number): number | undefined {
    return this.board.slotOf(jobId)
  }

  jobIdAt(slot: number): number | undefined {
    return this.board.alive.has(slot) ? this.board.jobIds[slot] : undefined
  }

  /** Grows with every change of a job: what was found before it may be found no more. */
  get version(): number {
    return this.changes
  }

  get size(): number {
    return this.board.size
  }

  /** Slots are below this. */
  get end(): number {
    return this.board.end
  }

  /** Memory of what is held, without that of the words. While `compactInTurns` is at work, up to twice as much as else. */
  get bytes(): number {
    return this.board.bytes + (this.succession?.next.bytes ?? 0)
  }

  private *finishing(): Generator<void> {
    if (this.board.isInOrder()) yield* this.board.build()
    else yield* this.compacting()
  }

  private *compacting(): Generator<void> {
    const succession = new Succession(this.board)
    this.succession = succession
    try {
      yield* succession.steps()
      // Somebody else was quicker, and knows slots that this one does not.
      if (this.succession !== succession) return
      const oldSlots = succession.finish()
      this.board = succession.next
      this.succession = null
      this.renumbered(oldSlots)
    } finally {
      if (this.succession === succession) this.succession = null
    }
  }

  /** One for each question: what the one before took as scratch is free again. */
  private maker(nowUs: number): FilterMaker {
    this.board.scratch.restart()
    return new FilterMaker(this.board, this.words, nowUs)
  }

  private lookFor({ clauses, nowUs }: Pick<EngineQuery, 'clauses' | 'nowUs'>): Looking {
    const maker = this.maker(nowUs)
    const finder = new Finder(this.board, maker, clauses)
    return { maker, finder, found: finder.find([...clauses.keys()]) }
  }

  private countsOf({ finder, found }: Looking, query: EngineQuery): Counts {
    const { board } = this
    const windows = new Windows(board, query.nowUs)
    const counts = new CountsReader(board, found.total, query)
    countFacets(askedFacets(query), { board, clauses: query.clauses, finder, windows }, counts)
    return counts.counts
  }
}

/** Good until the next search. */
type Looking = { maker: FilterMaker; finder: Finder; found: Found }

function askedFacets({ hasRegions }: EngineQuery): readonly FacetName[] {
  return hasRegions ? facetNames : facetNames.filter((facet) => facet !== 'region')
}
