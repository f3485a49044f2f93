import { expect, test } from 'vitest'
import { binsOf, median, percentile, votesOf } from './estimate'

test.each([
  [[5], 0.5, 5],
  [[1, 3], 0.5, 2],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[10, 20, 30, 40, 50], 0.9, 46],
  [[1, 2, 3], 0, 1],
  [[1, 2, 3], 1, 3],
])('of %j the part %f lies at %f', (sorted, part, value) => {
  expect(percentile(sorted, part)).toBeCloseTo(value, 10)
})

test('of nothing there is no percentile', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError)
  expect(() => median([])).toThrow(RangeError)
})

test('a company has one vote a level, whatever the number of its openings, and copies of an opening weigh nothing', () => {
  const job = (companyId: number, seniority: number, openingId: number, payPoint: number | null) => ({
    companyId,
    seniority,
    openingId,
    payPoint,
  })
  expect(
    votesOf([
      job(1, 4, 11, 100),
      job(1, 4, 12, 300),
      job(1, 4, 13, 200),
      job(1, 4, 14, null),
      job(1, 5, 14, 900),
      job(2, 4, 21, 50),
      ...Array.from({ length: 40 }, () => job(2, 4, 22, 70)),
    ]),
  ).toEqual([60, 200, 900])
})

test.each([
  [[100]],
  [[100, 100, 100]],
  [[0, 1]],
  [[50_000, 61_000, 75_000, 80_500, 210_000]],
  [Array.from({ length: 300 }, (_, i) => 40_000 + i * 731)],
])('bins are equal, at most 24, and hold every vote', (votes) => {
  const bins = binsOf(votes)
  expect(bins.length).toBeLessThanOrEqual(24)
  expect(bins.reduce((sum, bin) => sum + bin.votes, 0)).toBe(votes.length)
  const [first] = bins
  for (const [i, bin] of bins.entries()) {
    expect(bin.to - bin.from).toBe((first?.to ?? 0) - (first?.from ?? 0))
    if (i > 0) expect(bin.from).toBe(bins[i - 1]?.to)
    expect(bin.votes).toBe(votes.filter((vote) => vote >= bin.from && vote < bin.to).length)
  }
})
