import type pg from 'pg'
import { Engine } from './engine'
import type { EngineRow } from './engine-row'
import type { ChangedJob } from './read-changed'
import { nextTurn } from './within-time'
import { WordBitmaps } from './word-bitmaps'
import { keyOf, type WordQuery } from './word-query'
import { WordReads } from './word-reads'

/** The open jobs in memory, and which of them have the words that are asked for: what changes, changes in both at once. */
export class Mirror {
  readonly engine: Engine
  readonly words: WordBitmaps
  private readonly closing = new AbortController()
  private failure: unknown = null

  constructor(pool: pg.Pool) {
    const engine = new Engine(
      (is, query) => this.words.find(is, query),
      (oldSlots) => this.words.move(oldSlots),
    )
    const slots = { slotOf: (jobId: number) => engine.slotOf(jobId), endOfSlots: () => engine.end }
    this.engine = engine
    this.words = new WordBitmaps(slots, new WordReads(pool))
  }

  expect(jobs: number): void {
    this.engine.expect(jobs)
  }

  add(row: EngineRow): void {
    this.engine.add(row)
  }

  finish(): Promise<void> {
    return this.engine.finishInTurns(nextTurn)
  }

  /** Jobs as they are now, null for those that are gone; `asked` is what their `holding` is about. In one turn. Throws when `compact` failed. */
  change(jobs: readonly { id: number; job: ChangedJob | null }[], asked: readonly WordQuery[]): void {
    if (this.failure) throw this.failure
    const keys = new Set(asked.map(keyOf))
    for (const { id, job } of jobs) {
      if (job) this.engine.put(job.row)
      else this.engine.remove(id)
      this.words.change(id, job, keys)
    }
    if (this.engine.isCompactDue) this.compact()
  }

  private compact(): void {
    const { signal } = this.closing
    const turn = async () => {
      await nextTurn()
      signal.throwIfAborted()
    }
    this.engine.compactInTurns(turn).catch((error: unknown) => {
      this.failure = error
    })
  }

  close(): void {
    this.closing.abort()
    this.words.close()
  }
}
