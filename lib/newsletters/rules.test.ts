import { describe, expect, test } from 'vitest'
import type { Seniority } from '@/db/values'
import { jobsOf, payOf, sharesBy } from '@/lib/figures/asked'
import { Known } from '@/lib/figures/queries'
import type { Figure, Measure, PayValue } from '@/lib/figures/types'
import { isWithin, MOST_OF_A_KIND, movedOf, payMeasures } from './rules'

const role = 'nurse'
let serial = 0

function figure(measure: Measure, value: object, openings = 100, companies = 20): Figure {
  serial += 1
  const asOf = '2026-11-21T00:00:00.000Z'
  return { id: `f${serial}`, measure, asOf, openings, companies, jobs: openings, value: value as never }
}

const pay = (p50: number, more: Partial<PayValue> = {}, counts: number[] = [], seniority?: Seniority) =>
  figure(
    payOf(role, { country: 'US', ...(seniority && { seniority }) }),
    { currency: 'USD', p50, ...more },
    ...counts,
  )
const openings = (count: number) => figure(jobsOf(role), {}, count, Math.min(count, 20))
const shares = (
  by: 'skill' | 'workplace' | 'country',
  entries: Record<string, number>,
  counts: number[] = [],
) =>
  figure(
    sharesBy(by, role),
    { entries: Object.entries(entries).map(([slug, n]) => ({ slug, name: slug, kind: null, openings: n })) },
    ...counts,
  )
const inUs = () => shares('country', { US: 60, GB: 40 })

function moved(before: Figure[], now: Figure[]) {
  return movedOf(role, new Known([inUs(), ...before]), new Known([inUs(), ...now]))
}

describe('pay has moved', () => {
  test.each([
    [100_000, 103_000, true],
    [100_000, 102_999, false],
    [100_000, 97_000, true],
    [100_000, 97_001, false],
    [100_000, 100_000, false],
    // As printed, to hundreds, both are 1,000.
    [1000, 1040, false],
    [1000, 1060, true],
  ])('from %i to %i: %s', (before, now, isMoved) => {
    expect(moved([pay(before)], [pay(now)])).toHaveLength(isMoved ? 1 : 0)
  })

  test('with both numbers, and the figures that they rest on', () => {
    const [before, now] = [pay(100_000), pay(110_000, {}, [50, 9])]
    expect(moved([before], [now])).toEqual([
      {
        ...{ of: 'pay', currency: 'USD', country: 'US', seniority: null },
        before: { number: 100_000, figure: before },
        now: { number: 110_000, figure: now },
      },
    ])
  })

  test.each([
    ['the openings now', [100, 20], [7, 4]],
    ['the openings then', [7, 4], [100, 20]],
    ['the companies now', [100, 20], [50, 3]],
    ['the companies then', [50, 3], [100, 20]],
  ])('not when %s are too few', (_, before, now) => {
    expect(moved([pay(100_000, {}, before)], [pay(150_000, {}, now)])).toEqual([])
  })

  test('at the minimum of openings and companies it has', () => {
    expect(moved([pay(100_000, {}, [8, 4])], [pay(150_000, {}, [8, 4])])).toHaveLength(1)
  })

  test('not from one currency to another, nor from or to nothing', () => {
    expect(moved([pay(100_000)], [pay(150_000, { currency: 'EUR' })])).toEqual([])
    expect(moved([], [pay(150_000)])).toEqual([])
    expect(moved([pay(150_000)], [])).toEqual([])
  })

  test('in the country with most openings alone, at each level, those that moved most in the order of levels', () => {
    const known = new Known([shares('country', { none: 70, GB: 40, US: 20 })])
    expect(payMeasures(role, known).map(({ within }) => within.country)).toEqual(Array(10).fill('GB'))
    const levels = ['junior', 'mid', 'senior', 'staff', 'lead'] as const
    const at = (amounts: number[]) => levels.map((level, i) => pay(amounts[i] ?? 0, {}, [], level))
    const found = moved(
      at([100, 100, 100, 100, 100].map((n) => n * 1000)),
      at([120, 104, 150, 130, 110].map((n) => n * 1000)),
    )
    expect(found).toHaveLength(MOST_OF_A_KIND)
    expect(found.map((one) => one.of === 'pay' && one.seniority)).toEqual([
      'junior',
      'senior',
      'staff',
      'lead',
    ])
  })
})

describe('the openings have moved', () => {
  test.each([
    [100, 110, true],
    [100, 109, false],
    [110, 99, true],
    [20, 29, false],
    [20, 30, true],
    // No minimum: how many there are is no estimate.
    [14, 2, true],
    [1000, 1050, false],
    [0, 10, true],
  ])('from %i to %i: %s', (before, now, isMoved) => {
    expect(moved([openings(before)], [openings(now)])).toHaveLength(isMoved ? 1 : 0)
  })
})

describe('a share has moved', () => {
  const remote = (part: number, all: number, companies = 20) =>
    shares('workplace', { remote: part }, [all, companies])
  test.each([
    ['by five points', [30, 100], [35, 100], true],
    ['by less', [30, 100], [34, 100], false],
    ['by five points of other wholes', [30, 100], [70, 200], true],
    ['by a little less of other wholes', [30, 100], [69, 200], false],
    ['downwards', [35, 100], [30, 100], true],
    ['by two openings of twenty', [10, 20], [12, 20], false],
    ['by three openings of twenty', [10, 20], [13, 20], true],
    ['from none', [0, 100], [6, 100], true],
  ])('%s', (_, before, now, isMoved) => {
    const [[a = 0, b = 0], [c = 0, d = 0]] = [before, now]
    expect(moved([remote(a, b)], [remote(c, d)])).toHaveLength(isMoved ? 1 : 0)
  })

  test('not when too few companies tell', () => {
    expect(moved([remote(10, 40, 3)], [remote(30, 40)])).toEqual([])
    expect(moved([remote(10, 40)], [remote(30, 40, 3)])).toEqual([])
  })

  test('a workplace that is not named has no opening', () => {
    expect(moved([shares('workplace', { onsite: 100 })], [remote(20, 100)])).toMatchObject([
      { of: 'remote', before: { number: 0 }, now: { number: 0.2 } },
    ])
  })

  test('of the skills named most, a new name has not moved', () => {
    const names = (first: Record<string, number>) => ({
      ...first,
      ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}`, 40])),
    })
    const before = shares('skill', { ...names({ a: 50 }), late: 5 })
    const now = shares('skill', { ...names({ a: 60 }), late: 30, fresh: 20 })
    expect(moved([before], [now]).map((one) => one.of === 'skill' && one.name)).toEqual(['a'])
    expect(moved([shares('skill', { a: 50 })], [shares('skill', { b: 90, a: 50 })])).toEqual([])
  })
})

test('nothing has moved where nothing is known, and where all is as it was', () => {
  expect(movedOf(role, new Known([]), new Known([]))).toEqual([])
  const all = [pay(100_000), openings(100), shares('skill', { a: 50 })]
  expect(moved(all, all)).toEqual([])
})

test('a day is told once, by the mail after it is over', () => {
  const first = { since: '2026-11-02T09:30:00.000001Z', until: '2026-11-09T07:00:05Z' }
  const second = { since: first.until, until: '2026-11-16T07:00:00Z' }
  const days = ['2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09', '2026-11-15', '2026-11-16']
  expect(days.map((day) => [isWithin(day, first), isWithin(day, second)])).toEqual([
    [false, false],
    [true, false],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ])
})
