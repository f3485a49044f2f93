import { expect, test } from 'vitest'
import { dateOf, endOf, timeOf } from './dates'

test.each([
  ['2026-08-05T09:41:37+02:00', '2026-08-05T07:41:37Z'],
  ['2026-08-05 09:41:37 UTC', '2026-08-05T09:41:37Z'],
  ['2026-08-05T09:41:37', '2026-08-05T09:41:37Z'],
  [' 2026-08-05 ', '2026-08-05T00:00:00Z'],
  ['05.08.2026', '2026-08-05T00:00:00Z'],
  ['Wed, 05 Aug 2026 09:41:37 +0000', '2026-08-05T09:41:37Z'],
  ['Wed, 05 Aug 2026 09:41:37 GMT', '2026-08-05T09:41:37Z'],
  ['5 Aug 2026', '2026-08-05T00:00:00Z'],
])('“%s” is a date, wherever the server stands', (stated, iso) => {
  expect(dateOf(stated)).toEqual(new Date(iso))
})

test.each([
  null,
  '',
  'soon',
  'Posted 8 Days Ago',
  'Posted Yesterday',
  '8/5/2026',
  '1970-01-01',
  '2026-13-01',
])('“%s” is none', (stated) => {
  expect(dateOf(stated)).toBeNull()
  expect(endOf(stated)).toBeNull()
})

test('a day ends with its last second, a time is what it says', () => {
  expect(endOf('2026-08-05')).toEqual(new Date('2026-08-05T23:59:59Z'))
  expect(endOf('2026-08-05T10:00:00Z')).toEqual(new Date('2026-08-05T10:00:00Z'))
})

test('seconds and milliseconds are told apart', () => {
  expect(timeOf(1774692720)).toEqual(timeOf(1774692720_000))
  expect(timeOf(Number.NaN)).toBeNull()
})
