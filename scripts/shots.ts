import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { CannotStart } from '@/db/embedded'
import { startBoard } from '@/e2e/board'
import { buildAt, ensureBuild } from './board/build'
import { step } from './board/progress'
import { ROOT } from './board/root'
import { run, stopAll, whenStopping } from './board/stopping'
import { type Kind, PAGES } from './pages'
import { findBrowser, NO_BROWSER } from './testing/browser'

// `npm run shots` pictures every kind of page of a board of its own, or of a running one: `npm run shots -- http://localhost:3000 job`.

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
const WIDTHS = [360, 1280]
const THEMES = ['light', 'dark'] as const
const FOLDER = path.join(ROOT, 'shots')
/** A listing is long; what matters stands above this. */
const HEIGHT_AT_MOST = 6000

await run(async () => {
  const given = process.argv.slice(2)
  const named = given.filter((argument) => !argument.startsWith('http'))
  const kinds = PAGES.filter(({ name }) => named.length === 0 || named.includes(name))
  const url = given.find((argument) => argument.startsWith('http')) ?? (await ownBoard())
  const file = await findBrowser()
  if (!file) throw new CannotStart(NO_BROWSER)
  const browser = await chromium.launch({ executablePath: file, args: FLAGS })
  whenStopping(() => browser.close())
  mkdirSync(FOLDER, { recursive: true })
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      await step(`${theme}, ${width} px`, (say) =>
        pictures(browser, { url: new URL(url).origin, kinds, width, theme, say }),
      )
    }
  }
  console.log(`The pictures are in ${FOLDER}`)
  await stopAll(0)
})

async function ownBoard(): Promise<string> {
  const build = buildAt('.next')
  await ensureBuild(build)
  return (await startBoard({ distDir: build.distDir })).url
}

type Look = {
  url: string
  kinds: Kind[]
  width: number
  theme: 'light' | 'dark'
  say: (detail: string) => void
}

async function pictures(browser: Browser, { url, kinds, width, theme, say }: Look): Promise<void> {
  for (const person of new Set(kinds.map(({ as }) => as))) {
    const context = await browser.newContext({
      baseURL: url,
      colorScheme: theme,
      viewport: { width, height: width < 600 ? 800 : 900 },
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    if (person && !(await signIn(page, person))) continue
    for (const kind of kinds.filter(({ as }) => as === person)) {
      say(kind.name)
      await picture(page, kind, path.join(FOLDER, `${kind.name}-${width}-${theme}.png`))
    }
    await context.close()
  }
}

async function signIn(page: Page, person: 'candidate' | 'employer'): Promise<boolean> {
  const answer = await page.goto('/demo')
  if (answer?.status() !== 200) {
    console.error(`/demo answers ${answer?.status()}: no pictures of the ${person}'s pages`)
    return false
  }
  await page.getByRole('button', { name: new RegExp(`demo ${person}`, 'i') }).click()
  await page.waitForURL((url) => url.pathname !== '/demo')
  return true
}

async function picture(page: Page, kind: Kind, file: string): Promise<void> {
  let answer = await page.goto(kind.path, { waitUntil: 'load' })
  if (kind.firstLink) {
    const href = await page
      .locator(kind.firstLink)
      .first()
      .getAttribute('href', { timeout: 5000 })
      .catch(() => null)
    if (!href) return void console.error(`${kind.name}: no link like ${kind.firstLink} on ${kind.path}`)
    answer = await page.goto(href)
  }
  if (kind.button) {
    await page.getByRole('button', { name: kind.button }).first().click()
    await page.waitForURL((url) => `${url.pathname}${url.search}` !== kind.path)
    answer = await page.reload()
  }
  const expected = kind.name === 'not-found' ? 404 : 200
  if (answer?.status() !== expected) console.error(`${kind.name}: ${page.url()} answers ${answer?.status()}`)
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  if (wide) console.error(`${kind.name}: wider than the screen at ${page.viewportSize()?.width} px`)
  const clip = {
    x: 0,
    y: 0,
    width: page.viewportSize()?.width ?? 0,
    height: Math.min(height, HEIGHT_AT_MOST),
  }
  await page.screenshot({ path: file, fullPage: true, clip })
}
