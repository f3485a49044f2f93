import { expect, expectAccessible, expectNarrow, sampled, test } from '../fixtures'

const salary = '/guides/backend-developer/salary'
const pages = [
  '/guides',
  '/guides/backend-developer',
  salary,
  '/guides/compare',
  '/guides/compare/backend-developer-vs-full-stack-developer',
  '/glossary',
  '/glossary/isolation-level',
]

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader goes from the list through a salary page and a term to jobs that state pay', async ({
    page,
  }) => {
    await page.goto('/guides')
    const backend = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Backend developer' }) })
    await backend.getByRole('link', { name: 'Salary' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Backend developer salary' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'In short' })).toBeVisible()

    const tabs = page.getByRole('navigation', { name: 'Pages of this guide' })
    await expect(tabs.getByRole('link')).toHaveCount(6)
    await expect(tabs.getByRole('link', { name: 'Salary' })).toHaveAttribute('aria-current', 'page')

    await expect(page.locator('data', { hasText: '132,270 USD' })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Source 1:/ }).first()).toHaveText('[1]')
    await page
      .getByRole('link', { name: /^Source 1:/ })
      .first()
      .click()
    await expect(page).toHaveURL(/#source-onet$/)
    await expect(page.locator('#source-onet')).toContainText('O*NET')

    const jobs = page.getByRole('region', { name: 'US jobs that state their pay' })
    await expect(jobs.getByRole('article').first()).toBeVisible()
    await expect(jobs.getByText('Pay not stated')).toHaveCount(0)
    await jobs.getByRole('link', { name: /of them|In the list/ }).click()
    await expect(page).toHaveURL('/jobs?country=us&not.pay=none&role=backend-developer')
  })

  test('a reader says what was missing', async ({ page }) => {
    await page.goto('/glossary/deadlock')
    const form = page.getByRole('group', { name: 'Was this page useful?' })
    await form.getByText('Say what was missing or wrong').click()
    await form.getByRole('textbox').fill('An example in SQL Server.')
    await form.getByRole('button', { name: 'No' }).click()
    await expect(page).toHaveURL('/glossary/deadlock#useful')
    await expect(page.getByText('Thank you: it is kept')).toBeVisible()
  })

  test('the filters that a page starts with can be taken away', async ({ page }) => {
    await page.goto(salary)
    const block = page.locator('#open-jobs')
    await expect(block.getByRole('checkbox', { name: 'Stated', exact: true })).toBeChecked()
    await expect(block.getByText('Pay not stated')).toHaveCount(0)
    const count = (await block.locator('.live-count').textContent()) ?? ''
    await block.getByRole('checkbox', { name: 'Stated', exact: true }).uncheck()
    await block.getByRole('button', { name: 'Narrow' }).click()
    await expect(page).toHaveURL(/filters=mine/)
    await expect(block.getByRole('checkbox', { name: 'Stated', exact: true })).not.toBeChecked()
    await expect(block.locator('.live-count')).not.toHaveText(count)

    await page.goto('/guides/backend-developer/how-to-become')
    await expect(page.locator('#open-jobs').getByRole('checkbox', { name: /Junior/ })).toBeChecked()
  })

  test('a term is linked where a page first uses it, and leads back', async ({ page }) => {
    await page.goto('/guides/backend-developer')
    const links = page.locator('.guide-text a.term')
    const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(hrefs.length).toBeGreaterThan(3)
    expect(new Set(hrefs).size).toBe(hrefs.length)
    await page.locator('.guide-text a.term[href="/glossary/feature-flag"]').click()
    await expect(page.getByRole('navigation', { name: 'You may also want to know' })).toBeVisible()
    await page
      .getByRole('navigation', { name: 'Where the guides use it' })
      .getByRole('link', { name: 'Backend developer', exact: true })
      .click()
    await expect(page).toHaveURL('/guides/backend-developer')
  })

  test('what nobody has measured says so, on focus and in print', async ({ page }) => {
    await page.goto(salary)
    const remark = page.getByText('(rule of thumb, not measured)').first()
    await expect(remark).toHaveCSS('width', '1px')
    await page.locator('.noted').filter({ hasText: 'rule of thumb' }).first().focus()
    await expect(remark).not.toHaveCSS('width', '1px')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('(rule of thumb, not measured)').nth(1)).toHaveCSS('position', 'static')
    await expect(page.locator('#open-jobs')).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible()
  })
})

test('a pair that is asked for the other way round leads to its page', async ({ baseURL }) => {
  const ask = (path: string) => fetch(new URL(path, baseURL), { redirect: 'manual' })
  const turned = await ask('/guides/compare/full-stack-developer-vs-backend-developer')
  expect([turned.status, turned.headers.get('location')]).toEqual([
    308,
    '/guides/compare/backend-developer-vs-full-stack-developer',
  ])
  const overview = await ask('/guides/backend-developer/overview')
  expect([overview.status, overview.headers.get('location')]).toEqual([308, '/guides/backend-developer'])
  for (const path of [
    '/guides/no-such-role',
    '/guides/no-such-role/overview',
    '/guides/backend-developer/no-such-page',
    '/guides/compare/a-vs-b',
    '/guides/compare/backend-developer',
    '/glossary/no-such-term',
  ]) {
    expect([path, (await ask(path)).status]).toEqual([path, 404])
  }
})

test('every page says where it stands and what it is', async ({ page, baseURL }) => {
  const kinds: [path: string, kinds: string[]][] = [
    [salary, ['BreadcrumbList', 'Article']],
    ['/guides/compare/backend-developer-vs-full-stack-developer', ['BreadcrumbList', 'Article']],
    ['/glossary/isolation-level', ['BreadcrumbList', 'DefinedTerm']],
  ]
  for (const [path, expected] of kinds) {
    await page.goto(path)
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
    const markup = blocks.map((block) => JSON.parse(block) as Record<string, unknown>)
    expect(markup.map((one) => one['@type'])).toEqual(expected)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new URL(path, baseURL).href)
  }
})

test('no page of the guides links to a page that is not there', async ({ page, baseURL }) => {
  const found = new Set<string>()
  for (const path of pages) {
    await page.goto(path)
    const hrefs = await page
      .locator('main a[href^="/g"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    for (const href of hrefs) found.add((href ?? '').split('#')[0] ?? '')
  }
  expect(found.size).toBeGreaterThan(80)
  // A hundred pages, one after another: a busy machine takes its time.
  test.setTimeout(240_000)
  const dead: string[] = []
  for (const path of sampled([...found].sort(), 40)) {
    const { status } = await fetch(new URL(path, baseURL))
    if (status !== 200) dead.push(`${path}: ${status}`)
  }
  expect(dead).toEqual([])
})

test('the pages of the guides fit a screen of 320 px', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path)
    await expectNarrow(page)
  }
})

test('the first column of a comparison stays in sight on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/guides/compare/backend-developer-vs-full-stack-developer')
  const table = page.getByRole('region', { name: 'Table: Point by point' })
  const point = table.getByRole('rowheader').first()
  const before = await point.boundingBox()
  await table.evaluate((region) => region.scrollBy(200, 0))
  expect(await table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(20)
  expect((await point.boundingBox())?.x).toBe(before?.x)
})

for (const colorScheme of sampled(['light', 'dark'] as const, 1)) {
  test(`nobody is shut out of the pages of the guides, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const path of sampled(pages, 3)) {
      await page.goto(path)
      await expectAccessible(page, colorScheme === 'dark' ? ['color-contrast'] : [])
    }
  })
}
