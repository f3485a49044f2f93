import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { CannotStart } from '@/db/embedded'
import { startBoard } from '@/e2e/board'
import { cpuOfChildren } from './bench/cpu'
import { startReference } from './bench/start-reference'
import { timeRequests } from './bench/timing'
import { buildAt, ensureBuild } from './board/build'
import { step } from './board/progress'
import { run, stopAll, whenStopping } from './board/stopping'
import { findBrowser, NO_BROWSER } from './testing/browser'

// `npm run bench:guides [-- --seconds N]`: what a page of the guides costs the board (web, worker and database together), and what a first visit
// transfers, beside a bare node:http answer of the same run.

const PAGES = [
  '/guides/backend-developer',
  '/guides/backend-developer/salary',
  '/guides/backend-developer/skills',
  '/guides/compare/backend-developer-vs-full-stack-developer',
  '/glossary/idempotency',
  '/jobs',
]
const WARM_UP_MS = 3000

await run(async () => {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } })
  const forMs = Number(values.seconds) * 1000
  const build = buildAt('.next')
  await ensureBuild(build)
  const board = (await startBoard({ distDir: build.distDir })).url
  const bare = await costOf(await startReference(), forMs)
  const file = await findBrowser()
  if (!file) throw new CannotStart(NO_BROWSER)
  const browser = await chromium.launch({ executablePath: file, args: ['--no-sandbox', '--disable-gpu'] })
  whenStopping(() => browser.close())
  console.log(`bare node:http: p50 ${bare.p50.toFixed(3)} ms, ${bare.cpu.toFixed(3)} ms of processor`)
  for (const page of PAGES) {
    const url = new URL(page, board).href
    const { p50, cpu, kilobytes } = await step(page, async () => ({
      ...(await costOf(url, forMs)),
      kilobytes: await transferred(browser, url),
    }))
    const ratios = `${Math.round(p50 / bare.p50)} and ${Math.round(cpu / bare.cpu)} times bare`
    console.log(
      `${page}: p50 ${p50.toFixed(1)} ms, ${cpu.toFixed(1)} ms of processor (${ratios}), ${kilobytes} kB`,
    )
  }
  await stopAll(0)
})

/** Over one connection: the middle time of an answer, and the processor time of each, in ms. */
async function costOf(url: string, forMs: number): Promise<{ p50: number; cpu: number }> {
  await timeRequests({ url, connections: 1, forMs: Math.min(WARM_UP_MS, forMs) })
  const before = cpuOfChildren()
  const { p50, requests } = await timeRequests({ url, connections: 1, forMs })
  return { p50, cpu: (cpuOfChildren() - before) / requests }
}

/** By a browser that has been nowhere, in kilobytes on the wire. */
async function transferred(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.close()
  return Math.round(bytes / 1000)
}
