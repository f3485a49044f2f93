import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { closeDb, openPool, setPool } from '@/db/client'
import { CannotStart, startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { loadTaxonomyEntries } from '@/db/seed/load'
import { adapterNamed } from '@/lib/imports/adapters'
import { timeCopy } from './bench/import/copy'
import { step } from './board/progress'
import { ROOT } from './board/root'
import { run, stopAll, whenStopping } from './board/stopping'
import { importTarget } from './import/import-target'

// `npm run bench:import [-- --file FILE]`: a first import and an unchanged one beside COPY of the same rows, memory, and what readers feel.

const VOLUME = '../shared/data/volume/greenhouse_facts_2026-01-06.tsv.gz'
const MB = 1024 * 1024
const IDLE_MS = 10_000

await run(async () => {
  const { values } = parseArgs({ options: { file: { type: 'string', default: VOLUME } } })
  if (!existsSync(values.file)) throw new CannotStart(`${values.file} is not here: name a table with --file.`)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'waypost-bench-import-'))
  const database = await step('Starting a database', (say) => startEmbedded({ dataDir, log: say }))
  whenStopping(async () => {
    await closeDb()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const twin = await step('Two empty boards', () => emptyBoards(database.url))
  process.env.DATABASE_URL = database.url
  process.env.WAYPOST_SECRET ||= randomBytes(32).toString('hex')
  setPool(openPool(database.url, 60_000, 20_000))

  const first = await timed(values.file, 'first')
  const copyMs = await step('COPY of the same rows', () => timeCopy(database.url, twin, dataDir))
  const again = await timed(values.file, 'again')
  const reader = startReader(database.url)
  const idle = await reader.during(() => new Promise((resolve) => setTimeout(resolve, IDLE_MS)))
  const whileAgain = await reader.during(() => timed(values.file, 'again, with a reader', { inHaste: false }))
  let gentle = first
  const whileFirst = await reader.during(async () => {
    const other = { board: 'other.tsv', inHaste: false }
    gentle = await timed(values.file, 'first of another source, with a reader', other)
  })
  const idleAfter = await reader.during(() => new Promise((resolve) => setTimeout(resolve, IDLE_MS)))
  reader.stop()

  const perSecond = (ms: number, jobs: number) => Math.round((jobs / ms) * 1000)
  const copied = perSecond(copyMs.text, first.jobs)
  const copiedBytes = perSecond(copyMs.binary, first.jobs)
  console.log(`\n${first.jobs} jobs, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`)
  console.log(`COPY of the same rows: ${copied} jobs/s, in the binary format ${copiedBytes}`)
  for (const [name, one] of [
    ['first import', first],
    ['unchanged', again],
  ] as const) {
    const rate = perSecond(one.ms, one.jobs)
    console.log(
      `${name}: ${rate} jobs/s, ${(rate / copied).toFixed(2)} of COPY, ${(rate / copiedBytes).toFixed(2)} of binary; heap after collection at most ${one.heapMb} MB, RSS ${one.rssMb} MB`,
    )
  }
  console.log(`as the worker imports: first ${perSecond(gentle.ms, gentle.jobs)} jobs/s`)
  console.log(
    `readers' p50: idle ${idle.toFixed(1)} ms, during an unchanged import ${ratio(whileAgain, idle)}, during a first one ${ratio(whileFirst, idle)}, idle with its jobs ${idleAfter.toFixed(1)} ms`,
  )
  await stopAll(0)
})

function ratio(ms: number, idle: number): string {
  return `${ms.toFixed(1)} ms (${(ms / idle).toFixed(2)})`
}

async function emptyBoards(url: string): Promise<string> {
  const twin = new URL(url)
  twin.pathname = '/twin'
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create database twin')
  await client.end()
  for (const board of [url, twin.href]) {
    await migrate(board, ROOT)
    await loadTaxonomyEntries(board)
  }
  return twin.href
}

type Timed = { ms: number; jobs: number; heapMb: number; rssMb: number }

async function timed(
  file: string,
  name: string,
  { board = path.basename(file), inHaste = true }: { board?: string; inHaste?: boolean } = {},
): Promise<Timed> {
  const adapter = adapterNamed('csv')
  if (!adapter) throw new Error('no csv adapter')
  let heap = 0
  let rss = 0
  const look = setInterval(() => {
    globalThis.gc?.()
    const memory = process.memoryUsage()
    heap = Math.max(heap, memory.heapUsed)
    rss = Math.max(rss, memory.rss)
  }, 2000)
  const started = performance.now()
  const report = await step(`Import: ${name}`, (say) =>
    importTarget(
      { adapter, board, file, isNamed: false },
      { isDry: false, inHaste, onProgress: ({ seen }) => say(`${seen} jobs`) },
    ),
  )
  const ms = performance.now() - started
  clearInterval(look)
  if (report?.state !== 'done')
    throw new CannotStart(`The import ended as ${report?.state}: ${report?.error}`)
  return { ms, jobs: report.seen, heapMb: Math.round(heap / MB), rssMb: Math.round(rss / MB) }
}

function startReader(url: string) {
  const child = fork(path.join(ROOT, 'scripts/bench/import/reader.ts'), {
    env: { ...process.env, DATABASE_URL: url, SEARCH_ENGINE: 'off' },
    execArgv: ['--import', 'tsx'],
  })
  let times: number[] = []
  child.on('message', (message: { ms?: number }) => message.ms !== undefined && times.push(message.ms))
  const ready = new Promise((resolve) => child.once('message', resolve))
  return {
    /** The median of the reads while the work goes on, in ms. */
    during: async (work: () => Promise<unknown>): Promise<number> => {
      await ready
      times = []
      await work()
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
    },
    stop: () => child.disconnect(),
  }
}
