import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

type Faults = { list: string[]; allow: (pattern: RegExp) => void }

/** Every page of every test: a console error, an uncaught exception or a CSP violation fails the test. */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ context }, use) => {
      const list: string[] = []
      const allowed: RegExp[] = []
      await context.exposeBinding('waypostFault', (_source, text: string) => list.push(text))
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = (window as unknown as { waypostFault?: (text: string) => void }).waypostFault
          report?.(
            `CSP ${event.violatedDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
          )
        })
      })
      context.on('console', (message) => {
        if (message.type() === 'error') list.push(`console: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => list.push(`exception: ${error.error().message}`))
      await use({ list, allow: (pattern) => allowed.push(pattern) })
      expect(list.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** The listing with its scripts listening: a key or a click that comes before them does what it does without them. */
export async function openListing(page: Page, path = '/jobs'): Promise<void> {
  await page.goto(path)
  await expectListening(page)
}

/** The start page in the same way. */
export async function openHome(page: Page): Promise<void> {
  await page.goto('/')
  await expectListening(page, 'home-q')
}

/** Only scripts make a field that suggests a combobox. Its letters are here too, so that nothing is measured in others. */
export async function expectListening(page: Page, id = 'q'): Promise<void> {
  await expect(page.locator(`#${id}`)).toHaveRole('combobox')
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}

/** Nothing is on its way and nothing moves: a colour that is half way to another says nothing. */
async function expectAtRest(page: Page): Promise<void> {
  const restless = () =>
    page.evaluate(() => {
      const busy = [...document.querySelectorAll('[aria-busy="true"]')].map(({ id }) => `busy: ${id}`)
      return [...busy, ...document.getAnimations().map(({ playState }) => `in motion: ${playState}`)]
    })
  await expect.poll(restless).toEqual([])
}

/** `npm run test:full`: everything that is long is done whole. */
export const isFull = process.env.WAYPOST_FULL === '1'

/**
 * Some of a long list, others each day, so that in a few days all are looked at; `npm run test:full` looks at all at once. The day is the
 * seed: `WAYPOST_SEED` repeats one.
 */
export function sampled<T>(all: readonly T[], size: number): T[] {
  if (isFull || all.length <= size) return [...all]
  const seed = Number(process.env.WAYPOST_SEED ?? Math.floor(Date.now() / 86_400_000))
  return Array.from({ length: size }, (_, at) => all[(seed * size + at) % all.length] as T)
}

/** A look of axe takes seconds, on a busy machine tens of them: each has time of its own. */
const LOOK_MS = 30_000

/** No serious or critical finding of axe, in the theme that the page has now, once it has come to rest; of these rules where some are named. */
export async function expectAccessible(page: Page, rules: string[] = []): Promise<void> {
  test.setTimeout(test.info().timeout + LOOK_MS)
  await expectAtRest(page)
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/** On the narrowest phone nothing is wider than the screen. */
export async function expectNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, page.url()).toBeLessThanOrEqual(320)
  if (before) await page.setViewportSize(before)
}

export async function signInAs(page: Page, person: 'employer' | 'candidate'): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name: person === 'employer' ? /Demo Employer/ : /Demo Candidate/ }).click()
  // The page that is left names the person too.
  await page.waitForURL(({ pathname }) => pathname !== '/demo')
}

/** As people do who are no demo people: by the mail that the board's own catcher caught. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Mail me a link' }).first().click()
  await expect(async () => {
    await page.goto('/demo/mail')
    await page
      .getByRole('listitem')
      .filter({ hasText: email })
      .getByRole('link')
      .first()
      .click({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await page
    .locator('main')
    .getByRole('link', { name: /sign-in\/confirm/ })
    .first()
    .click()
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'))
}
