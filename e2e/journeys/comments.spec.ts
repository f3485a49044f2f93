import { spawnSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNarrow, isFull, signInAs, signInByMail, test } from '../fixtures'
import { ownAddress } from '../security/ask'

const word = Math.random().toString(36).slice(2, 8)
const term = '/glossary/isolation-level'

/** Somebody new from a network of their own: of one network few sign in for the first time. */
function stranger(javaScriptEnabled: boolean) {
  return { javaScriptEnabled, extraHTTPHeaders: { 'x-forwarded-for': ownAddress() } }
}

async function comment(page: Page, text: string) {
  await page.goto(term)
  await page.getByLabel('Write a comment').fill(text)
  await page.getByRole('button', { name: 'Send the comment' }).click()
}

/** What everybody sees below the page. */
function said(page: Page, text: string) {
  return page
    .getByRole('region', { name: /comment/i })
    .getByRole('article')
    .filter({ hasText: text })
}

async function makeOperator(email: string) {
  const made = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'admin-create', email], {
    env: { ...process.env, WAYPOST_DATA_DIR: process.env.WAYPOST_E2E_DATA },
    encoding: 'utf8',
  })
  expect(made.stdout + made.stderr).toContain('is an operator')
}

test('what a newcomer writes waits for the operator; what they write next stands at once, and goes when it is reported', async ({
  browser,
  page,
}) => {
  test.skip(!process.env.WAYPOST_E2E_DATA, 'the database of the board is not here')
  test.setTimeout(180_000)
  const [first, second] = [`First words ${word}`, `Second words ${word}`]
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(term)
  await expect(visitor.getByRole('link', { name: 'Sign in to comment' })).toHaveAttribute(
    'href',
    `/sign-in?next=${encodeURIComponent(`${term}#comments`)}`,
  )

  const newcomer = await (await browser.newContext(stranger(false))).newPage()
  await signInByMail(newcomer, `newcomer-${word}@example.org`)
  const advertising = `${first} https://a.example https://b.example https://c.example`
  await comment(newcomer, advertising)
  await expect(newcomer.getByText('they hold at most two links').first()).toBeVisible()
  await expect(newcomer.getByLabel('Write a comment')).toHaveValue(advertising)
  await comment(newcomer, first)
  await expect(newcomer.getByRole('list', { name: 'Your comments that wait' })).toContainText(first)
  await expectNarrow(newcomer)
  await visitor.reload()
  await expect(visitor.getByText(first)).toHaveCount(0)

  const operator = `operator-${word}@example.org`
  await makeOperator(operator)
  await signInByMail(page, operator)
  await page.goto('/admin/comments')
  if (isFull) await expectAccessible(page)
  await expectNarrow(page)
  const waiting = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  await waiting(first).getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('The comment is shown now.')).toBeVisible()
  await visitor.reload()
  await expect(said(visitor, first)).toBeVisible()

  await comment(newcomer, second)
  await expect(said(newcomer, second)).toBeVisible()
  await expectNarrow(newcomer)

  const reader = await (await browser.newContext()).newPage()
  await signInAs(reader, 'candidate')
  await reader.goto(term)
  await expectAccessible(reader)
  await said(reader, second)
    .getByRole('link', { name: /^Report/ })
    .click()
  if (isFull) await expectAccessible(reader)
  await expectNarrow(reader)
  await reader.getByLabel('What is wrong with it').fill(`It sells something ${word}`)
  await reader.getByRole('button', { name: 'Report the comment' }).click()
  await expect(reader.getByText('will look at the comment')).toBeVisible()

  await page.goto('/admin/comments')
  await expect(waiting(second).first()).toContainText(`It sells something ${word}`)
  await waiting(second).first().getByLabel('Why remove it').selectOption('It advertises')
  await waiting(second).first().getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('The comment is removed.')).toBeVisible()
  await visitor.reload()
  await expect(said(visitor, first)).toBeVisible()
  await expect(visitor.getByText(second)).toHaveCount(0)
})

test('an answer stands under its comment with its badge, and is mailed; what is taken back goes', async ({
  browser,
  page,
}) => {
  test.skip(!process.env.WAYPOST_E2E_DATA, 'the database of the board is not here')
  test.setTimeout(180_000)
  const question = `Who keeps the timetable ${word}?`
  const operator = `editor-${word}@example.org`
  await makeOperator(operator)
  await signInByMail(page, operator)
  await comment(page, question)
  await expect(said(page, question)).toContainText('The editors')

  const reader = await (await browser.newContext(stranger(true))).newPage()
  await signInByMail(reader, `reader-${word}@example.org`)
  await reader.goto(term)
  await said(reader, question)
    .getByRole('link', { name: /^Answer/ })
    .click()
  await reader.getByLabel('Your answer').fill(`The station master ${word}.`)
  await reader.getByRole('button', { name: 'Send the answer' }).click()
  await expect(reader.getByRole('list', { name: 'Your comments that wait' })).toContainText(word)
  await reader.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(reader, ['color-contrast'])

  await page.goto('/admin/comments')
  const waiting = page.getByRole('listitem').filter({ hasText: `The station master ${word}.` })
  await waiting.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('The comment is shown now.')).toBeVisible()
  await expect(async () => {
    await page.goto('/demo/mail')
    await page
      .getByRole('listitem')
      .filter({ hasText: operator })
      .getByRole('link', { name: /An answer to your comment/ })
      .click({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText(`The station master ${word}.`).first()).toBeVisible()

  await page.goto(term)
  await said(page, question).getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Your comment is taken back.')).toBeVisible()
  await expect(page.getByText('Taken back by its writer').last()).toBeVisible()
  await expect(page.getByText(question)).toHaveCount(0)
  await expect(said(page, `The station master ${word}.`)).toBeVisible()
})
