import { expect, test } from 'vitest'
import { linksIn, partsOf } from './text'

const hrefs = (text: string) => partsOf(text).flatMap(({ href }) => href ?? [])

test('web addresses are links, and nothing is lost around them', () => {
  const text = 'See https://example.org/a, (https://example.org/b_(c)) and http://example.org.\nEnd'
  expect(hrefs(text)).toEqual(['https://example.org/a', 'https://example.org/b_(c)', 'http://example.org/'])
  expect(
    partsOf(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://',
  'http://[',
  'https://bank.example@evil.example/',
  'ftp://example.org',
])('%s is no link', (text) => {
  expect(partsOf(text)).toEqual([{ text }])
})

test('an address ends before marks of HTML', () => {
  expect(hrefs('<a href="https://example.org/x">https://example.org/y</a>')).toEqual([
    'https://example.org/x',
    'https://example.org/y',
  ])
})

test('what looks like an address counts as a link, linked or not', () => {
  expect(linksIn('https://a.example http://b.example www.c.example WWW.D.example')).toBe(4)
  expect(linksIn('a www. b example.org')).toBe(0)
})
