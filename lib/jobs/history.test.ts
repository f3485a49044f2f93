import { expect, test } from 'vitest'
import { eventWords } from './history'

test('a closed job says why', () => {
  expect(eventWords('closed', { reason: 'filled' }, 'en-US')).toBe('Closed: filled')
  expect(eventWords('closed', {}, 'en-US')).toBe('Closed')
})

test('an edit says what pay and places were and are', () => {
  const pay = { old: null, new: { min: '70000', max: '90000', currency: 'USD', period: 'year' } }
  const places = { old: ['Berlin'], new: [] }
  expect(eventWords('edited', { changed: ['pay', 'places', 'visa', 'applyUrl'], pay, places }, 'en-US')).toBe(
    'Edited: pay was not stated, is $70,000 – $90,000 a year; places was Berlin, is not stated; visa sponsorship, where to apply',
  )
})

test('an edit with facts that nobody knows is still an edit', () => {
  expect(eventWords('edited', { changed: 7, pay: 'x' }, 'en-US')).toBe('Edited')
})
