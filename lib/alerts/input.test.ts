import { expect, test } from 'vitest'
import { changeSearchInput, saveSearchInput } from './input'

test.each([
  ['on', true],
  [true, true],
  [false, false],
  [undefined, undefined],
])('the tick of the news that says %s means %s', (news, meant) => {
  expect(saveSearchInput.parse({ query: 'role=nurse', news }).news).toBe(meant)
})

test.each(['nurse', 'off', '1', 1, ['on']])('news is a tick: %s is refused', (news) => {
  const change = { id: '0196b1d2-3c4d-7e5f-8a6b-7c8d9e0f1a2b', name: 'Nurses', cadence: 'weekly' }
  expect(changeSearchInput.safeParse({ ...change, news }).success).toBe(false)
  expect(changeSearchInput.safeParse(change).success).toBe(true)
})
