import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type pg from 'pg'
import { copyOut } from '@/lib/search/engine/copy-out'
import { currentEngine, engineReport, startEngine } from '@/lib/search/engine/start'
import { WIRE_COLUMNS } from '@/lib/search/engine/wire-row'
import { type Fact, factOf } from './result'

const MB = 1024 * 1024
const CURRENT_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 500

/** Starts the engine of this process: how long it takes beside reading the same rows and dropping them, and what it holds. */
export async function startAndWeigh(pool: pg.Pool, jobs: number): Promise<Fact[]> {
  // The first reading fills the caches; all are timed after it.
  await readOnce(pool)
  const copyMs = await timed(() => readOnce(pool))
  const readMs = await timed(() => readInRounds(pool))
  const before = residentBytes()
  const startMs = await timed(startEngine)
  const after = residentBytes()
  const started = requireReady()
  return [
    factOf(jobs, 'reading the rows once', readMs / 1000, 's'),
    factOf(jobs, 'engine cold start', startMs / 1000, 's'),
    factOf(jobs, 'cold start / reading once', startMs / readMs, ''),
    factOf(jobs, 'the same rows as binary copy, thrown away', copyMs / 1000, 's'),
    factOf(jobs, 'engine by its own count', started.memory / MB, 'MB'),
    factOf(jobs, 'engine, growth of the process', (after - before) / MB, 'MB'),
  ]
}

/** After all searches: with the words that were asked for, as many of them as are kept. */
export function weighWords(jobs: number): Fact[] {
  const { memory, words } = requireReady()
  return [
    factOf(jobs, 'words kept', words / MB, 'MB'),
    factOf(jobs, 'engine with words', (memory + words) / MB, 'MB'),
  ]
}

/** On a machine that stalls for a second the engine steps aside for SQL, which is not what is to be measured. */
export async function engineIsCurrent(): Promise<void> {
  const until = performance.now() + CURRENT_WITHIN_MS
  while (!currentEngine()) {
    if (performance.now() > until) throw new Error(`the engine is not current: ${engineReport().state}`)
    await sleep(LOOK_EVERY_MS)
  }
}

function requireReady() {
  const report = engineReport()
  if (report.state !== 'ready') throw new Error(`the engine is ${report.state}`)
  return report
}

const ROUND = 20_000

/** As a program reads rows: node-postgres makes objects of them, so many at a time that they fit. */
async function readInRounds(pool: pg.Pool): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await pool.query<{ job_id: string }>(
      `select job_id, company_id, role_id, seniority, workplace, employment_type, visa, has_text, countries, regions, cities, skills,
        eligibility, worldwide, annual_max, pay_currency, first_published_at, first_seen_at
      from job_search where job_id > $1 order by job_id limit ${ROUND}`,
      [after],
    )
    const last = rows.at(-1)
    if (!last) return
    after = Number(last.job_id)
  }
}

async function readOnce(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await copyOut(client, `copy (select ${WIRE_COLUMNS} from job_search) to stdout (format binary)`, () => {})
  } finally {
    client.release()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function residentBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  collect()
  return process.memoryUsage().rss
}
