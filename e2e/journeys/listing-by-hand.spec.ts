import type { Page } from '@playwright/test'
import { expect, openListing, test } from '../fixtures'

const API = '**/api/listing?*'
const count = (page: Page) => page.locator('#results-title .tabular')
const rows = (page: Page) => page.locator('#results article a[data-row]')

test('the focus stays on a filter, also on one that was unfolded and when its tick is taken away', async ({
  page,
}) => {
  await openListing(page)
  const before = await count(page).textContent()
  const role = page.getByRole('group', { name: 'Role', exact: true })
  await role.getByRole('link', { name: /^Show all/ }).click()
  const late = role.getByRole('checkbox').nth(12)
  await late.focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/role=/)
  await expect(count(page)).not.toHaveText(before ?? '')
  await expect(late).toBeFocused()

  await page.getByText('Skill', { exact: true }).first().click()
  const skill = page.getByRole('group', { name: 'Skill', exact: true }).getByRole('checkbox').first()
  await skill.focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/skill=/)
  await page.keyboard.press('Space')
  await expect(page).not.toHaveURL(/skill=/)
  await expect(skill).toBeFocused()
  await expect(skill).toBeVisible()
})

test('a tick taken away leaves its row and the focus, also when others now have more jobs', async ({
  page,
}) => {
  await openListing(page)
  const role = page.locator('#f-role-full-stack-developer')
  await role.check()
  await page.locator('#f-workplace-hybrid').check()
  await expect(page).toHaveURL(/role=full-stack-developer&workplace=hybrid/)
  await role.focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/\/jobs\?workplace=hybrid$/)
  await expect(page.getByRole('link', { name: /^Full-stack developer.*take away/ })).toHaveCount(0)
  await expect(page.locator('#results [aria-busy]')).toHaveAttribute('aria-busy', 'false')
  await expect(role).toBeFocused()
  await expect(role).not.toBeChecked()
})

test('a part taken away hands the focus to its neighbour, the last one to the heading of the list', async ({
  page,
}) => {
  await openListing(page, '/jobs?role=backend-developer&workplace=remote')
  await page.getByRole('link', { name: /^Backend developer.*take away/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/jobs\?workplace=remote$/)
  const last = page.getByRole('link', { name: /^Remote.*take away/ })
  await expect(last).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/jobs$/)
  await expect(page.locator('#results-title')).toBeFocused()
})

test('two parts taken away before the answer comes are both gone', async ({ page }) => {
  await openListing(page, '/jobs?role=backend-developer&workplace=remote')
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(API, async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('link', { name: /^Backend developer.*take away/ }).click()
  await expect(page.locator('#results [aria-busy]')).toHaveAttribute('aria-busy', 'true')
  await page.getByRole('link', { name: /^Remote.*take away/ }).click()
  await expect(page).toHaveURL(/\/jobs$/)
  letThrough()
  await expect(page.getByRole('link', { name: /take away/ })).toHaveCount(0)
})

test('the title of the page names the search, from the server and in place', async ({ page }) => {
  await openListing(page, '/jobs?role=backend-developer')
  await expect(page).toHaveTitle(/^Backend developer: jobs · /)
  await page.locator('#f-workplace-remote').check()
  await expect(page).toHaveTitle(/^Backend developer, Remote: jobs · /)
  await page.goBack()
  await expect(page).toHaveTitle(/^Backend developer: jobs · /)
})

test('a currency chosen before its number waits for it', async ({ page }) => {
  await openListing(page)
  await page.locator('#f-currency').selectOption('EUR')
  await page.locator('#f-pay').fill('70000')
  await page.locator('#f-pay').press('Enter')
  await expect(page).toHaveURL(/currency=EUR&pay=70000/)
  await expect(page.getByRole('link', { name: /≥ 70,000 EUR/ })).toBeVisible()
  await expect(page.getByText('was left aside')).toHaveCount(0)
})

test('while an answer is on its way the old rows stay and are marked as busy', async ({ page }) => {
  await openListing(page)
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(API, async (route) => {
    await held
    await route.continue()
  })
  const first = (await rows(page).first().textContent()) ?? ''
  const list = page.locator('#results [aria-busy]')
  await page.locator('#f-workplace-onsite').check()
  await expect(list).toHaveAttribute('aria-busy', 'true')
  await expect(rows(page).first()).toHaveText(first)
  letThrough()
  await expect(list).toHaveAttribute('aria-busy', 'false')
})

test('a search that cannot be answered says so, keeps what was there, and is tried again', async ({
  page,
  faults,
}) => {
  faults.allow(/ERR_FAILED/)
  await openListing(page, '/jobs?role=backend-developer')
  await page.locator('#f-workplace-remote').check()
  await expect(page.getByRole('link', { name: /^Remote.*take away/ })).toBeVisible()
  const [narrowed, first] = [await count(page).textContent(), await rows(page).first().textContent()]

  await page.route(API, (route) => route.abort())
  await page.locator('#f-seniority-senior').check()
  const failure = page.getByRole('alert').filter({ hasText: 'could not be answered' })
  await expect(failure).toBeVisible()
  await expect(count(page)).toHaveText(narrowed ?? '')
  await expect(rows(page).first()).toHaveText(first ?? '')
  await expect(page.locator('#f-seniority-senior')).toBeChecked()

  await page.unroute(API)
  await failure.getByRole('link', { name: 'Try again' }).click()
  await expect(failure).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Senior.*take away/ })).toBeVisible()
})

