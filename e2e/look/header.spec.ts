import { expect, openHome, openListing, signInAs, test } from '../fixtures'

test('the menu of a person opens by key, and closes on Escape, elsewhere, and behind the focus', async ({
  page,
}) => {
  await signInAs(page, 'candidate')
  await openHome(page)
  const opener = page.locator('header summary')
  const first = page.getByRole('link', { name: 'Saved searches' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(first).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(first).toBeHidden()
  await expect(opener).toBeFocused()

  await opener.click()
  await expect(first).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(first).toBeHidden()

  await opener.click()
  await page.getByRole('button', { name: 'Sign out' }).focus()
  await page.keyboard.press('Tab')
  await expect(first).toBeHidden()
})

test('the first stop of the keyboard leads past the header', async ({ page }) => {
  await openListing(page)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('a page that is not here says so in its title', async ({ page, faults }) => {
  faults.allow(/404/)
  await page.goto('/no-such-page')
  await expect(page).toHaveTitle(/^This page is not here · /)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('what only scripts can do is not offered', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('.needs-scripts')).toBeHidden()
  })
})

test('a browser that asks for the old icon by itself finds it', async ({ request }) => {
  const answer = await request.get('/favicon.ico')
  expect(answer.status()).toBe(200)
  expect((await answer.body()).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]))
})
