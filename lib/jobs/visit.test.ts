import { expect, test } from 'vitest'
import { isNew, MAX_VIEWED, readVisit, type Visit, visitAt, withViewed } from './visit'

const MINUTE = 60_000
const monday = '2026-11-16T09:00:00.000Z'
const tuesday = '2026-11-17T09:00:00.000Z'
const first: Visit = { newSince: null, shownUntil: monday, activeAt: 0 }

test('in a first visit nothing is new', () => {
  const visit = visitAt(null, monday, 0)
  expect(visit).toEqual(first)
  expect(isNew({ firstSeenAt: tuesday }, visit.newSince)).toBe(false)
})

test('a visit lasts while something happens, and ends after 30 minutes without', () => {
  expect(visitAt(first, tuesday, 30 * MINUTE).newSince).toBeNull()
  expect(visitAt(first, tuesday, 31 * MINUTE)).toEqual({
    newSince: monday,
    shownUntil: tuesday,
    activeAt: 31 * MINUTE,
  })
})

test('new is what came after the last visit last showed jobs', () => {
  const second = visitAt(first, tuesday, 31 * MINUTE)
  expect(isNew({ firstSeenAt: '2026-11-16T09:00:00.001Z' }, second.newSince)).toBe(true)
  expect(isNew({ firstSeenAt: monday }, second.newSince)).toBe(false)
})

test('an older page, shown again on the way back, does not turn the visit back', () => {
  const second = visitAt(first, tuesday, 31 * MINUTE)
  expect(visitAt(second, monday, 32 * MINUTE).shownUntil).toBe(tuesday)
})

test('a clock that was turned back does not end a visit', () => {
  expect(visitAt({ ...first, activeAt: 90 * MINUTE }, tuesday, 0)).toMatchObject({
    newSince: null,
    activeAt: 0,
  })
})

test.each([null, '', 'x', 'null', '7', '{}', '{"newSince":1,"shownUntil":"a","activeAt":"b"}'])(
  '%s is no visit',
  (text) => {
    expect(readVisit(text)).toBeNull()
  },
)

test('a visit is read as it was written', () => {
  const visit = { newSince: monday, shownUntil: tuesday, activeAt: 5 }
  expect(readVisit(JSON.stringify(visit))).toEqual(visit)
})

test('viewed jobs are kept once each, the newest 2,000', () => {
  expect(withViewed(['a', 'b', 'c'], 'a')).toEqual(['b', 'c', 'a'])
  const many = Array.from({ length: MAX_VIEWED }, (_, i) => `job ${i}`)
  const more = withViewed(many, 'new')
  expect(more).toHaveLength(MAX_VIEWED)
  expect([more[0], more.at(-1)]).toEqual(['job 1', 'new'])
})