test('counts that took too long do not lose the filters', async ({ page }) => {
  const answer = await (await page.request.get('/api/v1/jobs?role=backend-developer')).json()
  await page.route(API, (route) =>
    route.fulfill({ json: { ...answer, meta: { ...answer.meta, total: null, facets: null } } }),
  )
  await openListing(page, '/jobs?role=backend-developer')
  // A click, not a check: the box is gone with the answer, before its tick could be looked at.
  await page.locator('#f-workplace-remote').click()
  await expect(page.getByText('The counts took too long')).toBeVisible()
  await page.locator('#q').fill('rust')
  await page.locator('#q').press('Enter')
  await expect(page).toHaveURL(/q=rust&role=backend-developer&workplace=remote/)
})

test('from a job, back leads to the same place in the same list', async ({ page }) => {
  // On a wider screen the job opens beside the list.
  await page.setViewportSize({ width: 1100, height: 720 })
  await openListing(page, '/jobs?role=full-stack-developer')
  await page.locator('#f-seniority-senior').check()
  await expect(page.getByRole('link', { name: /^Senior.*take away/ })).toBeVisible()
  const row = rows(page).nth(14)
  const title = (await row.textContent()) ?? ''
  await row.scrollIntoViewIfNeeded()
  const y = await page.evaluate(() => window.scrollY)
  expect(y).toBeGreaterThan(200)
  await row.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()
  await expect(rows(page).nth(14)).toHaveText(title)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(y - 60)
})

test('what is ticked and chosen before the scripts arrive counts, and words typed then are kept', async ({
  page,
}) => {
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/jobs?place=berlin-de', { waitUntil: 'commit' })
  await page.locator('#f-workplace-remote').check()
  await page.locator('#f-currency').selectOption('EUR')
  await page.locator('#f-radius').selectOption('50')
  await page.locator('#q').fill('rust')
  letThrough()
  await expect(page).toHaveURL(/\/jobs\?place=berlin-de&q=rust&radius=50&workplace=remote$/)
  await expect(page.getByRole('link', { name: /^Remote.*take away/ })).toBeVisible()
  await expect(page.locator('#q')).toHaveValue('rust')
  await expect(page.locator('#f-currency')).toHaveValue('EUR')
})

test('after many quick changes every step back shows its own ticks and jobs', async ({ page }) => {
  await openListing(page, '/jobs?role=full-stack-developer')
  const steps = [await page.locator('#results-title').textContent()]
  for (const id of ['f-workplace-remote', 'f-seniority-senior', 'f-country-us']) {
    await page.locator(`#${id}`).check()
    await expect(page.locator('#results-title')).not.toHaveText(steps.at(-1) ?? '')
    steps.push(await page.locator('#results-title').textContent())
  }
  await page.locator('#f-seniority-staff').check()
  await page.goBack()
  const ticks = page.locator('input[type="checkbox"]:checked')
  for (let left = 3; left >= 0; left--) {
    await expect(ticks).toHaveCount(left + 1)
    await expect(page.locator('#results-title')).toHaveText(steps[left] ?? '')
    if (left > 0) await page.goBack()
  }
})

test('keys: / for the words, j and k for the rows', async ({ page }) => {
  await openListing(page)
  await page.keyboard.press('j')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.locator('#q')).toBeFocused()
  await page.keyboard.type('j/k')
  await expect(page.locator('#q')).toHaveValue('j/k')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the sheet holds the focus, counts live, and Escape gives the focus back', async ({ page }) => {
    await openListing(page)
    const opener = page.getByRole('link', { name: /^Filters/ })
    await opener.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Filters' })
    await expect(sheet).toBeVisible()
    await expect(sheet.getByRole('link', { name: 'Close the filters' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(sheet.getByRole('button', { name: /^Show / })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(sheet.getByRole('link', { name: 'Close the filters' })).toBeFocused()

    const before = (await sheet.getByRole('button', { name: /^Show / }).textContent()) ?? ''
    await sheet.locator('#f-workplace-remote').check()
    await expect(sheet.getByRole('button', { name: /^Show / })).not.toHaveText(before)
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  test('"Show" closes the sheet and leads to the first of the jobs', async ({ page }) => {
    await openListing(page)
    await page.getByRole('link', { name: /^Filters/ }).click()
    await page.locator('#f-workplace-remote').check()
    await expect(page).toHaveURL(/workplace=remote/)
    await page.getByRole('button', { name: /^Show / }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('#results-title')).toBeInViewport()
  })
})
