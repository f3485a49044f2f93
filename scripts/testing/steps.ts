import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CannotStart } from '@/db/embedded'
import { startBoard } from '@/e2e/board'
import { type Build, buildAt, ensureBuild, isCurrent } from '../board/build'
import { seconds } from '../board/progress'
import { ROOT } from '../board/root'
import { isStopping, whenStopping } from '../board/stopping'
import { findBrowser, NO_BROWSER } from './browser'
import {
  type Counts,
  countPlaywright,
  countVitest,
  honest,
  NONE,
  ONE_FAILED,
  ONE_PASSED,
  sum,
} from './counts'

/** Arguments that are no step's name go on to the test runners: `npm test -- unit lib/search`. */
type Work = (rest: string[]) => Promise<Counts>
type Step = { name: string; title: string; work: Work }

export const STEPS: Step[] = [
  { name: 'lint', title: 'Format and lint', work: () => tool('@biomejs/biome/bin/biome', ['ci', '.']) },
  { name: 'types', title: 'Types', work: types },
  { name: 'unit', title: 'Architecture, lockfile and unit tests', work: (rest) => vitest('unit', rest) },
  { name: 'db', title: 'Database tests', work: (rest) => vitest('db', rest) },
  { name: 'e2e', title: 'Build and browser tests', work: e2e },
]

export async function runSteps(steps: Step[], rest: string[]): Promise<Counts> {
  const all: Counts[] = []
  for (const { title, work } of steps) {
    if (isStopping()) break
    console.log(`\n── ${title}`)
    const started = performance.now()
    const counts = await orFailed(work(rest))
    const verdict = counts.failed > 0 ? `✗ ${counts.failed} failed` : '✓'
    console.log(`${verdict} (${seconds(performance.now() - started)})`)
    all.push(counts)
  }
  return sum(all)
}

async function orFailed(counts: Promise<Counts>): Promise<Counts> {
  try {
    return await counts
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error)
    return ONE_FAILED
  }
}

async function types(): Promise<Counts> {
  const generated = await node('next/dist/bin/next', ['typegen'])
  const checked = await node('typescript/bin/tsc', ['--noEmit'])
  return generated === 0 && checked === 0 ? ONE_PASSED : ONE_FAILED
}

async function tool(bin: string, args: string[]): Promise<Counts> {
  return (await node(bin, args)) === 0 ? ONE_PASSED : ONE_FAILED
}

async function vitest(project: string, rest: string[]): Promise<Counts> {
  return withReport(async (report) => {
    const args = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const code = await node('vitest/vitest.mjs', [...args, ...rest])
    return honest(countVitest(readJson(report)), code)
  })
}

async function e2e(rest: string[]): Promise<Counts> {
  const browser = await findBrowser()
  if (!browser) throw new CannotStart(NO_BROWSER)
  const build = reusable(buildAt('.next')) ?? buildAt('.next-test')
  await ensureBuild(build)
  const board = await startBoard({ distDir: build.distDir })
  try {
    return await withReport(async (report) => {
      const env = {
        CHROMIUM_PATH: browser,
        WAYPOST_E2E_URL: board.url,
        WAYPOST_E2E_DATA: board.dataDir,
        WAYPOST_E2E_SOURCE_PORT: String(board.sourcePort),
        WAYPOST_E2E_REPORT: report,
      }
      const code = await node('@playwright/test/cli.js', ['test', ...rest], env)
      return honest(countPlaywright(readJson(report)), code)
    })
  } finally {
    await board.stop()
  }
}

/** The build of `npm start` serves the tests too when the sources are the same. */
function reusable(build: Build): Build | null {
  return isCurrent(build) ? build : null
}

async function withReport(work: (report: string) => Promise<Counts>): Promise<Counts> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'waypost-report-'))
  try {
    return await work(path.join(dir, 'report.json'))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

function node(bin: string, args: string[], env: Record<string, string> = {}): Promise<number | null> {
  if (isStopping()) return Promise.resolve(NONE.failed)
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', bin), ...args], {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'inherit',
  })
  whenStopping(() => child.kill())
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code))
  })
}
