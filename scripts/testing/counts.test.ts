import { expect, test } from 'vitest'
import { countPlaywright, countVitest, honest, NONE, ONE_FAILED, ONE_PASSED, sum, summary } from './counts'

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }

test('the last line names passed and failed, and skipped only when there are any', () => {
  expect(summary(sum([ONE_PASSED, ONE_PASSED, ONE_FAILED]))).toBe('2 passed, 1 failed')
  expect(summary({ ...NONE, skipped: 2 })).toBe('0 passed, 0 failed, 2 skipped')
})

test('a test file that cannot be loaded counts as failed', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const failing = { status: 'failed', assertionResults: [{}] }
  expect(countVitest({ ...vitest, testResults: [broken, failing] })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
  })
})

test('a browser test that passes only the second time counts as failed', () => {
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 2 })
  const nothingRan = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countPlaywright({ stats: nothingRan, errors: [{}] })).toEqual(ONE_FAILED)
})

test('a run that ends badly has failed, whatever its report says', () => {
  expect(honest(ONE_PASSED, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(honest(ONE_PASSED, null).failed).toBe(1)
  expect(honest(ONE_PASSED, 0)).toEqual(ONE_PASSED)
  expect(honest(ONE_FAILED, 1)).toEqual(ONE_FAILED)
})
