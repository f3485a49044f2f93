import { expect, expectAccessible, expectNarrow, test } from '../fixtures'

const salary = '/guides/backend-developer/salary'

/** The worker computes figures soon after the board has begun. */
test.beforeEach(async ({ page }) => {
  await expect(async () => {
    await page.goto(salary)
    await expect(page.locator('.passage-short .figure-in-text').first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 40_000 })
})

test('a figure in a guide opens exactly the jobs that it rests on, and they make the same number', async ({
  page,
  request,
}) => {
  const figure = page.locator('.passage-short .figure-in-text').first()
  const printed = await figure.locator('.noted-words').textContent()
  expect(printed).toMatch(/^[\d,]+ USD$/)
  await figure.focus()
  const receipt = figure.locator('.noted-remark')
  await expect(receipt).toContainText(/\d+ openings at \d+ companies/)
  const [, openings = ''] = /(\d+) openings/.exec((await receipt.textContent()) ?? '') ?? []
  const link = receipt.getByRole('link', { name: 'the jobs' })
  const id = new URL((await link.getAttribute('href')) ?? '', 'http://x').searchParams.get('figure')
  await link.click()
  await page.waitForURL(/\/jobs\?figure=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pay: Backend developer, United States')
  await expect(page.getByText(`${openings} openings at`)).toBeVisible()

  const answer = await (await request.get(`/api/v1/figures/${id}`)).json()
  expect(answer.data.jobIds).toHaveLength(answer.data.jobs)
  expect(answer.data.openings).toBe(Number(openings))
  expect(Math.round(answer.data.value.p50 / 100) * 100).toBe(Number(printed?.replaceAll(/[^\d]/g, '')))
  const shown = new Set<string>()
  for (;;) {
    for (const href of await page
      .locator('article h2 a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
      shown.add(href.slice(-26))
    const older = page.getByRole('link', { name: 'Older →' })
    if ((await older.count()) === 0) break
    await older.click()
    await page.waitForURL(new RegExp(`page=${Math.ceil(shown.size / 20) + 1}`))
  }
  expect([...shown].sort()).toEqual([...answer.data.jobIds].sort())
  const table = await (await request.get(`/api/v1/figures/${id}.csv`)).text()
  expect(table.split('\r\n')[1]).toContain(`${answer.data.value.p50}`)
})

test('pictures say their numbers in a table too, fit a phone, and have no serious finding', async ({
  page,
}) => {
  const picture = page.locator('figure').first()
  await expect(picture.locator('svg').first()).toBeVisible()
  await picture.getByText('The numbers as a table').click()
  await expect(picture.getByRole('table').first()).toBeVisible()
  await expectNarrow(page)
  await expectAccessible(page)
  await page.goto('/about/figures')
  await expectAccessible(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('figures and pictures stand in the page', async ({ page }) => {
    await page.goto(salary)
    await expect(page.locator('.passage-short .figure-in-text').first()).toContainText('USD')
    await expect(page.locator('figure svg').first()).toBeVisible()
    await page.locator('.figure-in-text').first().hover()
    await page.locator('.figure-in-text').first().getByRole('link', { name: 'the jobs' }).click()
    await expect(page.getByRole('list', { name: 'The jobs behind this figure' })).toBeVisible()
  })
})

test('a figure that never was is not here', async ({ page, faults }) => {
  faults.allow(/404/)
  const answer = await page.goto(`/jobs?figure=${'a'.repeat(26)}`)
  expect(answer?.status()).toBe(404)
})

test('a guide has a picture of its own for links to it', async ({ page, request }) => {
  for (const path of [
    '/guides/backend-developer/salary',
    '/guides/compare/backend-developer-vs-full-stack-developer',
  ]) {
    await page.goto(path)
    const address = await page.locator('meta[property="og:image"]').getAttribute('content')
    const answer = await request.get(address ?? '')
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toBe('image/png')
    const picture = await answer.body()
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect((await request.get('/guides/unicorn-tamer/opengraph-image')).status()).toBe(404)
})

test('a number of a survey says so, by source, year and entries, and is explained', async ({ page }) => {
  await page.goto('/guides/full-stack-developer/salary')
  const number = page.locator('.noted', { hasText: 'aijobs.net survey' })
  await expect(number).toHaveCount(1)
  await expect(number.locator('.noted-words')).toHaveText(
    /^[\d,]+ USD \(aijobs\.net survey, 2024, \d+ entries\)$/,
  )
  await number.focus()
  await expect(number.locator('.noted-remark')).toContainText('Full-stack developer, Senior, US, full-time')
  await expect(number.locator('.noted-remark')).toContainText('reported without names, mostly as ranges')
  await expect(page.locator('#source-aijobs-2025')).toContainText('CC0 1.0')
  await page.goto('/about/figures#public')
  await expect(page.getByText('The survey is no sample')).toBeVisible()
})

test('every role says the same things in figures below its text, each once', async ({ page }) => {
  for (const role of ['full-stack-developer', 'devops-engineer']) {
    await page.goto(`/guides/${role}`)
    const toc = page.getByRole('navigation', { name: 'On this page' })
    await toc.getByRole('link', { name: 'In figures' }).click()
    await expect(page).toHaveURL(/#in-figures$/)
    const figures = page.getByRole('region', { name: 'In figures' })
    await expect(figures.getByRole('figure').or(figures.locator('.figure-absent'))).not.toHaveCount(0)
    const titles = await page.locator('.prose-guide figure figcaption').allTextContents()
    expect(new Set(titles).size).toBe(titles.length)
  }
})
