import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectListening, openListing, sampled, test } from '../fixtures'

const rows = (page: Page) => page.locator('#results article a[data-row]')
const pane = (page: Page) => page.locator('#job-pane')

/** As if the last visit had been so long ago that every job of the page is new. */
async function keepOldVisit(page: Page): Promise<void> {
  await page.evaluate(() => {
    const visit = { newSince: null, shownUntil: '2001-01-01T00:00:00.000Z', activeAt: 1 }
    localStorage.setItem('visit', JSON.stringify(visit))
  })
}

test.describe('a second visit', () => {
  test('a first visit marks nothing; in the next, jobs seen since are new, in words and counted', async ({
    page,
  }) => {
    await openListing(page)
    await expect.poll(() => page.evaluate(() => localStorage.getItem('visit'))).not.toBeNull()
    await expect(page.locator('[data-new]')).toHaveCount(0)
    await page.reload()
    await expectListening(page)
    await expect(page.locator('[data-new]')).toHaveCount(0)

    await keepOldVisit(page)
    await page.reload()
    const count = await rows(page).count()
    await expect(page.locator('[data-new]')).toHaveCount(count)
    await expect(page.locator('.new-count')).toContainText(
      `${count} new on this page since your last visit on`,
    )
    // The same visit goes on: what was new when it began stays new.
    await page.reload()
    await expect(page.locator('[data-new]')).toHaveCount(count)
  })

  test('a viewed row is quieter: on the way back, and when the job was opened in another tab', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1000, height: 800 })
    await openListing(page)
    await expect(page.locator('a[data-viewed]')).toHaveCount(0)
    // By their ids: another test may publish a job meanwhile.
    const ids = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? ''))
    const row = (i: number) => page.locator(`#results a[data-row="${ids[i]}"]`)
    await row(1).click()
    await expect(page).toHaveURL(/\/jobs\/[a-z]/)
    // The page of the job keeps it, once its scripts are there.
    await expect.poll(() => page.evaluate(() => localStorage.getItem('viewed') ?? '')).toContain(ids[1])
    await page.goBack()
    await expect(row(1)).toHaveAttribute('data-viewed', '')
    await expect(page.locator('a[data-viewed]')).toHaveCount(1)

    const other = await page.context().newPage()
    await other.goto((await row(3).getAttribute('href')) ?? '')
    await expect(row(3)).toHaveAttribute('data-viewed', '')
  })

  test('where nothing can be kept the listing works as ever', async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
      Storage.prototype.getItem = refuse
      Storage.prototype.setItem = refuse
      Storage.prototype.removeItem = refuse
    })
    await openListing(page, '/jobs?workplace=remote')
    await page.locator('#working-from').selectOption('de')
    await expect(page.locator('#results [data-answer]').first()).toBeVisible()
    await rows(page).first().click()
    await expect(pane(page).getByRole('heading', { level: 2 }).first()).toBeVisible()
    await expect(rows(page).first()).toHaveAttribute('data-viewed', '')
  })

  test('the marks move nothing', async ({ page }) => {
    await openListing(page, '/jobs?workplace=remote')
    await page.locator('#working-from').selectOption('de')
    await keepOldVisit(page)
    await page.addInitScript(() => {
      const all = window as unknown as { moved: number }
      all.moved = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) all.moved += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await page.reload()
      await expect(page.locator('[data-new]').first()).toBeVisible()
      await expect(page.locator('#results [data-answer]').first()).toBeVisible()
      const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved)
      expect(moved, `at ${width} px`).toBeLessThan(0.01)
    }
  })
})

