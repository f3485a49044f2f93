import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNarrow, signInAs, signInByMail, test } from '../fixtures'
import { Source } from '../source'

const word = `Lamplighter${Math.random().toString(36).slice(2, 8)}`

/** The newest reading of the source, once it has this outcome. */
async function expectReading(page: Page, outcome: string, readings: number) {
  const rows = page.locator('section[aria-labelledby="runs"] tbody tr')
  await expect(async () => {
    await page.reload()
    await expect(rows).toHaveCount(readings, { timeout: 1000 })
    await expect(rows.first()).toContainText(outcome, { timeout: 1000 })
  }).toPass({ timeout: 40_000 })
  return rows.first()
}

async function press(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name }).first().click()
}

test('an employer imports a board, and it stays in step: a change, a close, a broken answer', async ({
  page,
  request,
}) => {
  test.skip(!process.env.WAYPOST_E2E_SOURCE_PORT, 'the board was not started for a source of ours')
  test.setTimeout(240_000)
  const source = new Source()
  const feed = `${await source.open()}?of=${word}`
  try {
    source.jobs = [
      { id: 'a', title: `Backend Developer ${word}`, place: 'Berlin, DE', pay: [60_000, 70_000] },
      { id: 'b', title: `Nurse ${word}`, place: 'Berlin, DE', text: 'Ward work.' },
      { id: 'c', title: `Accountant ${word}`, place: 'Hamburg, DE', text: 'Books.' },
      { id: 'd', title: `Product Designer ${word}`, place: 'Hamburg, DE', text: 'Drawings.' },
      { id: 'e', title: `Data Engineer ${word}`, place: 'Lyon, FR', text: 'Pipes.' },
    ]
    await signInAs(page, 'employer')
    await page.goto('/employer/companies/demo-employer/imports')
    await page.getByLabel('Where your jobs are now').fill('https://careers.example.org/jobs')
    await press(page, 'Look at its jobs')
    // An address that tells no kind comes back with what was typed.
    await expect(page.getByRole('alert').getByText('Choose what kind of source this is.')).toBeVisible()
    await expect(page.getByLabel('Where your jobs are now')).toHaveValue('https://careers.example.org/jobs')
    await page.getByLabel('Where your jobs are now').fill(feed)
    await page.getByLabel('Kind of source').selectOption('json-feed')
    await press(page, 'Look at its jobs')
    await page.waitForURL(/\/employer\/imports\//)
    await expect(page.getByRole('heading', { name: /What would be published: 5 jobs/ })).toBeVisible({
      timeout: 40_000,
    })
    await expect(page.getByRole('row', { name: new RegExp(`Backend Developer ${word}`) })).toContainText(
      '€60,000 – €70,000',
    )
    await expectAccessible(page)
    // Nothing is public before somebody says so.
    const search = `/api/v1/jobs?q=${word}`
    expect((await (await request.get(search)).json()).data).toEqual([])

    await page.getByLabel(/^Lyon/).uncheck()
    await press(page, 'Publish and keep in step')
    const first = await expectReading(page, 'Read', 1)
    await expect(first.getByRole('cell').nth(2)).toHaveText('4')
    await expect(async () => {
      expect((await (await request.get(search)).json()).data).toHaveLength(4)
    }).toPass({ timeout: 20_000 })

    source.jobs[0] = {
      id: 'a',
      title: `Backend Developer ${word}`,
      place: 'Berlin, DE',
      pay: [65_000, 75_000],
    }
    await press(page, 'Read it now')
    await expectReading(page, 'Read', 2)
    const { data } = await (await request.get(search)).json()
    const changed = data.find((job: { title: string }) => job.title.startsWith('Backend'))
    await page.goto(changed.href)
    await expect(
      page.getByText('pay was €60,000 – €70,000 a year, is €65,000 – €75,000 a year'),
    ).toBeVisible()
    await expect(page.getByText('Published by Demo Employer on its own site')).toBeVisible()
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      'https://careers.example.org/jobs/a',
    )
    await page.goBack()

    const gone = source.jobs.splice(1, 1)
    await press(page, 'Read it now')
    await expectReading(page, 'Read', 3)
    await expect(page.getByRole('heading', { name: 'No longer at the source: 1' })).toBeVisible()
    await page.locator('section[aria-labelledby="missing"]').getByRole('link').click()
    const closed = page.url()
    await expect(page.getByRole('link', { name: /Apply/ })).toBeVisible()
    await page.goBack()
    await press(page, 'Close them now')
    await expect(page.getByText('One job is closed.')).toBeVisible()
    await page.goto(closed)
    await expect(page.getByText('This job is closed.')).toBeVisible()
    await expect(page.getByText(gone[0]?.title ?? '').first()).toBeVisible()
    await page.goBack()

    source.broken = { status: 200, body: '<html>Down for maintenance</html>' }
    await press(page, 'Read it now')
    await expectReading(page, 'Failed', 4)
    source.broken = null
    source.jobs = []
    await press(page, 'Read it now')
    await expectReading(page, 'Held', 5)
    await expect(page.getByText('The last answer is doubted')).toBeVisible()
    await expectAccessible(page)
    await expectNarrow(page)
    expect((await (await request.get(search)).json()).data).toHaveLength(3)

    await press(page, 'End it and withdraw its jobs')
    await expect(page.getByText('The import is ended; its jobs are being withdrawn.')).toBeVisible()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(`of=${word}`)).toHaveCount(0, { timeout: 1000 })
      expect((await (await request.get(search)).json()).data).toEqual([])
    }).toPass({ timeout: 40_000 })
  } finally {
    await source.close()
  }
})

