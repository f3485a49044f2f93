import { expect, test } from 'vitest'
import { payWords } from './pay-words'

test.each([
  [82_000, 104_000, 'USD', '$82,000 – $104,000 a year'],
  [82_000, 82_000, 'USD', '$82,000 a year'],
  [55, null, 'EUR', 'from €55 a year'],
  [null, 60.5, 'GBP', 'up to £60.50 a year'],
  [90_000, null, 'CAD', 'from CA$90,000 a year'],
  [5_000_000, null, 'JPY', 'from ¥5,000,000 a year'],
  [500_000, null, 'SEK', 'from SEK\u00a0500,000 a year'],
  [400_000, null, 'NOK', 'from NOK\u00a0400,000 a year'],
])('%s to %s %s is “%s”', (min, max, currency, words) => {
  expect(payWords({ min, max, currency, period: 'year' }, 'en-US')).toBe(words)
})
