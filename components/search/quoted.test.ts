import { expect, test } from 'vitest'
import { inQuotes } from './quoted'

test('words are put in quotes where they stand on their own', () => {
  expect(inQuotes('k8s', 'k8s')).toBe('"k8s"')
  expect(inQuotes('senior k8s -js', 'js')).toBe('senior k8s -"js"')
  expect(inQuotes('Site  Reliability remote', 'site reliability')).toBe('"Site  Reliability" remote')
  expect(inQuotes('c++ c', 'c')).toBe('c++ "c"')
})

test('what is in quotes already, or only part of a word, stays as it is', () => {
  expect(inQuotes('"k8s"', 'k8s')).toBe('"k8s"')
  expect(inQuotes('json', 'js')).toBe('json')
})
