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

/** The listing with its scripts listening: a key or a click on a row that comes before them does what it does without them. */
export async function openListing(page: Page, path = '/jobs'): Promise<void> {
  await page.goto(path)
  await expect(page.locator('#q')).toHaveRole('combobox')
}

/** No serious or critical finding of axe, in the theme that the page has now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

export async function signInAs(page: Page, person: 'employer' | 'candidate', next = '/'): Promise<void> {
  await page.goto(`/demo?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: person === 'employer' ? /Demo Employer/ : /Demo Candidate/ }).click()
  await expect(
    page.getByText(person === 'employer' ? 'Demo Employer' : 'Demo Candidate').first(),
  ).toBeVisible()
}
