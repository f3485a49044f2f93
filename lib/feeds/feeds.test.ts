import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '@/lib/csv'
import { hostileTexts } from '@/lib/search/testing/hostile'
import { EXCERPT_LENGTH, excerptOf } from './excerpt'
import { ignoredHeader } from './ignored'
import { readCsv } from './testing/read-csv'
import { readXml, textOf } from './testing/read-xml'
import { element } from './xml'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('&', '<', '>', ']]>', '"', "'", '=', '\r', '\n', '\0', '\ud800', '‮', ',', '-'),
  }),
  fc.constantFrom(...hostileTexts),
)

test('any text comes back out of XML as it went in, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, attribute) => {
      const root = readXml(element('a', text, { b: attribute }))
      expect(textOf(root)).toBe(holdable(text))
      expect(root.attributes.b).toBe(holdable(attribute))
    }),
    { numRuns: 2000 },
  )
})

/** XML 1.0, production 2, by code point. */
function holdable(text: string): string {
  const isHeld = (c: number) =>
    c === 9 ||
    c === 10 ||
    c === 13 ||
    (c >= 0x20 && c <= 0xd7ff) ||
    (c >= 0xe000 && c <= 0xfffd) ||
    c >= 0x10000
  return [...text].map((one) => (isHeld(one.codePointAt(0) ?? 0) ? one : '\ufffd')).join('')
}

test('any cells come back out of a table, and none is a formula', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (cells) => {
      const [read, ...more] = readCsv(csvLine([...cells, 'end']))
      expect(more).toEqual([])
      const kept = cells.map((cell) => cell.replace(/[\0\p{Cs}]/gu, ''))
      expect(read?.map((cell, i) => (cell === kept[i] ? cell : cell.replace(/^'/, '')))).toEqual([
        ...kept,
        'end',
      ])
      expect(read?.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test.each(['=HYPERLINK("https://example.org")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1'])(
  'a cell %j opens as text',
  (cell) => {
    expect(readCsv(csvLine([cell]))[0]?.[0]).toMatch(/^'/)
  },
)

test('an excerpt reads like the text, without its marks', () => {
  const text =
    '# About us\n\nWe build **fast** [boats](https://example.org) in C++.\n\n- Sail\n- Row 5 * 3 snake_case\n'
  expect(excerptOf(text)).toBe(
    'About us We build fast boats in C++. Sail Row 5 * 3 snake_case'.replace(' * ', '  ').replace('  ', ' '),
  )
  expect(excerptOf(' \n')).toBeNull()
})

test('an excerpt of any text is one line, not longer than it may be, and soon made', () => {
  const longest = ['[', '![', '*', '_', '#', '> ', '-', '[a](', '`', '\\'].map((mark) => mark.repeat(800))
  const began = performance.now()
  for (const text of [...hostileTexts, ...longest]) {
    const excerpt = excerptOf(text) ?? ''
    expect(excerpt.length).toBeLessThanOrEqual(EXCERPT_LENGTH)
    expect(excerpt).not.toMatch(/[\p{Cc}\p{Cs}]/u)
  }
  expect(performance.now() - began).toBeLessThan(2000)
})

test('the header that names what was ignored is short, and plain ASCII', () => {
  for (const text of hostileTexts) {
    const one = { key: text, value: text, reason: 'unknown-parameter', nearest: null } as const
    const header = ignoredHeader(Array(20).fill(one))['waypost-ignored'] ?? ''
    expect(header).toMatch(/^[\x21-\x7e]*$/)
    expect(header.length).toBeLessThanOrEqual(1500)
  }
})
