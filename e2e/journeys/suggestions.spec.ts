import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, openHome, openListing, sampled, test } from '../fixtures'

const API = '**/api/v1/suggestions?*'
const words = (page: Page) => page.locator('#q')
const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })
const option = (page: Page, name: RegExp) => list(page).getByRole('option', { name })
const chip = (page: Page, name: RegExp) => page.getByRole('link', { name })

/** At once, as one who types fast: the list of a word half typed would give way to that of the whole one, and take the highlight with it. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.press('End')
  await page.keyboard.insertText(text)
}

test('by keyboard: a skill typed halfway becomes a filter, the other words stay words', async ({ page }) => {
  await openListing(page)
  await words(page).fill('payments')
  await type(page, words(page), ' kube')
  await expect(option(page, /^Kubernetes Skill/)).toBeVisible()
  await expect(words(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const first = list(page).getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(words(page)).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/jobs\?q=payments&skill=kubernetes$/)
  await expect(chip(page, /^Kubernetes.*take away/)).toBeVisible()
  await expect(words(page)).toHaveValue('payments')
  await expect(words(page)).toBeFocused()
  await expect(list(page)).toHaveCount(0)
})

test('by mouse: the filters chosen before stay', async ({ page }) => {
  await openListing(page, '/jobs?workplace=remote')
  await type(page, words(page), 'k8s')
  await option(page, /^Kubernetes Skill/).click()
  await expect(page).toHaveURL(/\/jobs\?skill=kubernetes&workplace=remote$/)
  await expect(words(page)).toHaveValue('')
})

test('a typo finds what was meant, and Enter without a choice sends the words as they are', async ({
  page,
}) => {
  await openListing(page)
  await type(page, words(page), 'kubernets')
  await expect(option(page, /^Kubernetes Skill/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/jobs\?q=kubernets$/)
  await expect(list(page)).toHaveCount(0)
})

test('Escape closes the list and keeps the words; leaving the field closes it too', async ({ page }) => {
  await openListing(page)
  await type(page, words(page), 'kube')
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await expect(words(page)).toHaveValue('kube')
  await page.keyboard.press('ArrowDown')
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(list(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/jobs$/)
})

test('a place chosen in its field is a filter, and so is remote work', async ({ page }) => {
  await openListing(page)
  const where = page.locator('#where')
  await type(page, where, 'munchen')
  await expect(option(page, /^Munich City in Germany/)).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(list(page).getByRole('option', { selected: true })).toHaveText(/^Munich/)
  await option(page, /^Munich/).click()
  await expect(page).toHaveURL(/\/jobs\?place=munich-de$/)
  await expect(where).toHaveValue('')
  await where.fill('')
  await type(page, where, 'remot')
  await option(page, /^Remote/).click()
  await expect(page).toHaveURL(/\/jobs\?place=munich-de&workplace=remote$/)
})

test('the start page suggests too', async ({ page }) => {
  await openHome(page)
  await type(page, page.locator('#home-q'), 'site relia')
  await option(page, /^Site reliability engineer Role/).click()
  await expect(page).toHaveURL(/\/jobs\?.*role=site-reliability-engineer/)
  await expect(chip(page, /^Site reliability engineer.*take away/)).toBeVisible()
})

test('an answer that comes late never replaces a newer one, one that fails disturbs nobody', async ({
  page,
  faults,
}) => {
  faults.allow(/ERR_FAILED/)
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(/suggestions\?q=py&/, async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  await openListing(page)
  const late = page.waitForRequest(/q=py&/)
  await words(page).fill('py')
  await late
  await words(page).fill('kube')
  await expect(option(page, /^Kubernetes/)).toBeVisible()
  letThrough()
  await expect(option(page, /^Python/)).toHaveCount(0)
  await expect(option(page, /^Kubernetes/)).toBeVisible()
  await page.route(API, (route) => route.abort())
  await words(page).fill('rust')
  await expect(list(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/jobs\?q=rust$/)
})

for (const colorScheme of sampled(['light', 'dark'] as const, 1)) {
  test(`the open list has no serious finding, moves nothing and says how many there are, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await openListing(page)
    const before = await page.locator('#results-title').boundingBox()
    await words(page).pressSequentially('s')
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('ArrowDown')
    const status = page.getByRole('status').filter({ hasText: /^\d suggestions$/ })
    await expect(status).toHaveCount(1)
    expect(await page.locator('#results-title').boundingBox()).toEqual(before)
    await expectAccessible(page)
  })
}

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })

  test('the list fits, and each suggestion is large enough for a finger', async ({ page }) => {
    await openListing(page)
    for (const id of ['q', 'where']) {
      await page.locator(`#${id}`).pressSequentially('s')
      await expect(list(page)).toBeVisible()
      const box = await list(page).boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      const rows = await list(page).getByRole('option').all()
      for (const row of rows) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      await page.keyboard.press('Escape')
      await page.locator(`#${id}`).fill('')
    }
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the fields are plain fields', async ({ page }) => {
    await page.goto('/jobs')
    await expect(words(page)).not.toHaveRole('combobox')
    await words(page).fill('rust')
    await words(page).press('Enter')
    await expect(page).toHaveURL(/q=rust/)
  })
})