test('somebody of a company claims its page with the address of an office at its domain', async ({
  page,
}) => {
  const dataDir = process.env.WAYPOST_E2E_DATA
  test.skip(!dataDir, 'the database of the board is not here')
  test.setTimeout(120_000)
  const company = `Demo Claimed ${word}`
  const site = `${word.toLowerCase()}.example.org`
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'waypost-claim-')), 'job.html')
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: `Baker ${word}`,
    url: `https://careers.${site}/baker`,
    description: '<p>Bread.</p>',
    datePosted: '2026-11-01',
    hiringOrganization: { '@type': 'Organization', name: company },
  }
  writeFileSync(file, `<html><script type="application/ld+json">${JSON.stringify(posting)}</script></html>`)
  const imported = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'import', 'job-posting', file], {
    env: { ...process.env, WAYPOST_DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  expect(imported.stdout + imported.stderr).toContain('1  added')

  const email = `jobs@${site}`
  await signInByMail(page, email)

  const slug = `demo-claimed-${word.toLowerCase()}`
  await page.goto(`/companies/${slug}`)
  await page.getByRole('link', { name: 'Is this your company?' }).click()
  await expectAccessible(page)
  await page.getByLabel(/domain of the company/i).fill('gmail.com')
  await press(page, 'Claim it')
  await expect(page.getByRole('alert').getByText('Anybody can have an address')).toBeVisible()
  await page.getByLabel(/domain of the company/i).fill(site)
  await press(page, 'Claim it')
  await expect(page.getByText('The company is yours.')).toBeVisible()
  await page.goto('/employer')
  await page.getByRole('link', { name: `Baker ${word}`, exact: true }).click()
  const job = page.url()
  await page.goto(`/employer/companies/${slug}`)
  await press(page, 'Refuse imports for good')
  await expect(page.getByText('one job is being withdrawn')).toBeVisible()
  await expect(async () => {
    await page.goto(job)
    await expect(page.getByText('It closed on')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 40_000 })
  await page.goto(`/employer/companies/${slug}`)
  await expect(page.getByText('Jobs are being withdrawn')).toHaveCount(0)
})
