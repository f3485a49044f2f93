import { expect, test } from 'vitest'
import { engineLines } from './engine-lines'

test('an engine that is ready tells its size, memory and age', () => {
  expect(engineLines({ state: 'ready', jobs: 3, memory: 2048, words: 512, stale: 1 })).toEqual([
    'engine: ready',
    'jobs: 3',
    'memory: 2048',
    'words: 512',
    'stale: 1',
  ])
})

test.each(['loading', 'rebuilding', 'off'] as const)('one that is %s tells that alone', (state) => {
  expect(engineLines({ state })).toEqual([`engine: ${state}`])
})

test('a process that started none says that it is off', () => {
  expect(engineLines()).toEqual(['engine: off'])
})
