import { expect, test } from 'vitest'
import { retryAfterSeconds } from './answer'

test.each([
  ['120', undefined, 120],
  ['0', undefined, 0],
  ['99999999999', undefined, 86_400],
  ['Sat, 01 Aug 2026 10:01:00 GMT', 'Sat, 01 Aug 2026 10:00:00 GMT', 60],
  ['Sat, 01 Aug 2026 09:00:00 GMT', 'Sat, 01 Aug 2026 10:00:00 GMT', 0],
  ['Sat, 01 Aug 2026 10:01:00 GMT', undefined, null],
  ['soon', 'Sat, 01 Aug 2026 10:00:00 GMT', null],
  [undefined, undefined, null],
])('Retry-After %s at %s is %s seconds', (value, siteTime, seconds) => {
  expect(retryAfterSeconds(value, siteTime)).toBe(seconds)
})