test.describe('two panes', () => {
  test('a row opens beside the list under an address of its own; back, forward and reload follow it', async ({
    page,
  }) => {
    await openListing(page, '/jobs?workplace=remote')
    const row = rows(page).nth(7)
    const title = (await row.textContent()) ?? ''
    const id = (await row.getAttribute('data-row')) ?? ''
    await row.scrollIntoViewIfNeeded()
    const top = async () => (await row.boundingBox())?.y ?? 0
    const before = await top()
    await row.click()
    await expect(page).toHaveURL(`/jobs?job=${id}&workplace=remote`)
    await expect(page.getByRole('region', { name: title })).toBeVisible()
    await expect(pane(page).getByRole('link', { name: 'Open full page' })).toBeVisible()
    await expect(pane(page).locator('dl')).toBeVisible()
    await expect(row).toHaveAttribute('aria-current', 'true')
    await expect(row).toBeFocused()
    await expect(page).toHaveTitle(new RegExp(`^${title.replace(/[^\w ]/g, '.')} at `))
    expect(Math.abs((await top()) - before)).toBeLessThan(4)

    const next = rows(page).nth(8)
    const nextTitle = (await next.textContent()) ?? ''
    await next.click()
    await expect(page.getByRole('region', { name: nextTitle })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('region', { name: title })).toBeVisible()
    await page.goBack()
    await expect(pane(page)).toHaveCount(0)
    await expect(page).toHaveURL('/jobs?workplace=remote')
    await page.goForward()
    await expect(page.getByRole('region', { name: title })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('region', { name: title })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Remote.*take away/ })).toBeVisible()
  })

  test('the text of a job is drawn beside the list as on its own page', async ({ page }) => {
    await openListing(page, '/jobs?text=yes')
    await rows(page).nth(2).click()
    // The server puts empty comments between neighbouring texts.
    const drawn = async (place: Locator) =>
      (await place.locator('.job-body').innerHTML()).replaceAll('<!-- -->', '')
    const beside = await drawn(pane(page))
    await page.reload()
    expect(await drawn(pane(page))).toBe(beside)
    await pane(page).getByRole('link', { name: 'Open full page' }).click()
    // The whole page: half of a text is no other text.
    await page.waitForURL(/\/jobs\/[a-z]/)
    expect(await drawn(page.locator('main article'))).toBe(beside)
  })

  for (const colorScheme of sampled(['light', 'dark'] as const, 1)) {
    test(`list and job have no serious finding, marks and answers included: ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme })
      await openListing(page, '/jobs?workplace=remote')
      await page.locator('#working-from').selectOption('de')
      await keepOldVisit(page)
      await page.reload()
      await expect(page.locator('[data-new]').first()).toBeVisible()
      await rows(page).nth(1).click()
      await expect(pane(page).locator('dl')).toBeVisible()
      await expectAccessible(page)
      for (const width of [1200, 1280, 320]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, `at ${width} px`).toBeLessThanOrEqual(width)
      }
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    })
  }

  test('two quick clicks on a row are one step back', async ({ page }) => {
    await openListing(page, '/jobs?workplace=remote')
    await rows(page).nth(1).dblclick()
    await expect(pane(page).locator('dl')).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL('/jobs?workplace=remote')
    await expect(pane(page)).toHaveCount(0)
  })

  test('beside an open job every filter keeps to its column', async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 800 })
    await openListing(page)
    await rows(page).first().click()
    await expect(pane(page).locator('dl')).toBeVisible()
    const wide = await page
      .locator('#filters details')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.id))
    expect(wide).toEqual([])
  })

  test('words without end break inside list and job', async ({ page }) => {
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(5)
    await page.route('**/api/listing?*', async (route) => {
      const answer = await (await route.fetch()).json()
      for (const row of answer.data) Object.assign(row, { title: long, company: { slug: 'x', name: long } })
      await route.fulfill({ json: answer })
    })
    await page.route('**/api/v1/jobs/*', async (route) => {
      const answer = await (await route.fetch()).json()
      Object.assign(answer.data, { title: long, company: { slug: 'x', name: long } })
      await route.fulfill({ json: answer })
    })
    await openListing(page)
    await page.locator('#f-workplace-remote').check()
    await expect(rows(page).first()).toHaveText(long)
    await rows(page).first().click()
    await expect(page.getByRole('region', { name: long })).toBeVisible()
    const inside = await pane(page).evaluate((one) => one.scrollWidth <= one.clientWidth)
    expect(inside).toBe(true)
    for (const width of [1200, 768, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `at ${width} px`).toBeLessThanOrEqual(width)
    }
    // What is read ahead may still be under way.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

  test('by key the focus goes to the job, and Escape brings it back to the row', async ({ page }) => {
    await openListing(page)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(pane(page).locator('#pane-title')).toBeFocused()
    await page.keyboard.press('j')
    await expect(rows(page).nth(2)).toBeFocused()
    await page.keyboard.press('k')
    await page.keyboard.press('Escape')
    await expect(pane(page)).toHaveCount(0)
    await expect(rows(page).nth(1)).toBeFocused()
    await expect(page).toHaveURL('/jobs')
  })

  test('another search closes the job, and the cross too', async ({ page }) => {
    await openListing(page)
    await rows(page).first().click()
    await expect(pane(page)).toBeVisible()
    await page.locator('#f-workplace-remote').check()
    await expect(page).toHaveURL('/jobs?workplace=remote')
    await expect(pane(page)).toHaveCount(0)
    await expect(page.locator('#results [aria-busy]')).toHaveAttribute('aria-busy', 'false')
    await rows(page).first().click()
    await pane(page).getByRole('link', { name: 'Close the job' }).click()
    await expect(pane(page)).toHaveCount(0)
    await expect(rows(page).first()).toBeFocused()
  })

  test('a new tab, and a narrow window, get the page of the job', async ({ page }) => {
    await openListing(page)
    const href = (await rows(page).first().getAttribute('href')) ?? ''
    const opened = page.context().waitForEvent('page')
    await rows(page)
      .first()
      .click({ modifiers: ['ControlOrMeta'] })
    await expect(await opened).toHaveURL(href)
    await expect(page).toHaveURL('/jobs')

    await page.setViewportSize({ width: 1100, height: 800 })
    await rows(page).first().click()
    await expect(page).toHaveURL(href)
  })

  test('an address of a job that is not here says so and leaves the list', async ({ page }) => {
    for (const id of ['nothere', '.', '..', '%00', '../../api', 'a'.repeat(3000)]) {
      await page.goto(`/jobs?job=${id}`)
      await expect(page.getByRole('region', { name: 'This job is not here' })).toBeVisible()
      await expect(rows(page).first()).toBeVisible()
      await expect(page.getByText('left aside')).toHaveCount(0)
    }
  })

  test('a job that cannot be loaded is tried again', async ({ page, faults }) => {
    faults.allow(/ERR_FAILED/)
    await openListing(page)
    const title = (await rows(page).first().textContent()) ?? ''
    await page.route('**/api/v1/jobs/*', (route) => route.abort())
    await rows(page).first().click()
    const failed = page.getByRole('region', { name: 'The job could not be loaded' })
    await expect(failed).toBeVisible()
    await page.unroute('**/api/v1/jobs/*')
    await failed.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('region', { name: title })).toBeVisible()
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('a shared address shows list and job, and a row is a plain link', async ({ page, request }) => {
      const { data } = await (await request.get('/api/v1/jobs?limit=1')).json()
      await page.goto(`/jobs?job=${data[0].publicId}`)
      await expect(page.getByRole('region', { name: data[0].title })).toBeVisible()
      await expect(pane(page).locator('dl')).toBeVisible()
      await pane(page).getByRole('link', { name: 'Close the job' }).click()
      await expect(page).toHaveURL('/jobs')
      await page.locator(`#results a[data-row="${data[0].publicId}"]`).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(data[0].title)
    })
  })
})

