import { expect, test } from 'vitest'
import { fold } from './fold'

test.each([
  ['São Paulo', 'sao paulo'],
  ['Zürich', 'zurich'],
  ['Zu\u0308rich', 'zurich'],
  ['C++', 'c++'],
  ['C#', 'c#'],
  ['.NET', 'net'],
  ['Node.js', 'nodejs'],
  ['CI/CD', 'ci cd'],
  ["L'Oréal", 'loreal'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['AT&T', 'at t'],
  ['  東京 ', '東京'],
  ['?!', ''],
])('“%s” is compared as “%s”', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(folded)).toBe(folded)
})
