import { describe, expect, test } from 'vitest'
import { readPay } from './pay'
import { payInWords } from './pay-words'
import type { PayTier } from './shape'

const tier = (min: number | null, max: number | null, more: Partial<PayTier> = {}): PayTier => ({
  min,
  max,
  currency: 'EUR',
  period: 'year',
  title: null,
  ...more,
})

describe('pay in fields', () => {
  test('wins over words, in the order of the amounts', () => {
    const job = { pay: [tier(90_000, 80_000)], payText: '€ 10.000 - € 20.000 per year' }
    expect(readPay(job, 'Salary: $150,000 - $160,000').pay).toEqual({
      min: 8_000_000n,
      max: 9_000_000n,
      currency: 'EUR',
      period: 'year',
    })
  })

  test('several tiers span from the lowest to the highest, and each is kept', () => {
    const pay = [tier(80_000, 95_000, { title: 'Zone A' }), tier(70_000, 85_000, { title: 'Zone B' })]
    const read = readPay({ pay, payText: null }, '')
    expect(read.pay).toMatchObject({ min: 7_000_000n, max: 9_500_000n })
    expect(read.tiers).toEqual([
      { title: 'Zone A', min: '80000', max: '95000', currency: 'EUR', period: 'year' },
      { title: 'Zone B', min: '70000', max: '85000', currency: 'EUR', period: 'year' },
    ])
  })

  test('tiers of two currencies or periods state no one pay, and are kept', () => {
    for (const other of [tier(60_000, 70_000, { currency: 'USD' }), tier(30, 40, { period: 'hour' })]) {
      const read = readPay({ pay: [tier(80_000, 95_000), other], payText: null }, '')
      expect([read.pay, read.tiers.length]).toEqual([null, 2])
    }
  })

  test('an open end stays open', () => {
    expect(readPay({ pay: [tier(80_000, null)], payText: null }, '').pay).toMatchObject({
      min: 8_000_000n,
      max: null,
    })
  })
})

describe('pay in words', () => {
  test.each<[string, number, number, string, string]>([
    ['The base salary range is $120,000 - $150,000.', 120_000, 150_000, 'USD', 'year'],
    ['Salary: $120k–$150k per year plus equity', 120_000, 150_000, 'USD', 'year'],
    ['Compensation range: US$120-150k annually', 120_000, 150_000, 'USD', 'year'],
    ['Pay: $24.50 to $31.00 per hour, weekly schedule', 24.5, 31, 'USD', 'hour'],
    ['This is an hourly position paying $22 - $26', 22, 26, 'USD', 'hour'],
    ['Gehalt: 55.000 € - 65.000 € brutto', 55_000, 65_000, 'EUR', 'year'],
    ['Salary between £45,000 and £55,000 depending on experience', 45_000, 55_000, 'GBP', 'year'],
    ['The salary range is CAD 95,000 to CAD 120,000', 95_000, 120_000, 'CAD', 'year'],
    ['We pay EUR 4,500 - 5,500 per month', 4500, 5500, 'EUR', 'month'],
    ['**Pay range:** \\$80,000 – \\$95,000', 80_000, 95_000, 'USD', 'year'],
  ])('%s', (text, min, max, currency, period) => {
    expect(payInWords(text)).toEqual({ min, max, currency, period, title: null })
  })

  test.each([
    'We raised $20 - $30 million in our Series B.',
    'You will manage a budget of $120,000 - $150,000 per year.',
    'On-target earnings of $120,000 - $150,000 per year.',
    'You own a pipeline with ARR of $100,000 - $400,000 per month.',
    'Sign-on bonus between $10,000 and $15,000 per year',
    'Salary: $120,000 - $150,000 in New York, salary: $100,000 - $130,000 elsewhere',
    'Salary: $120,000 - $150,000 or CAD 140,000 - 170,000 in Canada',
    'The salary range in Canada is $120,000 - $150,000 CAD or in US dollars $100,000 - $120,000',
    'Teams of 10 - 15 people',
    '401(k) match, $2,000 - $3,000 per year',
    'Between 2024 and 2026, 120,000 - 150,000 customers',
    'salary of $50 - $900,000 per year',
    'Salary: competitive',
    '',
  ])('says nothing: %s', (text) => {
    expect(payInWords(text)).toBeNull()
  })

  test('said twice alike it is said once', () => {
    const line = 'The salary range is $120,000 - $150,000 a year.'
    expect(payInWords(`${line}\n\nAgain: ${line}`)).toMatchObject({ min: 120_000 })
  })

  test('a text without end is read in time', () => {
    expect(payInWords('$1,000 - '.repeat(20_000))).toBeNull()
    expect(payInWords('1,'.repeat(50_000))).toBeNull()
  })
})
