import { expect, test } from 'vitest'
import { isPagePath } from './page-path'

test('a form leads back to pages of guides alone', () => {
  expect(isPagePath('/guides/backend-developer/salary')).toBe(true)
  for (const path of [
    '//example.org',
    '/guides/../admin',
    'https://example.org/guides/a',
    '/guides/a?x=1',
    undefined,
  ])
    expect(isPagePath(path)).toBe(false)
})
