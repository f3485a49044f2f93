import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payPeriods } from '@/db/values'
import { periodsInYear } from '@/lib/money'
import { annualPay, MAX_RATIO } from './pay'

test.each([
  ['hour', 52_00n, 108_160_00n],
  ['day', 400_00n, 104_000_00n],
  ['week', 2_000_00n, 104_000_00n],
  ['month', 8_000_00n, 96_000_00n],
  ['year', 96_000_00n, 96_000_00n],
] as const)('pay by the %s is counted by the year', (period, min, annual) => {
  expect(annualPay({ min, max: min, currency: 'USD', period })).toEqual({
    min: annual,
    max: annual,
    plausible: true,
  })
})

test.each([
  ['200 to 275,000 a year', 200_00n, 275_000_00n, 'USD'],
  ['an hourly rate as a year', 55_00n, 65_00n, 'USD'],
  ['anything at all', 1_00n, 500_000_00n, 'USD'],
  ['a round of funding', 400_000_000_00n, 400_000_000_00n, 'USD'],
  ['nothing', 0n, 90_000_00n, 'USD'],
  ['one rupee', 1_00n, 1_00n, 'INR'],
  ['yen short of three digits', 92_000n, 119_000_000n, 'JPY'],
])('%s is implausible', (_, min, max, currency) => {
  expect(annualPay({ min, max, currency, period: 'year' })?.plausible).toBe(false)
})

test.each([
  ['USD', 90_000_00n, 350_000_00n],
  ['JPY', 8_000_000n, 14_000_000n],
  ['INR', 3_000_000_00n, 5_000_000_00n],
  ['KRW', 60_000_000n, 120_000_000n],
  ['EUR', 30_000_00n, 45_000_00n],
])('an ordinary %s salary is plausible', (currency, min, max) => {
  expect(annualPay({ min, max, currency, period: 'year' })?.plausible).toBe(true)
})

test('one amount is both ends, and none is none', () => {
  expect(annualPay({ min: null, max: 90_000_00n, currency: 'USD', period: 'year' })?.min).toBe(90_000_00n)
  expect(annualPay({ min: null, max: null, currency: 'USD', period: 'year' })).toBeNull()
})

const stated = fc.record({
  min: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  max: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  currency: fc.constantFrom('USD', 'JPY', 'KWD', 'XXX'),
  period: fc.constantFrom(...payPeriods),
})

test('annual pay keeps the order, counts the period exactly, and is never plausible beyond the ratio', () => {
  fc.assert(
    fc.property(stated, (pay) => {
      const annual = annualPay(pay)
      expect(annual?.min).toBe(pay.min * BigInt(periodsInYear[pay.period]))
      expect(annual?.max).toBe(pay.max * BigInt(periodsInYear[pay.period]))
      if (pay.max < pay.min || pay.max > pay.min * MAX_RATIO) expect(annual?.plausible).toBe(false)
    }),
  )
})
