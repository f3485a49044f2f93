import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, nearest } from './nearest'

test('one edit is one edit: a letter more, fewer, other, or two swapped', () => {
  expect(
    ['senior', 'seniors', 'senir', 'seniar', 'seinor'].map((word) => editDistance(word, 'senior')),
  ).toEqual([0, 1, 1, 1, 1])
})

test('distance is symmetric, and zero only between equals', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
    }),
  )
})

test('a misspelling finds what was meant, and nonsense finds nothing', () => {
  const roles = ['backend-developer', 'data-scientist', 'nurse']
  expect(nearest('bakend-develper', roles)).toBe('backend-developer')
  expect(nearest('data', roles)).toBe('data-scientist')
  expect(nearest('nurce', roles)).toBe('nurse')
  expect(nearest('astronaut', roles)).toBeNull()
  expect(nearest('', roles)).toBeNull()
})

test('nothing nearer is passed over', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgö-'), minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 12 }), (typed, known) => {
      const limit = Math.max(1, Math.floor(typed.length / 3))
      const near = known.filter((one) => editDistance(typed, one) <= limit)
      const least = Math.min(...near.map((one) => editDistance(typed, one)))
      const first = near.find((one) => editDistance(typed, one) === least) ?? null
      const beginning = known.filter((one) => one.startsWith(typed))
      expect(nearest(typed, known)).toBe(first ?? (beginning.length === 1 ? beginning[0] : null))
    }),
  )
})
