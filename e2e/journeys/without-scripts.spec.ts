import { expect, test } from '../fixtures'

test.use({ javaScriptEnabled: false })

test('the same narrowing works with scripts off', async ({ page }) => {
  await page.goto('/jobs')
  const promised =
    (await page.locator('label[for="f-role-full-stack-developer"] .tabular').textContent()) ?? ''
  await page.locator('#f-role-full-stack-developer').check()
  await page.getByRole('button', { name: 'Apply the filters' }).click()
  await expect(page).toHaveURL(/\/jobs\?role=full-stack-developer$/)
  await expect(page.locator('#results-title .tabular')).toHaveText(new RegExp(`^${promised} `))
  await expect(page.locator('#f-role-full-stack-developer')).toBeChecked()

  await page.locator('#where').fill('Berlin')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/place=berlin-de/)
  await page.getByRole('link', { name: /Berlin.*take away/ }).click()
  await expect(page).toHaveURL(/\/jobs\?role=full-stack-developer$/)

  await page.getByRole('link', { name: /Older jobs/ }).click()
  await expect(page).toHaveURL(/after=/)
  const first = page.locator('#results article a').first()
  const title = (await first.textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('on a phone the filters open as a sheet by a plain link', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/jobs')
  await expect(page.locator('#f-role-full-stack-developer')).toBeHidden()
  await page.getByRole('link', { name: /^Filters/ }).click()
  await expect(page.locator('#f-role-full-stack-developer')).toBeVisible()
  await page.getByRole('button', { name: 'Show the jobs' }).click()
  await expect(page.getByRole('button', { name: 'Show the jobs' })).toBeHidden()
})
