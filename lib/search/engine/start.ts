import type pg from 'pg'
import { openPool } from '@/db/client'
import { env } from '@/lib/env'
import type { Engine } from './engine'
import { Feed, type FeedState } from './feed'
import { Mirror } from './mirror'
import { endsWithin } from './within-time'
import type { WordQuery } from './word-query'

/** A word that takes longer is given up by the database; whoever waited for it was answered by SQL long before. */
const WORD_READ_MS = 10_000
/** Without a proof that nothing is missing for this long, SQL answers. */
const STALE_AT_MOST_MS = 30_000
/** So does it when a change is known for this long that is not in place yet: both must be right within a second. */
const BEHIND_AT_MOST_MS = 800
/** A word may still be on its way when the process stops. */
const END_WITHIN_MS = 2000

/** The engine, whole and current. Good for this turn: ask again after each `await`, as it may have been lost or built anew. */
export type ReadyEngine = {
  engine: Engine
  /** Reads the words that are not here yet. False when that takes longer than the limit: SQL answers this time. */
  prepare: (queries: readonly WordQuery[], timeLimitMs: number) => Promise<boolean>
  /** The database's clock, in microseconds since 1970. */
  nowUs: () => number
}

/** For `/ready`. Bytes and seconds. */
export type EngineReport =
  | { state: Exclude<FeedState, 'ready'> }
  | { state: 'ready'; jobs: number; memory: number; words: number; stale: number }

/** What `startEngine` keeps. */
export class RunningEngine {
  private readonly feed: Feed

  constructor(private readonly pool: pg.Pool) {
    this.feed = new Feed(pool, () => new Mirror(pool))
    this.feed.start()
  }

  current(): ReadyEngine | null {
    const mirror = this.feed.whole
    if (!mirror || this.feed.staleMs > STALE_AT_MOST_MS || this.feed.behindMs > BEHIND_AT_MOST_MS) return null
    return {
      engine: mirror.engine,
      prepare: (queries, timeLimitMs) => mirror.words.prepare(queries, timeLimitMs),
      nowUs: () => this.feed.clock.nowUs(),
    }
  }

  report(): EngineReport {
    const mirror = this.feed.whole
    const { state } = this.feed
    if (!mirror || state !== 'ready') return { state: state === 'ready' ? 'rebuilding' : state }
    return {
      state,
      jobs: mirror.engine.size,
      memory: mirror.engine.bytes,
      words: mirror.words.bytes,
      stale: Math.round(this.feed.staleMs / 1000),
    }
  }

  /** Ends when it is whole for the first time, or stopped. */
  whole(): Promise<void> {
    return this.feed.firstWhole
  }

  async stop(): Promise<void> {
    await this.feed.stop()
    await endsWithin(END_WITHIN_MS, this.pool.end())
  }
}

// Kept on globalThis: the server starts it, and the pages that Next bundles by itself ask it.
const kept = globalThis as typeof globalThis & { waypostEngine?: RunningEngine }

/** Ends when the engine is whole; never throws. Until then, and whenever it is lost, `currentEngine` is null. */
export async function startEngine(): Promise<void> {
  if (env().SEARCH_ENGINE === 'off') return
  kept.waypostEngine ??= new RunningEngine(openPool(env().DATABASE_URL, WORD_READ_MS))
  await kept.waypostEngine.whole()
}

export async function stopEngine(): Promise<void> {
  const running = kept.waypostEngine
  kept.waypostEngine = undefined
  await running?.stop()
}

/** Null: ask SQL. */
export function currentEngine(): ReadyEngine | null {
  return kept.waypostEngine?.current() ?? null
}

export function engineReport(): EngineReport {
  return kept.waypostEngine?.report() ?? { state: 'off' }
}

/**
 * The engine did not know a word after all: it was pushed out by others since it was prepared. Told by name, as the pages and the
 * server have each their own copy of the class.
 */
export function isUnknownWords(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnknownWords'
}
