import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNarrow, openListing, sampled, test } from '../fixtures'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Words in guides, comparisons and terms' })
const results = (page: Page) => page.locator('section[aria-labelledby="found"]')

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a term in spite of a typo, and by its tags the others about the same thing', async ({
    page,
  }) => {
    await page.goto('/guides')
    await field(page).fill('deadlok')
    await field(page).press('Enter')
    await expect(page).toHaveURL('/guides?q=deadlok')
    await expect(page.getByText('“deadlok” read as deadlock')).toBeVisible()
    await expect(results(page).locator('mark').first()).toHaveText(/deadlock/i)
    await expect(field(page)).toHaveValue('deadlok')
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    await results(page).getByRole('link', { name: 'Deadlock', exact: true }).click()
    await expect(page).toHaveURL('/glossary/deadlock')

    await page.getByRole('list', { name: 'Tags' }).getByRole('link', { name: 'Concurrency' }).click()
    await expect(page).toHaveURL('/guides/tags/concurrency')
    await expect(page.getByRole('heading', { level: 1, name: 'Concurrency' })).toBeVisible()
    await expect(page).toHaveTitle(/^Concurrency: guides, comparisons and terms/)
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      /\/guides\/tags\/concurrency$/,
    )
    await page
      .getByRole('region', { name: 'Database administrator' })
      .getByRole('link', { name: 'Skills of a database administrator' })
      .click()
    await expect(page).toHaveURL('/guides/database-administrator/skills')
  })

  test('a result leads to the passage that says it', async ({ page }) => {
    await page.goto('/guides?q=backend+rota')
    await results(page)
      .getByRole('link', { name: /The rota that was not in the offer/ })
      .click()
    await expect(page).toHaveURL('/guides/backend-developer/salary#the-rota-that-was-not-in-the-offer')
    await expect(page.getByRole('heading', { name: 'The rota that was not in the offer' })).toBeInViewport()
  })

  test('where no guide says it, jobs are looked for', async ({ page }) => {
    await page.goto('/guides?q=zymurgist')
    await expect(page.getByRole('heading', { name: 'No guide says “zymurgist”' })).toBeVisible()
    await page.getByRole('link', { name: 'Jobs for “zymurgist” →' }).click()
    await expect(page).toHaveURL('/jobs?q=zymurgist')
  })

  test('a long result comes in pages, and a page that is not there leads back', async ({ page }) => {
    await page.goto('/guides?q=developer')
    await expect(results(page).getByRole('heading', { level: 3 })).toHaveCount(20)
    const first = await results(page).getByRole('heading', { level: 3 }).first().textContent()
    await page.getByRole('link', { name: 'More pages →' }).click()
    await expect(page).toHaveURL('/guides?q=developer&page=2')
    await expect(results(page).getByRole('heading', { level: 3 }).first()).not.toHaveText(first ?? '')
    await page.getByRole('link', { name: '← Better matches' }).click()
    await expect(page).toHaveURL('/guides?q=developer')
    await page.goto('/guides?q=developer&page=900')
    await page.getByRole('link', { name: 'Begin at its first page' }).click()
    await expect(page).toHaveURL('/guides?q=developer')
  })

  test('what is too long says so and stays in its field', async ({ page }) => {
    const long = 'word '.repeat(50).trim()
    await page.goto(`/guides?${new URLSearchParams({ q: long })}`)
    await expect(page.getByRole('alert').filter({ hasText: 'Use at most 200 characters.' })).toBeVisible()
    await expect(field(page)).toHaveValue(long)
    await expect(results(page)).toHaveCount(0)
  })

  test('jobs that name a term or a role lead to where it is explained', async ({ page }) => {
    await page.goto('/jobs?q=idempotency&role=backend-developer')
    await expect(page.getByText('Guide: Backend developer · Term: Idempotency')).toBeVisible()
    await page.getByRole('link', { name: 'Idempotency', exact: true }).click()
    await expect(page).toHaveURL('/glossary/idempotency')
  })
})

const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })
const guides = (page: Page) => list(page).getByRole('group', { name: 'Guides' })

test('by keyboard: a guide stands below the filters, and Enter goes there', async ({ page }) => {
  await openListing(page)
  await page.locator('#q').press('End')
  await page.keyboard.insertText('kubern')
  await expect(guides(page).getByRole('option').first()).toBeVisible()
  await expect(list(page).getByRole('option').first()).toHaveText(/^Kubernetes Skill/)
  const last = guides(page).getByRole('option').last()
  const href = (await last.getAttribute('href')) ?? ''
  await page.keyboard.press('ArrowUp')
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('#q')).toHaveAttribute(
    'aria-activedescendant',
    (await last.getAttribute('id')) ?? '',
  )
  const count = await list(page).getByRole('option').count()
  await expect(page.getByRole('status').filter({ hasText: `${count} suggestions` })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(href)
})

test('by mouse: a guide is a link, and the words typed are not sent', async ({ page }) => {
  await openListing(page, '/jobs?workplace=remote')
  await page.locator('#q').press('End')
  await page.keyboard.insertText('idempot')
  await guides(page)
    .getByRole('option', { name: /^Idempotency/ })
    .click()
  await expect(page).toHaveURL('/glossary/idempotency')
  await page.goBack()
  await expect(page).toHaveURL('/jobs?workplace=remote')
  await expect(list(page)).toHaveCount(0)
})

test('guides that cannot be had leave the other suggestions as they are', async ({ page, faults }) => {
  faults.allow(/ERR_FAILED/)
  await page.route('**/api/v1/guides?*', (route) => route.abort())
  await openListing(page)
  await page.locator('#q').press('End')
  await page.keyboard.insertText('kubern')
  await expect(list(page).getByRole('option', { name: /^Kubernetes Skill/ })).toBeVisible()
  await expect(guides(page)).toHaveCount(0)
})

for (const colorScheme of sampled(['light', 'dark'] as const, 1)) {
  test(`results, tags and suggestions have no serious finding and fit a phone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    // Dark pages have the structure of light ones, and other colours.
    const rules = colorScheme === 'dark' ? ['color-contrast'] : []
    const paths = ['/guides?q=deadlok+database', '/guides?q=zymurgist', '/guides/tags/databases']
    for (const path of sampled(paths, 2)) {
      await page.goto(path)
      await expectAccessible(page, rules)
      await expectNarrow(page)
    }
    await openListing(page)
    await page.locator('#q').press('End')
    await page.keyboard.insertText('kubern')
    await expect(guides(page)).toBeVisible()
    await expectAccessible(page, rules)
  })
}
