import type pg from 'pg'
import { closeDb, openPool, setPool } from '@/db/client'
import { env, forgetEnv } from '@/lib/env'
import { stopEngine } from '@/lib/search/engine/start'
import { indexAllWords } from '@/lib/search/word-index/index-words'
import { step } from '../../board/progress'
import { startBoard, startReferenceApp } from './board'
import type { BenchClass } from './classes'
import { type Drawn, drawJobs } from './draw'
import { engineIsCurrent, startAndWeigh, weighWords } from './engine'
import { measureHttp, measureMixture, measureSuggestionsOverHttp } from './http'
import { measureInProcess } from './in-process'
import { type Corpus, readIntoMemory } from './load'
import { measureBesidePeer, PEER_JOBS } from './peer'
import type { Fact, Result } from './result'
import { measureSuggestions, typedLabels } from './suggestions'

export const partNames = ['sql', 'engine', 'suggest', 'http'] as const
export type Part = (typeof partNames)[number]

export type Wanted = {
  parts: ReadonlySet<Part>
  classes: readonly BenchClass[]
  limitMs: number
  distDir: string
  onResult: (result: Result) => void
  onFact: (fact: Fact) => void
}

/** As long as a query may take here; the board's own limits end it sooner. */
const STATEMENT_MS = 60_000

/** Everything that is measured over one corpus. */
export async function measureCorpus(corpus: Corpus, wanted: Wanted): Promise<void> {
  pointAt(corpus.url)
  const pool = openPool(corpus.url, STATEMENT_MS)
  setPool(pool)
  try {
    const { jobs } = corpus
    await step('Indexing words', indexAllWords)
    const drawn = await step('Drawing searches', () => drawJobs(pool, jobs))
    const common = { pool, jobs, drawn, ...wanted }
    await readIntoMemory(corpus.url)
    if (wanted.parts.has('sql'))
      await measureInProcess({ ...common, layer: 'sql', whenReady: async () => {} })
    if (wanted.parts.has('suggest')) (await measureSuggestions(common)).forEach(wanted.onFact)
    // Counts in SQL have read everything else meanwhile.
    await readIntoMemory(corpus.url)
    if (wanted.parts.has('engine')) await measureEngine({ ...common })
    if (wanted.parts.has('http')) await measureBoard(corpus, { ...common })
  } finally {
    await closeDb()
  }
}

type Common = Wanted & { pool: pg.Pool; jobs: number; drawn: Drawn }

async function measureEngine(common: Common): Promise<void> {
  const { pool, jobs, onFact } = common
  try {
    const facts = await step('Starting the engine', () => startAndWeigh(pool, jobs))
    facts.forEach(onFact)
    await measureInProcess({ ...common, layer: 'engine', whenReady: engineIsCurrent })
    weighWords(jobs).forEach(onFact)
  } finally {
    await stopEngine()
  }
}

async function measureBoard(corpus: Corpus, common: Common): Promise<void> {
  const reference = await step('Starting the reference application', () => startReferenceApp(corpus.url))
  const board = await step('Starting the board', () => startBoard(corpus.url, common.distDir))
  try {
    const order = { ...common, board }
    await measureHttp(order)
    await measureSuggestionsOverHttp(order, await typedLabels())
    ;(await measureMixture(order, reference)).forEach(common.onFact)
    if (corpus.jobs === PEER_JOBS) await measureBesidePeer(order)
  } finally {
    await board.stop()
    await reference.stop()
  }
}

/** The modules of the board read their environment where they find it. */
function pointAt(url: string): void {
  process.env.DATABASE_URL = url
  process.env.WAYPOST_SECRET ??= 'only-for-the-benchmark-0123456789abcdefgh'
  forgetEnv()
  env()
}
