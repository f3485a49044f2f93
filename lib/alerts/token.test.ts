import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { savedSearchOf, unsubscribeToken } from './token'

function secret(value: string) {
  vi.stubEnv('DATABASE_URL', 'postgres://unused')
  vi.stubEnv('WAYPOST_SECRET', value)
  vi.stubEnv('BASE_URL', 'http://localhost:3000')
  forgetEnv()
}

beforeEach(() => secret('only-for-tests-0123456789abcdefghijklmnop'))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

test('a token leads back to its saved search', () => {
  const id = randomUUID()
  expect(savedSearchOf(unsubscribeToken(id))).toBe(id)
})

test('a token that was changed anywhere leads nowhere', () => {
  const token = unsubscribeToken(randomUUID())
  for (let i = 0; i < token.length; i++) {
    const other = token[i] === 'A' ? 'B' : 'A'
    expect(savedSearchOf(token.slice(0, i) + other + token.slice(i + 1))).toBeNull()
  }
})

test.each(['', 'x', '../../etc', 'A'.repeat(43), 'A'.repeat(4000), '\0'])(
  'the text %j is no token',
  (text) => {
    expect(savedSearchOf(text)).toBeNull()
  },
)

test('a token of another board leads nowhere', () => {
  const token = unsubscribeToken(randomUUID())
  secret('another-secret-0123456789abcdefghijklmnop')
  expect(savedSearchOf(token)).toBeNull()
})
