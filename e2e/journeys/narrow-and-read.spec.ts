import { expect, openListing, test } from '../fixtures'

const number = (text: string | null) => Number((text ?? '').replace(/[^0-9]/g, ''))

test('a seeker narrows the listing and reads a job, and the way back leads to the same list', async ({
  page,
}) => {
  await openListing(page)
  const count = page.locator('#results-title .tabular')
  const all = number(await count.textContent())
  expect(all).toBeGreaterThan(1000)

  const role = page.locator('#f-role-full-stack-developer')
  const promised = number(
    await page.locator('label[for="f-role-full-stack-developer"] .tabular').textContent(),
  )
  await role.check()
  await expect(page).toHaveURL(/role=full-stack-developer/)
  await expect(count).toHaveText(new RegExp(`^${promised.toLocaleString('en-US')} `))
  await expect(role).toBeFocused()

  const hybrid = page.locator('#f-workplace-hybrid')
  const promisedHybrid = number(await page.locator('label[for="f-workplace-hybrid"] .tabular').textContent())
  await hybrid.check()
  await expect(count).toHaveText(new RegExp(`^${promisedHybrid.toLocaleString('en-US')} `))

  await page.getByRole('link', { name: /Full-stack developer.*take away/ }).click()
  await expect(page).toHaveURL(/\/jobs\?workplace=hybrid$/)
  await page.goBack()
  await expect(page).toHaveURL(/role=full-stack-developer/)
  await expect(role).toBeChecked()
  await page.goForward()
  await expect(role).not.toBeChecked()
  await expect(page.getByRole('link', { name: /Full-stack developer.*take away/ })).toHaveCount(0)

  // On a wider screen the job opens beside the list.
  await page.setViewportSize({ width: 1100, height: 720 })
  const first = page.locator('#results article a').first()
  const title = (await first.textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()
  await expect(page.locator('#results article a').first()).toHaveText(title)
  await expect(page.locator('#f-workplace-hybrid')).toBeChecked()
})

test('a value can be left out, and a job that states nothing is counted', async ({ page }) => {
  await openListing(page, '/jobs?role=full-stack-developer')
  const count = page.locator('#results-title .tabular')
  const all = number(await count.textContent())
  const none = number(await page.locator('label[for="f-workplace-none"] .tabular').textContent())
  expect(none).toBeGreaterThan(0)
  await page
    .getByRole('group', { name: 'Workplace' })
    .getByRole('link', { name: 'Leave out Not stated' })
    .click()
  await expect(page).toHaveURL(/not\.workplace=none/)
  await expect(count).toHaveText(new RegExp(`^${(all - none).toLocaleString('en-US')} `))
})

test('the list is paged by key: older, newer, and no job twice', async ({ page }) => {
  await openListing(page, '/jobs?role=full-stack-developer')
  const hrefs = () =>
    page.locator('#results article a').evaluateAll((links) => links.map((a) => a.getAttribute('href')))
  const first = await hrefs()
  await page.getByRole('link', { name: /Older jobs/ }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(page.locator('#results article a').first()).not.toHaveAttribute('href', first[0] ?? '')
  const second = await hrefs()
  expect(second.filter((href) => first.includes(href))).toEqual([])
  await page.getByRole('link', { name: /Newer jobs/ }).click()
  await expect(page.locator('#results article a').first()).toHaveAttribute('href', first[0] ?? '')
  expect(await hrefs()).toEqual(first)
})

test('what is not understood is named with the nearest that is known', async ({ page }) => {
  await openListing(page, '/jobs?role=data-enginer')
  await expect(page.getByText('role=data-enginer')).toBeVisible()
  await expect(page.locator('#facet-role summary')).toHaveText(/^Role\W*$/)
  await page
    .getByRole('link', { name: /Full-stack developer/i })
    .first()
    .click()
  await expect(page).toHaveURL(/role=full-stack-developer/)
})
