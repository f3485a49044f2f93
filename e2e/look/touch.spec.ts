import { expect, test } from '../fixtures'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

/** Links inside sentences are excepted (WCAG 2.5.8); everything that stands alone is a target for a finger. */
const alone =
  'main :is(button, select, summary, label:has(input), nav a, a[class*="min-h"]), header :is(a, button)'

for (const path of [
  '/',
  '/jobs',
  '/jobs?role=backend-developer&workplace=remote#filters',
  '/jobs?q=zzyzx+rust',
  '/guides/backend-developer',
]) {
  test(`what a finger is to hit is at least 44 px high on ${path}`, async ({ page }) => {
    await page.goto(path)
    const small = await page.locator(alone).evaluateAll((targets) =>
      targets
        .filter((target) => target.checkVisibility({ contentVisibilityAuto: true }))
        .map((target) => ({ box: target.getBoundingClientRect(), words: target.textContent ?? '' }))
        .filter(({ box }) => box.width > 1 && box.height > 0 && box.height < 43.5)
        .map(({ box, words }) => `${words.trim().slice(0, 40)}: ${box.height}`),
    )
    expect(small).toEqual([])
  })
}
