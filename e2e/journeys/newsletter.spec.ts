import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { runningEmbedded } from '@/db/embedded'
import { expect, expectAccessible, expectNarrow, test } from '../fixtures'
import { caughtMail } from '../security/ask'

const dataDir = process.env.WAYPOST_E2E_DATA
const role = 'backend-developer'

/** A week of news passes: the openings of the role were half as many when this search was told last, and it is Monday. */
async function passAWeek(email: string): Promise<void> {
  const database = new pg.Client({ connectionString: runningEmbedded(dataDir ?? '') ?? '' })
  await database.connect()
  try {
    const aged = await database.query(
      `update saved_searches set news_told_at = now() - interval '10 days' from users
       where users.id = user_id and users.email = $1 and news_role = $2`,
      [email, role],
    )
    expect(aged.rowCount).toBe(1)
    await expect(async () => {
      const halved = await database.query(
        `insert into figures (public_id, role, key, measure, value, openings, companies, jobs, job_set_id, digest, computed_at, checked_at, superseded_at)
         select 'zz' || substr(md5(random()::text || $1), 1, 24), role, key, measure, value, openings / 2, least(companies, openings / 2), jobs, job_set_id, 'halved',
           now() - interval '20 days', now() - interval '11 days', computed_at
         from figures where key = $2 and superseded_at is null returning openings`,
        [email, `of=jobs role=${role}`],
      )
      expect(halved.rows[0]?.openings).toBeGreaterThan(10)
    }).toPass({ timeout: 30_000 })
    await database.query(`select graphile_worker.add_job('alerts.weekly')`)
  } finally {
    await database.end()
  }
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader of a guide gets its newsletter after proving the address, turns its news off, and stops it', async ({
    page,
    baseURL,
  }) => {
    test.skip(!dataDir, 'the database of the board is not here')
    test.setTimeout(120_000)
    const name = randomUUID().slice(0, 13)
    const email = `${name}@example.org`
    await page.goto(`/guides/${role}/salary`)
    await page.getByLabel('Your e-mail address').fill(`${name}@example`)
    await page.getByRole('button', { name: 'Get this weekly' }).click()
    // What was typed is there to be mended.
    await expect(page.getByText('Write an address such as name@example.org')).toBeVisible()
    await expect(page.getByLabel('Your e-mail address')).toHaveValue(`${name}@example`)
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(page).toHaveURL(/\/sign-in\/sent$/)

    const token = /token=([\w-]{43})/.exec(await caughtMail(baseURL ?? '', email))?.[1]
    await page.goto(`/sign-in/confirm?token=${token}`)
    await page.getByRole('button', { name: `Sign in as ${email}` }).click()
    await expect(page).toHaveURL(/\/account\/searches\/new/)
    await expect(page.getByLabel('With news of the role and its guides')).toBeChecked()
    await expect(page.getByLabel('Mail me')).toHaveValue('weekly')
    await expect(page.getByRole('heading', { name: 'News of the role in the last 30 days' })).toBeVisible()
    await expectNarrow(page)
    await page.getByRole('button', { name: 'Save search' }).click()
    await expect(page.getByText('News of the role come once a week.')).toBeVisible()
    const withNews = page.getByText(/on Monday \(UTC\), with news of the role and its guides\./)
    await expect(withNews).toBeVisible()

    await passAWeek(email)
    await expect(async () => {
      await page.goto('/demo/mail')
      await page
        .getByRole('listitem')
        .filter({ hasText: email })
        .getByRole('link', { name: /^Backend developer: .*moved/ })
        .first()
        .click({ timeout: 1000 })
    }).toPass({ timeout: 30_000 })
    const mail = page.locator('main')
    await expect(mail.getByText('There is no new job in your saved search').first()).toBeVisible()
    await expect(mail.getByText(/What changed for Backend developer since/).first()).toBeVisible()
    await expect(mail.getByText(/Openings: [\d,]+, was [\d,]+/).first()).toBeVisible()
    const stop = await mail.locator('a[href*="/unsubscribe?token="]').first().getAttribute('href')

    await page.goto('/account/searches')
    await page.locator('summary', { hasText: 'Change' }).click()
    await page.getByLabel('With news of the role and its guides').uncheck()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText('Changed.', { exact: true })).toBeVisible()
    await expect(withNews).toHaveCount(0)

    await page.goto(stop ?? '')
    await page.getByRole('button', { name: 'Stop mails' }).click()
    await expect(page.getByRole('heading', { name: 'No more mail of this search' })).toBeVisible()
  })
})

test('whoever is signed in goes straight to what it would send; a comparison offers none', async ({
  page,
}) => {
  await page.goto('/demo')
  await page.getByRole('button', { name: /Demo Candidate/ }).click()
  await page.waitForURL(({ pathname }) => pathname !== '/demo')
  await page.goto(`/guides/${role}`)
  await page.getByRole('link', { name: 'See what it would send' }).click()
  await expect(page).toHaveURL(/\/account\/searches\/new\?query=role%3Dbackend-developer&news=on/)
  await expect(page.getByLabel('With news of the role and its guides')).toBeChecked()
  await expectAccessible(page)
  await page.goto('/account/searches/new?query=workplace%3Dremote')
  await expect(page.getByLabel('With news of the role and its guides')).toHaveCount(0)
  await page.goto('/guides/compare/backend-developer-vs-data-engineer')
  await expect(page.getByRole('heading', { name: /once a week by mail/ })).toHaveCount(0)
})
