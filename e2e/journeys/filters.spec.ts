import type { Page } from '@playwright/test'
import { expect, expectAccessible, openListing, test } from '../fixtures'

const number = (text: string | null) => Number((text ?? '').replace(/[^0-9]/g, ''))
const total = (page: Page) => page.locator('#results-title .tabular')
const countOf = async (page: Page, id: string) =>
  number(await page.locator(`label[for="${id}"] .tabular`).textContent())

async function expectTotal(page: Page, count: number) {
  await expect(total(page)).toHaveText(new RegExp(`^${count.toLocaleString('en-US')} job`))
}

async function openGroup(page: Page, label: string) {
  const group = page.locator('details', { has: page.locator('legend', { hasText: label }) }).first()
  if ((await group.getAttribute('open')) === null) await group.locator('summary').first().click()
  return group
}

test('each filter counts what it then finds: include, exclude and not stated', async ({ page }) => {
  await openListing(page, '/jobs?role=full-stack-developer')
  for (const [group, id] of [
    ['Visa sponsorship', 'f-visa-none'],
    ['Text', 'f-text-yes'],
    ['Level', 'f-seniority-senior'],
    ['First seen by this board', 'f-seen-30d'],
  ] as const) {
    await openGroup(page, group)
    const promised = await countOf(page, id)
    await page.locator(`#${id}`).check()
    await expect(page).toHaveURL(new RegExp(id.replace('f-', '').replace(/-(?=[^-]*$)/, '=')))
    await expectTotal(page, promised)
  }
})

test('a value left out takes its jobs away, and is taken back by the same sign', async ({ page }) => {
  await openListing(page, '/jobs?role=full-stack-developer')
  const all = number(await total(page).textContent())
  const senior = await countOf(page, 'f-seniority-senior')
  const level = page.getByRole('group', { name: 'Level', exact: true })
  await level.getByRole('link', { name: 'Leave out Senior', exact: true }).click()
  await expect(page).toHaveURL(/not\.seniority=senior/)
  await expectTotal(page, all - senior)
  await level.getByRole('link', { name: 'Do not leave out Senior' }).click()
  await expectTotal(page, all)
})

test('several skills: any of them, or all of them', async ({ page }) => {
  await openListing(page, '/jobs?skill=kubernetes&skill=terraform')
  const any = number(await total(page).textContent())
  await page.getByRole('navigation', { name: 'Chosen skills' }).getByRole('link', { name: 'all' }).click()
  await expect(page).toHaveURL(/skill\.all=kubernetes&skill\.all=terraform/)
  await expect(page.locator('#f-skill-terraform')).toBeChecked()
  await expect.poll(async () => number(await total(page).textContent())).toBeLessThan(any)

  const promised = await countOf(page, 'f-skill-aws')
  await page.locator('#f-skill-aws').check()
  await expect(page).toHaveURL(/skill\.all=aws/)
  await expectTotal(page, promised)
  await page.getByRole('navigation', { name: 'Chosen skills' }).getByRole('link', { name: 'any' }).click()
  await expect(page).toHaveURL(/skill=aws&skill=kubernetes&skill=terraform/)
})

test('a radius widens a place, and goes when the place goes', async ({ page }) => {
  await openListing(page)
  await expect(page.locator('#f-radius')).toBeDisabled()
  await openListing(page, '/jobs?place=berlin-de')
  const there = number(await total(page).textContent())
  await page.locator('#f-radius').selectOption('100')
  await expect(page).toHaveURL(/place=berlin-de&radius=100/)
  await expect(page.getByRole('link', { name: /^Within 100 km/ })).toBeVisible()
  await expect.poll(async () => number(await total(page).textContent())).toBeGreaterThanOrEqual(there)
  await page.locator('#f-place-berlin-de').uncheck()
  await expect(page).toHaveURL(/\/jobs$/)
  await expect(page.getByText('left aside')).toHaveCount(0)
})

test('near me or remote for me asks for where this person works from, and no longer when taken back', async ({
  page,
}) => {
  await openListing(page, '/jobs?place=berlin-de')
  const there = number(await total(page).textContent())
  await page.getByLabel('Working from').selectOption('us')
  await page.locator('#f-near').check()
  await expect(page).toHaveURL(/from=us&near_or_remote=1&place=berlin-de/)
  await expect.poll(async () => number(await total(page).textContent())).toBeGreaterThan(there)
  await page.locator('#f-near').uncheck()
  await expect(page).toHaveURL(/\/jobs\?place=berlin-de$/)
  await expectTotal(page, there)
})

test('without a place, half of the question is named with what to do', async ({ page }) => {
  await openListing(page, '/jobs?near_or_remote=1&radius=50')
  await expect(page.getByText('needs a place to measure from')).toBeVisible()
  await page.getByRole('link', { name: 'remote jobs alone' }).click()
  await expect(page).toHaveURL(/workplace=remote/)
  await expect(page).not.toHaveURL(/near_or_remote/)
})

test('no result is no dead end: each way out leads to as many jobs as it says', async ({ page }) => {
  const empty = '/jobs?place=berlin-de&q=zzyzx+rust&workplace=hybrid'
  await openListing(page, empty)
  const ways = page.getByRole('list', { name: 'Ways out' }).getByRole('link')
  await expect(ways.first()).toBeVisible()
  const words = await ways.allTextContents()
  expect(words.length).toBeGreaterThan(1)
  for (const way of words) {
    const promised = number(way.split('·').at(-1) ?? '')
    expect(promised).toBeGreaterThan(0)
    await openListing(page, empty)
    await ways.filter({ hasText: way }).first().click()
    await expectTotal(page, promised)
  }
})

