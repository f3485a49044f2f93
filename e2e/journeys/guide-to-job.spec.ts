import { expect, test } from '../fixtures'

test('a reader goes from the guide, through its live jobs, to a job', async ({ page }) => {
  await page.goto('/guides')
  await page.getByRole('link', { name: 'Backend developer' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Backend developer' })).toBeVisible()
  await expect(page.getByText(/min to read/)).toBeVisible()

  const block = page.locator('#open-jobs')
  const count = block.locator('.live-count')
  const before = await count.textContent()
  await block.getByRole('checkbox', { name: /Remote/ }).check()
  await expect(page).toHaveURL(/\/guides\/backend-developer/)
  await expect(count).not.toHaveText(before ?? '')

  const first = block.locator('article a').first()
  const title = (await first.textContent()) ?? ''
  await first.click()
  await expect(page).toHaveURL(/\/jobs\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('the table of contents leads to every section', async ({ page }) => {
  await page.goto('/guides/backend-developer')
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link')
  for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))) {
    await expect(page.locator(`[id="${href.slice(1)}"]`)).toHaveCount(1)
  }
})

test('live jobs that cannot be narrowed say so, and are tried again', async ({ page, faults }) => {
  faults.allow(/ERR_FAILED/)
  await page.goto('/guides/backend-developer')
  const block = page.locator('#open-jobs')
  const before = (await block.locator('.live-count').textContent()) ?? ''
  await page.route('**/api/listing?*', (route) => route.abort())
  await block.getByRole('checkbox', { name: /Remote/ }).check()
  const failure = block.getByRole('alert')
  await expect(failure).toBeVisible()
  await expect(block.locator('article').first()).toBeVisible()
  await page.unroute('**/api/listing?*')
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(failure).toHaveCount(0)
  await expect(block.locator('.live-count')).not.toHaveText(before)
})
