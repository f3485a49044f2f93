import type { Clause } from '../clauses'
import type { Edge, Order } from '../condition'
import type { Counts, FacetName } from '../facets'
import { Board } from './board'
import { asOne, groupsOf } from './clause-groups'
import { Counting } from './counting'
import { type Chosen, countsOf, facetNames } from './counts'
import type { EngineRow } from './engine-row'
import { FilterMaker, type WordSource } from './filter-maker'
import { newestAmong, newestByWalk } from './newest-page'
import { rankedAmong } from './ranked-page'
import { rankerOf } from './ranker'
import type { SlotList } from './scan'
import type { PageWanted } from './top-slots'
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
export type EngineAnswer = { total: number; ids: number[]; counts: Counts }

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
  private readonly board = new Board()

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
    const oldSlots = this.board.settle()
    if (oldSlots) this.renumbered(oldSlots)
  }

  /** A job new or changed. Returns its slot, always a new one. */
  put(row: EngineRow): number {
    this.remove(row.jobId)
    const slot = this.board.append(row)
    this.board.post(slot)
    return slot
  }

  /** Returns the slot that the job had. */
  remove(jobId: number): number | undefined {
    const slot = this.board.slotOf(jobId)
    if (slot !== undefined) this.board.remove(slot)
    return slot
  }

  /** Whether so much has changed that `compact` is worth its time (about a second for a million jobs). */
  get isCompactDue(): boolean {
    const { base, end, size } = this.board
    const limit = Math.max(TAIL_LEAST, base * TAIL_SHARE)
    return end - base > limit || end - size > limit * 2
  }

  compact(): void {
    this.renumbered(this.board.compact())
  }

  /** Total, page and counts of one search. */
  answer(query: EngineQuery, page: PageWanted): EngineAnswer {
    const maker = this.maker(query.nowUs)
    const groups = groupsOf(query.clauses, maker)
    const { matches, total, facets } = this.counting(maker, query.nowUs).count(groups, askedFacets(query))
    return {
      total,
      ids: this.pageOf(matches, query, maker, page),
      counts: countsOf(this.board, total, facets, query),
    }
  }

  search(query: EngineQuery, page: PageWanted): { total: number; ids: number[] } {
    const maker = this.maker(query.nowUs)
    const { matches, total } = this.counting(maker, query.nowUs).count(groupsOf(query.clauses, maker), [])
    return { total, ids: this.pageOf(matches, query, maker, page) }
  }

  /** The page alone. In the order `newest` it looks no further than the page reaches. */
  page(query: EngineQuery, page: PageWanted): number[] {
    const maker = this.maker(query.nowUs)
    const [all] = asOne(groupsOf(query.clauses, maker), maker)
    const isRare = all?.filter.gather && all.filter.bound < this.board.size / 64
    if (query.order.by === 'newest' && !isRare) return newestByWalk(this.board, all?.filter ?? null, page)
    return this.pageOf(this.find(query.clauses, maker, query.nowUs), query, maker, page)
  }

  count(clauses: readonly Clause[], nowUs: number): number {
    const maker = this.maker(nowUs)
    return this.counting(maker, nowUs).count(asOne(groupsOf(clauses, maker), maker), []).total
  }

  counts(query: EngineQuery): Counts {
    const maker = this.maker(query.nowUs)
    const groups = groupsOf(query.clauses, maker)
    const { total, facets } = this.counting(maker, query.nowUs).count(groups, askedFacets(query))
    return countsOf(this.board, total, facets, query)
  }

  /** Where a job stands in an order, whether a search finds it or not. */
  edgeOf(jobId: number, order: Order, nowUs: number): Edge | undefined {
    const slot = this.board.slotOf(jobId)
    if (slot === undefined) return undefined
    const rank = new Float64Array(1)
    rankerOf(this.board, order, this.maker(nowUs)).rank(Int32Array.of(slot), 1, rank)
    return { rank: rank[0] as number, firstPublishedAtUs: this.board.publishedUs[slot] as number, jobId }
  }

  slotOf(jobId: number): number | undefined {
    return this.board.slotOf(jobId)
  }

  jobIdAt(slot: number): number | undefined {
    return this.board.alive.has(slot) ? this.board.jobIds[slot] : undefined
  }

  get size(): number {
    return this.board.size
  }

  /** Slots are below this. */
  get end(): number {
    return this.board.end
  }

  /** Memory of what is held, without that of the words. */
  get bytes(): number {
    return this.board.bytes
  }

  private maker(nowUs: number): FilterMaker {
    this.board.scratch.release(0)
    return new FilterMaker(this.board, this.words, nowUs)
  }

  private counting(maker: FilterMaker, nowUs: number): Counting {
    return new Counting(this.board, maker, new Windows(this.board, nowUs))
  }

  private find(clauses: readonly Clause[], maker: FilterMaker, nowUs: number): SlotList {
    return this.counting(maker, nowUs).find(groupsOf(clauses, maker))
  }

  private pageOf(
    matches: SlotList | null,
    { order, nowUs }: EngineQuery,
    maker: FilterMaker,
    page: PageWanted,
  ): number[] {
    if (order.by === 'newest') {
      return matches ? newestAmong(this.board, matches, page) : newestByWalk(this.board, null, page)
    }
    return rankedAmong(
      this.board,
      matches ?? this.find([], maker, nowUs),
      rankerOf(this.board, order, maker),
      page,
    )
  }
}

function askedFacets({ hasRegions }: EngineQuery): readonly FacetName[] {
  return hasRegions ? facetNames : facetNames.filter((facet) => facet !== 'region')
}
