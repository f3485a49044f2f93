import { expect, test } from 'vitest'
import { weeksOf } from './weeks'

const week = (day: string, opened: number, closed: number, isWhole = true) => ({
  roleId: 1,
  week: day,
  isWhole,
  opened,
  closed,
})

test('what was open at the end of a week follows from what is open now', () => {
  const weeks = [week('2026-11-02', 5, 1), week('2026-11-16', 2, 4), week('2026-11-23', 3, 1, false)]
  expect(weeksOf({ since: '2026-11-02', weeks }, 20).weeks).toEqual([
    { week: '2026-11-02', opened: 5, closed: 1, open: 20 },
    { week: '2026-11-16', opened: 2, closed: 4, open: 18 },
  ])
})

test('a board that has not watched for a whole week has nothing to show', () => {
  expect(weeksOf({ since: '2026-11-30', weeks: [week('2026-11-30', 3, 0, false)] }, 3).weeks).toEqual([])
})
