import { expect, test } from 'vitest'
import { fragmentOf, withoutTyped } from './suggest-fragment'

test.each([
  ['kube', 'kube'],
  ['  senior kube ', 'senior kube'],
  ['"on call" kube', 'kube'],
  ['-agency rust', 'rust'],
  ['rust -agen', ''],
  ['"on ca', ''],
  ['rust or go', ''],
  ['', ''],
  [`${'word '.repeat(30)}kube`, `${'word '.repeat(11)}kube`],
])('of the words “%s”, “%s” may be suggested for', (text, fragment) => {
  expect(fragmentOf(text, 'words')).toBe(fragment)
})

test('a place is asked for as a whole', () => {
  expect(fragmentOf(' new york ', 'where')).toBe('new york')
  expect(fragmentOf('x'.repeat(61), 'where')).toBe('')
})

test.each([
  ['senior kube', 'kube', 'senior'],
  ['"on call" site relia', 'site relia', '"on call"'],
  ['kube', 'kube', ''],
  // One more letter came in before the choice.
  ['senior kuber', 'kube', 'senior'],
])('“%s” without “%s” is “%s”', (text, typed, left) => {
  expect(withoutTyped(text, typed)).toBe(left)
})
