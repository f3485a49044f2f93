import { expect, test } from 'vitest'
import { ndcg, precision } from './scores'

test('the ideal order scores one, and a worse one less', () => {
  expect(ndcg([2, 1, 0], [0, 1, 2], 10)).toBe(1)
  expect(ndcg([0, 1, 2], [0, 1, 2], 10)).toBeCloseTo((1 / Math.log2(3) + 3 / 2) / (3 + 1 / Math.log2(3)), 10)
  expect(ndcg([], [2], 10)).toBe(0)
  expect(ndcg([0], [0, 0], 10)).toBe(1)
})

test('a place left empty is no relevant job', () => {
  expect(precision([2, 2, 1], 10)).toBeCloseTo(0.2)
  expect(precision([2, 0, 2, 2], 2)).toBe(0.5)
})
