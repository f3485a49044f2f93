import type { FacetName } from '../facets'
import { withins } from '../search'
import type { Board } from './board'
import { CHUNK } from './filter'
import type { SlotList } from './scan'
import type { Windows } from './windows'

/** What is counted: several facets can be read from the same numbers. */
export type Source = keyof Board['columns'] | 'skill' | 'published' | 'seen'

export const sourceOf: Readonly<Record<FacetName, Source>> = {
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
  posted: 'published',
  seen: 'seen',
}

export function sourcesOf(facets: readonly FacetName[]): Source[] {
  return [...new Set(facets.map((facet) => sourceOf[facet]))]
}

/** Jobs by the codes of a source. */
export class Tallies {
  constructor(
    private readonly board: Board,
    private readonly windows: Windows,
  ) {}

  empty(source: Source): Int32Array {
    if (source === 'published' || source === 'seen') return new Int32Array(withins.length)
    return new Int32Array(source === 'skill' ? this.board.skills.size : this.board.columns[source].size)
  }

  /** Adds some slots, which are in ascending order. */
  add(source: Source, slots: Int32Array, from: number, until: number, jobs: Int32Array): void {
    if (source === 'published') this.windows.tallyPublished(slots, from, until, jobs)
    else if (source === 'seen') this.windows.tallySeen(slots, from, until, jobs)
    else if (source === 'skill') this.board.skills.tally(slots, from, until, jobs)
    else this.board.columns[source].tally(slots, from, until, jobs)
  }

  /** Every job: kept numbers, none of them counted anew. Not to be written to. */
  whole(source: Source): Int32Array {
    if (source === 'published') return this.windows.boardPublished()
    if (source === 'seen') return this.windows.boardSeen()
    return source === 'skill' ? this.board.skills.board : this.board.columns[source].board
  }

  /** Counts all the matches, or what does not match where that is less. */
  ofMatches(sources: readonly Source[], matches: SlotList): Map<Source, Int32Array> {
    const fewer = matches.length * 2 <= this.board.size
    const jobs = new Map(sources.map((source) => [source, this.empty(source)]))
    // The windows are found by halving, so their matches are never too many.
    const direct = fewer ? sources : sources.filter((source) => source === 'published')
    for (const source of direct)
      this.add(source, matches.slots, 0, matches.length, jobs.get(source) as Int32Array)
    if (fewer) return jobs
    const rest = sources.filter((source) => source !== 'published')
    this.eachOther(matches, (slots, n) => {
      for (const source of rest) this.add(source, slots, 0, n, jobs.get(source) as Int32Array)
    })
    for (const source of rest) {
      const others = jobs.get(source) as Int32Array
      const whole = this.whole(source)
      for (let code = 0; code < others.length; code++) {
        others[code] = (whole[code] as number) - (others[code] as number)
      }
    }
    return jobs
  }

  /** The living slots that are not among the matches. */
  private eachOther(matches: SlotList, visit: (slots: Int32Array, n: number) => void): void {
    const { alive, end } = this.board
    const { words } = alive
    const slots = new Int32Array(CHUNK)
    let next = 0
    for (let start = 0; start < end; start += CHUNK) {
      const until = Math.min(end, start + CHUNK)
      let n = 0
      for (let slot = start; slot < until; slot++) {
        if (next < matches.length && matches.slots[next] === slot) {
          next++
          continue
        }
        slots[n] = slot
        n += ((words[slot >>> 5] as number) >>> (slot & 31)) & 1
      }
      visit(slots, n)
    }
  }
}
