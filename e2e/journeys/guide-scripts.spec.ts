import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const salary = '/guides/backend-developer/salary'
/** Of a first visit to a guide: everything that is transferred. */
const MOST_BYTES = 170_000

async function boardScripts(page: Page): Promise<string[]> {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && request.url().includes('/_next/')) scripts.push(request.url())
  })
  await page.goto(salary, { waitUntil: 'networkidle' })
  return scripts
}

test('a reader who reads fetches no script of the board, and a guide stays light', async ({ page }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const scripts = await boardScripts(page)
  await page.keyboard.press('End')
  const current = page.getByRole('navigation', { name: 'On this page' }).locator('[aria-current]')
  await expect(current).toHaveCount(1)
  expect(scripts).toEqual([])
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(MOST_BYTES)
})

test('the theme changes without them', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const scripts = await boardScripts(page)
  await page.evaluate(() => {
    for (const script of document.querySelectorAll('script[data-later]')) script.remove()
  })
  const toggle = page.getByRole('button', { name: /^Colours: as the system/ })
  await toggle.click()
  await page.getByRole('button', { name: /^Colours: light/ }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: /^Colours: dark/ })).toBeFocused()
  expect(scripts).toEqual([])
})

test('the first tick brings the scripts, and counts', async ({ page }) => {
  const scripts = await boardScripts(page)
  const block = page.locator('#open-jobs')
  const before = (await block.locator('.live-count').textContent()) ?? ''
  const remote = block.getByRole('checkbox', { name: /^Remote/ })
  await remote.focus()
  await page.keyboard.press('Space')
  await expect(remote).toBeChecked()
  await expect(page).toHaveURL(/workplace=remote/)
  await expect(block.locator('.live-count')).not.toHaveText(before)
  await expect(block.getByRole('article').first()).toContainText('Remote')
  expect(scripts.length).toBeGreaterThan(0)
})

test('who has marks of jobs in this browser sees them in a guide', async ({ page }) => {
  await page.goto('/jobs?role=backend-developer')
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect.poll(() => page.evaluate(() => localStorage.getItem('visit'))).not.toBeNull()
  expect((await boardScripts(page)).length).toBeGreaterThan(0)
})

test('the link to a page or to one of its headings is copied', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const scripts = await boardScripts(page)
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Share or copy the link' }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied')
  expect(await copied()).toBe(new URL(salary, baseURL).href)
  const heading = page.getByRole('heading', { name: 'What open jobs pay' })
  await heading.getByRole('link').click()
  await expect(page).toHaveURL(/#what-open-jobs-pay$/)
  await expect.poll(copied).toBe(new URL(`${salary}#what-open-jobs-pay`, baseURL).href)
  expect(scripts).toEqual([])
})
