import type { FacetName } from '../facets'
import type { Board } from './board'
import type { Found, SlotList } from './found'

/** What is counted by codes: several facets can be read from the same numbers. */
export type Source = keyof Board['columns'] | 'skill'

export const sourceOf: Readonly<Record<Exclude<FacetName, 'posted' | 'seen'>, Source>> = {
  role: 'role',
  skill: 'skill',
  company: 'company',
  seniority: 'traits',
  type: 'traits',
  workplace: 'traits',
  visa: 'traits',
  text: 'traits',
  country: 'location',
  region: 'location',
  place: 'location',
  from: 'eligibility',
  pay: 'pay',
}

/** Jobs by code. `codes`: those that have any, when they are few. Only to be read, and only until the next count. */
export type Jobs = { jobs: Int32Array; codes: Int32Array | null }

/** Slots in a chunk: their codes stay in the processor's nearest memory from one column to the next. A multiple of 32. */
const CHUNK = 8192
/** From this share of the board on, the slots of each code are counted, and not the codes of each slot. */
const BY_CODE_SHARE = 1 / 3
const SKILLS_BY_CODE_SHARE = 1 / 4
/** A list of no more slots, which has at most this share of the codes, remembers which codes it met. */
const FEW = 2048
const FEW_SHARE = 1 / 8

/** Jobs by the codes of the sources. */
export class Tallies {
  /** All numbers are 0 between two counts. */
  private readonly kept = new Map<Source, Int32Array>()
  private readonly chunk = new Int32Array(CHUNK)
  private room = new Int32Array(0)

  constructor(private readonly board: Board) {}

  /** Counts for each of the sources, gives it to `read` and forgets it. */
  count(sources: readonly Source[], found: Found, read: (source: Source, jobs: Jobs) => void): void {
    const { size } = this.board
    if (found.total === size) {
      for (const source of sources) read(source, { jobs: this.column(source).board, codes: null })
    } else if (found.list && found.total <= FEW) {
      for (const source of sources) this.countFew(source, found.list, read)
    } else if (found.list || found.total * 2 <= size) {
      this.countDirect(sources, found)
      for (const source of sources) {
        const jobs = this.empty(source)
        read(source, { jobs, codes: null })
        jobs.fill(0)
      }
    } else this.countOthers(sources, found, read)
  }

  /** One array for everybody, to be left as zeros. */
  zeros(length: number): Int32Array {
    if (length > this.room.length) this.room = new Int32Array(length + (length >>> 4))
    return this.room.subarray(0, length)
  }

  get bytes(): number {
    const own = this.chunk.byteLength + this.room.byteLength
    return [...this.kept.values()].reduce((sum, jobs) => sum + jobs.byteLength, own)
  }

  /** More than half of all jobs: those that are not among them are counted, and taken from the numbers of the whole board. */
  private countOthers(
    sources: readonly Source[],
    { total, bits }: Extract<Found, { list: null }>,
    read: (source: Source, jobs: Jobs) => void,
  ): void {
    const { alive, end, scratch, size } = this.board
    const others = scratch.set(end)
    others.addAll(alive)
    others.deleteAll(bits)
    this.countDirect(sources, { total: size - total, list: null, bits: others })
    for (const source of sources) {
      const jobs = this.empty(source)
      subtract(this.column(source).board, jobs)
      read(source, { jobs, codes: null })
      jobs.fill(0)
    }
  }

  private countFew(source: Source, list: SlotList, read: (source: Source, jobs: Jobs) => void): void {
    const jobs = this.empty(source)
    if (list.length > jobs.length * FEW_SHARE) {
      this.column(source).tally(list.slots, 0, list.length, jobs)
      read(source, { jobs, codes: null })
      jobs.fill(0)
      return
    }
    const codes = this.column(source).tallyFew(list, jobs)
    read(source, { jobs, codes })
    for (const code of codes) jobs[code] = 0
  }

  private countDirect(sources: readonly Source[], found: Found): void {
    const { board } = this
    const bySlot: Source[] = []
    for (const source of sources) {
      const share = source === 'skill' ? SKILLS_BY_CODE_SHARE : BY_CODE_SHARE
      if (found.bits && found.total > board.size * share) {
        this.column(source).tallyByCode(found.bits, this.empty(source))
      } else bySlot.push(source)
    }
    if (bySlot.length > 0) this.countBySlot(bySlot, found)
  }

  private countBySlot(sources: readonly Source[], found: Found): void {
    const { chunk } = this
    const tallies = sources.map((source) => ({ column: this.column(source), jobs: this.empty(source) }))
    if (found.list) {
      const { slots, length } = found.list
      for (let from = 0; from < length; from += CHUNK)
        for (const { column, jobs } of tallies)
          column.tally(slots, from, Math.min(length, from + CHUNK), jobs)
      return
    }
    for (let start = 0; start < this.board.end; start += CHUNK) {
      const n = found.bits.listBetween(start, start + CHUNK, chunk)
      for (const { column, jobs } of tallies) column.tally(chunk, 0, n, jobs)
    }
  }

  private column(source: Source) {
    return source === 'skill' ? this.board.skills : this.board.columns[source]
  }

  private empty(source: Source): Int32Array {
    const { size } = this.column(source)
    const kept = this.kept.get(source)
    if (kept && kept.length >= size) return kept.length === size ? kept : kept.subarray(0, size)
    const jobs = new Int32Array(size + (size >>> 4))
    this.kept.set(source, jobs)
    return jobs.subarray(0, size)
  }
}

function subtract(whole: Int32Array, jobs: Int32Array): void {
  for (let code = 0; code < jobs.length; code++) jobs[code] = (whole[code] as number) - (jobs[code] as number)
}