test('keys: ? shows them, they can be turned off, and s leads to saving the search', async ({ page }) => {
  await openListing(page, '/jobs?workplace=remote')
  const help = page.getByRole('dialog', { name: 'Keys of this list' })
  await rows(page).first().focus()
  await page.keyboard.press('?')
  await expect(help).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(rows(page).first()).toBeFocused()

  await page.getByRole('button', { name: 'Keys' }).click()
  await help.getByRole('checkbox', { name: 'Turn the keys off' }).check()
  await help.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused()
  await page.keyboard.press('?')
  await help.getByRole('checkbox', { name: 'Turn the keys off' }).uncheck()
  await help.getByRole('button', { name: 'Close' }).click()

  await page.keyboard.press('s')
  await expect(page).toHaveURL(/(sign-in|account\/searches\/new).*workplace%/)
})

test('a list says its order, and why a job stands where it stands', async ({ page }) => {
  await openListing(page, '/jobs?workplace=remote')
  await expect(page.getByRole('list', { name: 'Jobs, newest first' })).toBeVisible()
  const order = page.getByRole('navigation', { name: 'Order' })
  await order.getByRole('link', { name: 'Relevance' }).click()
  await expect(page).toHaveURL('/jobs?sort=relevance&workplace=remote')
  await expect(page.getByRole('list', { name: 'Jobs, most relevant first' })).toBeVisible()
  await expect(page.locator('#results article').first()).toContainText(/Ranked by .* [+−]\d/)
  await order.getByRole('link', { name: 'Pay' }).click()
  await expect(page.getByRole('list', { name: 'Jobs, highest pay first' })).toBeVisible()
})

test.describe('can I take this job?', () => {
  test('said once, every remote job answers, in the list, beside it and on its page', async ({ page }) => {
    await openListing(page, '/jobs?workplace=remote')
    await expect(page.locator('[data-answer]')).toHaveCount(0)
    await page.locator('#working-from').selectOption({ label: 'Germany' })
    await expect(page.locator('#results [data-answer]')).toHaveCount(await rows(page).count())
    // By their ids: another test may publish a job meanwhile.
    const { data } = await (await page.request.get('/api/v1/jobs?limit=100&workplace=remote')).json()
    for (const row of await rows(page).all()) {
      const id = await row.getAttribute('data-row')
      const job = data.find(({ publicId }: { publicId: string }) => publicId === id)
      const { eligibleFrom } = job
      const words = !eligibleFrom
        ? 'Does not say who may apply'
        : eligibleFrom.worldwide || eligibleFrom.countries.includes('de')
          ? 'Open to you'
          : 'Not open to you'
      const answer = page.locator('#results article', { has: page.locator(`[data-row="${id}"]`) })
      await expect(answer.locator('[data-answer]')).toHaveText(
        job.eligibility ? `${words}: ${job.eligibility}` : words,
      )
    }
    const words = (await page.locator('#results [data-answer]').first().textContent()) ?? ''
    await rows(page).first().click()
    await expect(pane(page).locator('[data-answer]')).toHaveText(words)
    await pane(page).getByRole('link', { name: 'Open full page' }).click()
    await expect(page.locator('main article [data-answer]').first()).toHaveText(words)

    await openListing(page, '/jobs?workplace=onsite')
    await expect(page.locator('#working-from')).toHaveValue('de')
    await expect(page.locator('[data-answer]')).toHaveCount(0)
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('a search that names one country is answered for it', async ({ page }) => {
      await page.goto('/jobs?from=de&workplace=remote')
      await expect(page.locator('#results [data-answer="yes"]').first()).toContainText('Open to you')
      await expect(page.locator('#working-from')).toBeHidden()
      await page.goto('/jobs?from=de&from=fr&workplace=remote')
      await expect(page.locator('[data-answer]')).toHaveCount(0)
    })
  })
})
