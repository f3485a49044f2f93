import { describe, expect, test } from 'vitest'
import { jobStates } from '@/db/values'
import { closingTime, endOfUtcDay, isUtcDay, stateAfter, statedLastDay, type Verb } from './rules'

test('a job goes from draft over held to published to closed, and never back', () => {
  const verbs: Verb[] = ['publish', 'hold', 'edit', 'close']
  const table = verbs.map((verb) => jobStates.map((state) => stateAfter(verb, state)))
  expect(table).toEqual([
    ['published', 'published', null, null],
    ['held', null, null, null],
    [null, null, 'published', null],
    [null, null, 'closed', null],
  ])
})

describe('when a job closes', () => {
  const published = new Date('2026-03-01T10:00:00.123Z')

  test('60 days after it was first published', () => {
    expect(closingTime(published, null).toISOString()).toBe('2026-04-30T10:00:00.123Z')
  })

  test('at the end of the stated day where that is earlier', () => {
    expect(closingTime(published, '2026-03-31').toISOString()).toBe('2026-03-31T23:59:59.000Z')
    expect(closingTime(published, '2026-04-30')).toEqual(closingTime(published, null))
    expect(closingTime(published, '2027-01-01')).toEqual(closingTime(published, null))
  })

  test('the stated day can be read back', () => {
    expect(statedLastDay(published, closingTime(published, '2026-03-31'))).toBe('2026-03-31')
    expect(statedLastDay(published, closingTime(published, null))).toBeNull()
    expect(statedLastDay(published, null)).toBeNull()
  })

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '31.12.2026', '0026-01-01', 'tomorrow'])(
    '%s is no day',
    (day) => {
      expect(isUtcDay(day)).toBe(false)
    },
  )

  test('a day includes its last hour and nothing of the next', () => {
    expect(isUtcDay('2028-02-29')).toBe(true)
    expect(endOfUtcDay('2028-02-29').toISOString()).toBe('2028-02-29T23:59:59.000Z')
  })
})
