import { expect, test } from 'vitest'
import { countWithin, foldCopies } from './fold'

const job = (id: string, opening: string, slug = 'acme') => ({ id, opening, company: { slug } })
const ids = (rows: ReturnType<typeof job>[]) =>
  foldCopies(rows).map(({ row, copies }) => [row.id, ...copies.map((copy) => copy.id)])

test('copies of one opening stand behind the first, wherever they stood', () => {
  expect(ids([job('a', 'x'), job('b', 'y'), job('c', 'x'), job('d', 'x')])).toEqual([['a', 'c', 'd'], ['b']])
})

test('the same words at another company are another opening', () => {
  expect(ids([job('a', 'x'), job('b', 'x', 'borealis')])).toEqual([['a'], ['b']])
})

test('no job is lost, and none comes twice', () => {
  const rows = Array.from({ length: 50 }, (_, i) => job(String(i), String(i % 7)))
  expect(ids(rows).flat().sort()).toEqual(rows.map(({ id }) => id).sort())
  expect(ids([])).toEqual([])
})

test.each([
  ['', 2, 0],
  ['ab', 2, 2],
  ['abc', 2, 2],
  ['aabab', 2, 5],
  ['aabac', 2, 4],
  ['aaaa', 1, 4],
])('of the openings “%s”, %i hold the first %i jobs', (openings, count, jobs) => {
  expect(
    countWithin(
      count,
      [...openings].map((opening) => job('', opening)),
    ),
  ).toBe(jobs)
})