test('the page says what a word was read as, and leads to the word itself', async ({ page }) => {
  await openListing(page, '/jobs?q=k8s')
  await expect(page.getByText('“k8s” read as Kubernetes')).toBeVisible()
  await page.getByRole('link', { name: 'Search for the word as typed' }).click()
  await expect(page).toHaveURL(/q=%22k8s%22/)
  await expect(page.getByRole('link', { name: 'Search for the word as typed' })).toHaveCount(0)
  await expect(page.getByText('read as Kubernetes')).toHaveCount(0)
})

test('values without a row of their own outlive a change of another filter', async ({ page }) => {
  await openListing(page, '/jobs?country=dach&from=eu&pay=none')
  await expect(page.getByRole('link', { name: /^Remote from EU/ })).toBeVisible()
  await page.locator('#f-seniority-senior').check()
  await expect(page).toHaveURL(/country=dach&from=eu&pay=none&seniority=senior/)
})

test('a long filter shows all of its rows in place, and a tick below stays when it folds', async ({
  page,
}) => {
  await openListing(page)
  const company = await openGroup(page, 'Company')
  await expect(company.getByRole('checkbox')).toHaveCount(8)
  const more = company.getByRole('link', { name: /^Show / })
  await more.first().click()
  await expect(page).toHaveURL(/\/jobs$/)
  const boxes = company.getByRole('checkbox')
  await expect.poll(() => boxes.count()).toBeGreaterThan(40)
  const promised = number(await company.locator('label .tabular').nth(30).textContent())
  await boxes.nth(30).check()
  await expectTotal(page, promised)
  await expect(boxes.nth(30)).toBeFocused()
  await company.getByRole('link', { name: 'Show fewer' }).click()
  await expect(company.getByRole('checkbox', { checked: true })).toHaveCount(1)
})

test('back and forward go through the filters', async ({ page }) => {
  await openListing(page, '/jobs?place=berlin-de')
  const before = await total(page).textContent()
  await page.locator('#f-radius').selectOption('50')
  await expect(page).toHaveURL(/radius=50/)
  await page.locator('#f-seniority-senior').check()
  await expect(page).toHaveURL(/seniority=senior/)
  await page.goBack()
  await expect(page.locator('#f-seniority-senior')).not.toBeChecked()
  await page.goBack()
  await expect(page.locator('#f-radius')).toHaveValue('')
  await expect(total(page)).toHaveText(before ?? '')
  await page.goForward()
  await expect(page.locator('#f-radius')).toHaveValue('50')
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('place, radius and remote for me are one form', async ({ page }) => {
    await page.goto('/jobs')
    await page.locator('#where').fill('Berlin')
    await page.locator('#f-radius').selectOption('50')
    await page.locator('#f-near').check()
    await page.getByRole('button', { name: 'Apply the filters' }).click()
    await expect(page).toHaveURL(/\/jobs\?near_or_remote=1&place=berlin-de&radius=50$/)
    await expect(page.locator('#f-radius')).toHaveValue('50')
    await expect(page.locator('#f-near')).toBeChecked()
    await expect(page.getByRole('link', { name: /^Or remote from Germany/ })).toBeVisible()
  })

  test('every row of a long filter is a link away', async ({ page }) => {
    await page.goto('/jobs?role=full-stack-developer')
    const company = await openGroup(page, 'Company')
    await company.getByRole('link', { name: /^Show / }).click()
    await expect(page).toHaveURL(/facet=company/)
    const box = company.getByRole('checkbox').nth(12)
    const promised = number(await company.locator('label .tabular').nth(12).textContent())
    await box.check()
    await page.getByRole('button', { name: 'Apply the filters' }).click()
    await expect(page).toHaveURL(/\/jobs\?company=[a-z0-9-]+&role=full-stack-developer$/)
    await expectTotal(page, promised)
  })

  test('a value is left out, and no result leads on', async ({ page }) => {
    await page.goto('/jobs?role=full-stack-developer')
    const all = number(await total(page).textContent())
    const none = await countOf(page, 'f-seniority-none')
    await page
      .getByRole('group', { name: 'Level', exact: true })
      .getByRole('link', { name: 'Leave out Not stated' })
      .click()
    await expectTotal(page, all - none)

    await page.goto('/jobs?q=zzyzx+rust')
    const way = page.getByRole('list', { name: 'Ways out' }).getByRole('link').first()
    const promised = number(((await way.textContent()) ?? '').split('·').at(-1) ?? '')
    await way.click()
    await expectTotal(page, promised)
  })
})

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  for (const path of [
    '/jobs?place=berlin-de&q=k8s&skill=go#filters',
    '/jobs?q=zzyzx+rust',
    '/about/search',
  ]) {
    test(`nothing hangs over the side on ${path}`, async ({ page }) => {
      await page.goto(path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(320)
    })
  }
})

for (const width of [320, 1280]) {
  test(`how to search is said over the list, inside the screen, and Escape closes it, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await openListing(page)
    const opener = page.locator('#results summary').filter({ hasText: 'How to search' })
    const first = page.locator('#results article').first()
    const before = await first.boundingBox()
    await opener.click()
    const said = page.getByText('these words, side by side')
    await expect(said).toBeVisible()
    const box = await said.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true)
    expect(await first.boundingBox()).toEqual(before)
    await page.keyboard.press('Escape')
    await expect(said).toBeHidden()
    await expect(opener).toBeFocused()
  })
}

test('the page that says how the search works is reached from the list and can be read by everybody', async ({
  page,
}) => {
  await page.goto('/jobs')
  await page.getByRole('link', { name: 'How this order is made' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How this search works')
  await expectAccessible(page)
})
