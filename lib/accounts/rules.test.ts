import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainCode, plainEmail, safeNext } from './rules'

test('an address is kept in one form', () => {
  expect(plainEmail('  Ada.Lovelace+jobs@Example.ORG ')).toBe('ada.lovelace+jobs@example.org')
  expect(plainEmail(`a@${'b'.repeat(63)}.org`)).toBe(`a@${'b'.repeat(63)}.org`)
})

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'ada@@example.org',
  'ada@example.org@evil.org',
  '"e@attacker.com"@victim.com',
  '"ada"@example.org',
  'ada＠example.org',
  'ada﹫example.org',
  'ada@exаmple.org',
  'ada@example.org\r\nBcc: eve@evil.org',
  'ada@example.org,eve@evil.org',
  'ada eve@example.org',
  'Ada <ada@example.org>',
  '.ada@example.org',
  'ada.@example.org',
  'a..da@example.org',
  'ada@-example.org',
  'ada@example.org.',
  'ada@[127.0.0.1]',
  'ada@127.0.0.1',
  'ada\0@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.org`,
  `a@${'b.'.repeat(130)}org`,
])('%j is no address', (typed) => {
  expect(plainEmail(typed)).toBeNull()
})

test('whatever is typed, what is kept has one @, ASCII letters in lower case and at most 254 characters', () => {
  const pieces = fc.constantFrom(
    'a',
    'B',
    '@',
    '.',
    '"',
    '\\',
    ' ',
    '\0',
    '\n',
    '<',
    '＠',
    'é',
    '-',
    'example.org',
    '(c)',
  )
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const email = plainEmail(text)
      if (email === null) return
      expect(email).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
      expect(email).toBe(email.toLowerCase())
      expect(email.length).toBeLessThanOrEqual(254)
      expect(plainEmail(email)).toBe(email)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['/jobs?role=backend-developer&q=a%20b#list', '/jobs?role=backend-developer&q=a%20b#list'],
  ['/', '/'],
  ['/a/../jobs', '/jobs'],
])('%j is a way on', (next, path) => {
  expect(safeNext(next)).toBe(path)
})

test.each([
  undefined,
  null,
  ['/jobs'],
  '',
  'jobs',
  'https://evil.org/',
  '//evil.org',
  '/\\evil.org',
  '\\\\evil.org',
  '/.//evil.org',
  '/a/..//evil.org',
  '/\t/evil.org',
  '/\n/evil.org',
  '/jobs\r\nSet-Cookie: a=b',
  'javascript:alert(1)',
  'data:text/html,x',
  ' /jobs',
  '/api/sign-out',
  `/${'a'.repeat(2001)}`,
])('%j leads nowhere but home', (next) => {
  expect(safeNext(next as string | string[] | null | undefined)).toBe('/')
})

test('whatever `next` says, a browser stays on this site', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '//',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    'evil.org',
    'https:',
    'javascript:',
    '\t',
    '\n',
    '%2f',
    '%5c',
    ' ',
    'jobs',
  )
  const given = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
  )
  fc.assert(
    fc.property(given, (next) => {
      const path = safeNext(next)
      expect(new URL(path, 'https://board.example').origin).toBe('https://board.example')
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(safeNext(path)).toBe(path)
    }),
    { numRuns: 10_000 },
  )
})

test('a code may be typed in two halves', () => {
  expect(plainCode(' 123-456 ')).toBe('123456')
  expect(plainCode('123 456')).toBe('123456')
})
