import type { Page } from '@playwright/test'
import { expect, signInAs, test } from '../fixtures'

/** A title that no other test and no sample job has. */
function freshTitle(): string {
  return `Senior Backend Developer, Timetables ${Math.random().toString(36).slice(2, 8)}`
}

const APPLY_URL = 'https://example.org/apply'

async function fillJob(page: Page, title: string) {
  // Only scripts bring the marks: from then on the form is saved while it is filled in.
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Employment type').selectOption({ label: 'Full-time' })
  await page.getByLabel('Workplace').selectOption({ label: 'Remote' })
  // No other test counts jobs there.
  await page.getByLabel('Places').fill('Lisbon, Portugal')
  await page.getByLabel(/^From/).fill('82000')
  await page.getByLabel(/^To/).fill('104000')
  await page.getByLabel(/^Currency/).fill('EUR')
  await page.getByLabel('For (optional)').selectOption('year')
  await page
    .getByLabel('What the job is about')
    .fill(
      '## The work\n\nYou keep a timetable right.\n\n- Read it\n- Mend it\n\n[More](https://example.org/work)',
    )
  await page.getByLabel('Where people apply').fill(APPLY_URL)
}

/** The board's answer to a form: until it is here, the page that is left still is. */
async function expectAnswer(page: Page, message: string) {
  await expect(page.getByText(message)).toBeVisible()
}

test('an employer drafts, previews, publishes and sees the job in the listing, edits and closes it', async ({
  page,
}) => {
  const title = freshTitle()
  await signInAs(page, 'employer')
  await page.goto('/employer')
  await page.getByRole('button', { name: 'Write a job' }).first().click()
  // A slow typist is saved in between too.
  const savedWhole = page.waitForResponse(
    (answer) => answer.ok() && (answer.request().postData()?.includes(APPLY_URL) ?? false),
  )
  await fillJob(page, title)
  await savedWhole
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue(title)
  await expect(page.getByLabel('Where people apply')).toHaveValue(APPLY_URL)
  const editor = page.url()

  await page.getByRole('button', { name: 'Preview' }).click()
  await page.waitForURL(/\/preview$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const article = () => page.locator('main article').first()
  const previewed = await article().locator('.job-body').innerHTML()
  await page.getByRole('button', { name: 'Publish' }).first().click()
  await expectAnswer(page, 'Published. It is in the listing now.')
  // On a wider screen the job opens beside the list.
  await page.setViewportSize({ width: 1100, height: 720 })
  const inList = page.locator('#results').getByRole('link', { name: title })
  // Every process of the board has it within a second.
  await expect(async () => {
    await page.goto(`/jobs?q=${encodeURIComponent(`"${title.split(' ').at(-1)}"`)}`)
    await expect(inList).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 15_000 })
  await inList.click()
  await page.waitForURL(/\/jobs\/[a-z]/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(await article().locator('.job-body').innerHTML()).toBe(previewed)
  await expect(page.locator('dl').getByText('€82,000 – €104,000 a year')).toBeVisible()
  const address = page.url()

  await page.goto(editor)
  await page.getByLabel(/^To/).fill('110000')
  await page.getByRole('button', { name: /^Publish/ }).click()
  await expectAnswer(page, 'The changes are published.')
  await page.goto(address)
  await expect(page.locator('dl').getByText('€82,000 – €110,000 a year')).toBeVisible()

  await page.goto(editor)
  await page.getByLabel('Why').selectOption('filled')
  await page.getByRole('button', { name: /Close/ }).click()
  await expectAnswer(page, 'Closed. Its page stays and says why.')
  await page.goto(address)
  await expect(page.getByText('This job is closed.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Apply/ })).toHaveCount(0)
})

test('a candidate saves a search from the listing and is mailed the next job that matches, then unsubscribes', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const word = `almanac${Math.random().toString(36).slice(2, 8)}`
  await page.goto(`/jobs?q=${word}&role=backend-developer`)
  await page.getByRole('link', { name: 'Save search' }).click()
  await page.getByRole('button', { name: /Demo Candidate/ }).click()
  await page.waitForURL(/\/account\/searches\/new/)
  await page.getByRole('button', { name: 'Save search' }).click()
  await page.waitForURL(/\/account\/searches(?!\/new)/)

  const employer = await (await browser.newContext()).newPage()
  await signInAs(employer, 'employer')
  await employer.goto('/employer')
  await employer.getByRole('button', { name: 'Write a job' }).first().click()
  const title = `Backend Developer ${word}`
  await fillJob(employer, title)
  await employer.getByRole('button', { name: 'Publish' }).first().click()
  await expectAnswer(employer, 'Published. It is in the listing now.')
  await employer.context().close()

  await expect(async () => {
    await page.goto('/demo/mail')
    await expect(page.getByText(word).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await page
    .getByRole('link', { name: new RegExp(word) })
    .first()
    .click()
  await expect(page.getByText(title).first()).toBeVisible()
  await page
    .getByRole('link', { name: /unsubscribe|stop/i })
    .first()
    .click()
  await page
    .getByRole('button', { name: /stop|unsubscribe/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'No more mail of this search' })).toBeVisible()
  await page.goto('/account/searches')
  await expect(page.getByText('Stopped: no mail.').first()).toBeVisible()
})

test('what is refused comes back with everything that was typed, and says what to mend', async ({ page }) => {
  await signInAs(page, 'employer')
  await page.goto('/employer')
  await page.getByRole('button', { name: 'Write a job' }).first().click()
  await fillJob(page, freshTitle())
  await page.getByLabel('Places').fill('Nowhere At All')
  await page.getByRole('button', { name: 'Publish' }).first().click()
  await expect(page.getByText(/Nowhere At All/).first()).toBeVisible()
  await expect(page.getByLabel('Places')).toHaveValue('Nowhere At All')
  await expect(page.getByLabel('Where people apply')).toHaveValue('https://example.org/apply')
})
