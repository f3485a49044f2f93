import {
  expect,
  expectAccessible,
  expectListening,
  expectNarrow,
  openHome,
  openListing,
  sampled,
  signInAs,
  test,
} from '../fixtures'

const pages = [
  '/',
  '/jobs',
  '/jobs?role=backend-developer&not.workplace=none',
  '/jobs?q=nothingmatchesthis',
  '/companies',
  '/companies/openai',
  '/guides',
  '/guides/backend-developer',
  '/sign-in',
  '/demo',
  '/no-such-page',
  '/about/search',
]

for (const colorScheme of sampled(['light', 'dark'] as const, 1)) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    // Dark pages have the structure of light ones, and other colours.
    const rules = colorScheme === 'dark' ? ['color-contrast'] : []

    test('no page for everybody has a serious finding', async ({ page, faults }) => {
      faults.allow(/404/)
      for (const path of sampled(pages, 4)) {
        await page.goto(path)
        await expectAccessible(page, rules)
      }
      await openListing(page)
      const row = page.locator('#results article a').first()
      const [href, title] = [(await row.getAttribute('href')) ?? '', (await row.textContent()) ?? '']
      await row.click()
      await expect(page.getByRole('region', { name: title }).locator('dl')).toBeVisible()
      await expectAccessible(page, rules)
      await page.goto(href)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expectAccessible(page, rules)
    })

    test('no page of a person has a serious finding', async ({ page }) => {
      await signInAs(page, 'employer')
      const own = [
        '/employer',
        '/employer/companies/new',
        '/employer/companies/demo-employer',
        '/employer/companies/demo-employer/imports',
        '/employer/companies/demo-employer/duplicates',
        '/companies/abridge/claim',
        '/account/searches',
        '/account/searches/new?query=role%3Dbackend-developer',
        '/account/sign-in',
        '/demo/mail',
      ]
      for (const path of sampled(own, 3)) {
        await page.goto(path)
        await expectAccessible(page, rules)
      }
      await page.goto('/employer')
      await page.getByRole('button', { name: 'Write a job' }).first().click()
      await page.getByRole('button', { name: 'Publish' }).first().click()
      await page.waitForURL(/check=1/)
      await expectAccessible(page, rules)
      await page.getByRole('button', { name: 'Delete the draft' }).click()
      await page.waitForURL(({ pathname }) => pathname === '/employer')
    })
  })
}

test('nothing is wider than a screen of 320 px', async ({ page }) => {
  for (const path of ['/', '/jobs', '/companies', '/guides/backend-developer', '/about/search', '/sign-in']) {
    await page.goto(path)
    await expectNarrow(page)
  }
})

test('the switch changes the colours, keeps them, and the page never flashes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openHome(page)
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  const toggle = page.getByRole('button', { name: /^Colours:/ })
  await toggle.click()
  await toggle.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(paper).not.toBe(light)
  await page.reload()
  await expectListening(page, 'home-q')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
