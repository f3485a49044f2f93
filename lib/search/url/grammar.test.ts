import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptySearch, firstPage, type Search } from '../search'
import { hostileTexts } from '../testing/hostile'
import { sampleSearch } from '../testing/sample-searches'
import { printPage, printSearch } from './grammar'
import { parseSearch } from './input'

const board = { currency: 'USD' }
const parse = (query: string | [string, string][]) => parseSearch(new URLSearchParams(query), board)

describe('one search has one string', () => {
  test('what was printed is parsed as the same search, with nothing ignored', () => {
    fc.assert(
      fc.property(sampleSearch, ({ pairs }) => {
        const { search } = parse(pairs)
        const again = parse(printSearch(search))
        expect(again.search).toEqual(search)
        expect([...again.ignored, ...again.refused]).toEqual([])
        expect(printSearch(again.search)).toBe(printSearch(search))
      }),
      { numRuns: 1000 },
    )
  })

  test('the order of the parameters says nothing', () => {
    const shuffled = sampleSearch.chain(({ pairs }) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
    )
    fc.assert(
      fc.property(shuffled, ([pairs, mixed]) => {
        expect(printSearch(parse(mixed).search)).toBe(printSearch(parse(pairs).search))
      }),
      { numRuns: 500 },
    )
  })

  test('the record that a page gets says the same as the query string', () => {
    const record = {
      role: ['nurse', 'backend-developer'],
      q: 'night shift',
      empty: undefined,
      workplace: 'remote',
    }
    expect(parseSearch(record, board)).toEqual(
      parse('q=night+shift&role=nurse&workplace=remote&role=backend-developer'),
    )
  })

  test.each([
    ['', ''],
    ['q=&role=&pay=&currency=USD&period=year&not.pay=', ''],
    ['role=Backend Developer', 'role=backend-developer'],
    ['type=full-time&type=FULL_TIME', 'type=full_time'],
    ['pay=70k', 'currency=USD&pay=70000'],
    ['pay=70,000&currency=eur', 'currency=EUR&pay=70000'],
    ['pay=25.50&period=hour', 'currency=USD&pay=25.5&period=hour'],
    ['pay=70000&period=year', 'currency=USD&pay=70000'],
    ['not.pay=none&not.pay=none', 'not.pay=none'],
    ['pay=none', 'pay=none'],
    ['pay=50000&also.pay=other', 'also.pay=other&currency=USD&pay=50000'],
    ['sort=newest&q=%20a%20%20b%20', 'q=a+b'],
    ['skill.all=rust&skill=sql&not.skill=java', 'not.skill=java&skill=sql&skill.all=rust'],
    ['from=worldwide&from=none&posted=7D&seen=30d', 'from=none&from=worldwide&posted=7d&seen=30d'],
  ])('%s is %s', (given, canonical) => {
    const { search, ignored, refused } = parse(given)
    expect(printSearch(search)).toBe(canonical)
    expect([...ignored, ...refused]).toEqual([])
  })

  test('a page of a search adds its cursor and size, and nothing that is the default', () => {
    const cursor = 'a'.repeat(26)
    const { search, at } = parse(`limit=50&role=nurse&after=${cursor}`)
    expect(at).toEqual({ after: cursor, before: null, limit: 50 })
    expect(printPage(search, at)).toBe(`after=${cursor}&limit=50&role=nurse`)
    expect(printPage(search, firstPage)).toBe('role=nurse')
  })
})

describe('what is not understood is named', () => {
  test.each([
    ['roll=nurse', { key: 'roll', value: 'nurse', reason: 'unknown-parameter', nearest: 'role' }],
    ['q[]=x', { key: 'q[]', value: 'x', reason: 'unknown-parameter', nearest: null }],
    ['__proto__=1', { key: '__proto__', value: '1', reason: 'unknown-parameter', nearest: null }],
    ['not.rol=nurse', { key: 'not.rol', value: 'nurse', reason: 'unknown-parameter', nearest: 'not.role' }],
    ['seniority=seniour', { key: 'seniority', value: 'seniour', reason: 'unknown-value', nearest: 'senior' }],
    ['workplace=on-site', { key: 'workplace', value: 'on-site', reason: 'unknown-value', nearest: 'onsite' }],
    ['role=c%2B%2B', { key: 'role', value: 'c++', reason: 'unknown-value', nearest: null }],
    ['pay=lots', { key: 'pay', value: 'lots', reason: 'unknown-value', nearest: null }],
    ['pay=0', { key: 'pay', value: '0', reason: 'unknown-value', nearest: null }],
    ['pay=-5', { key: 'pay', value: '-5', reason: 'unknown-value', nearest: null }],
    ['pay=1e400', { key: 'pay', value: '1e400', reason: 'unknown-value', nearest: null }],
    [
      'pay=9223372036854775808',
      { key: 'pay', value: '9223372036854775808', reason: 'unknown-value', nearest: null },
    ],
    ['posted=8d', { key: 'posted', value: '8d', reason: 'unknown-value', nearest: '1d' }],
    ['sort=newst', { key: 'sort', value: 'newst', reason: 'unknown-value', nearest: 'newest' }],
    ['radius=30', { key: 'radius', value: '30', reason: 'unknown-value', nearest: '10' }],
    ['near_or_remote=yes', { key: 'near_or_remote', value: 'yes', reason: 'unknown-value', nearest: null }],
    ['text=no', { key: 'text', value: 'no', reason: 'unknown-value', nearest: null }],
    ['currency=EUR', { key: 'currency', value: 'EUR', reason: 'needs-pay', nearest: null }],
    ['also.pay=other', { key: 'also.pay', value: 'other', reason: 'needs-pay', nearest: null }],
    ['skill.all=none', { key: 'skill.all', value: 'none', reason: 'unknown-value', nearest: null }],
  ])('%s', (given, named) => {
    const { search, ignored, refused } = parse(given)
    expect(ignored).toEqual([named])
    expect(refused).toEqual([])
    expect(search).toEqual(emptySearch)
  })

  test('a currency that is none leaves the floor in the currency of the board, and is named', () => {
    const { search, ignored } = parse('pay=70000&currency=dollars')
    expect(search.pay?.floor).toEqual({ amount: '70000', currency: 'USD', period: 'year' })
    expect(ignored.map((entry) => entry.key)).toEqual(['currency'])
  })
})

describe('what cannot be answered is refused by name', () => {
  test.each([
    ['q=a&q=b', { key: 'q', reason: 'given-twice' }],
    ['pay=1&pay=1', { key: 'pay', reason: 'given-twice' }],
    ['limit=0', { key: 'limit', reason: 'out-of-range' }],
    ['limit=1000000000', { key: 'limit', reason: 'out-of-range' }],
    ['limit=NaN', { key: 'limit', reason: 'out-of-range' }],
    ['after=1', { key: 'after', reason: 'bad-cursor' }],
    [`after=${'a'.repeat(26)}&before=${'b'.repeat(26)}`, { key: 'before', reason: 'both-cursors' }],
    [`q=${'a'.repeat(301)}`, { key: 'q', reason: 'too-long' }],
    [`${'role=nurse&'.repeat(60)}`, { key: 'role', reason: 'too-many' }],
    [Array.from({ length: 500 }, (_, i) => `x${i}=1`).join('&'), { key: 'x200', reason: 'too-many' }],
  ])('%.40s', (given, refusal) => {
    expect(parse(given).refused).toEqual([refusal])
  })

  test('of a parameter given twice the first counts', () => {
    expect(parse('q=first&q=second').search.q).toBe('first')
  })

  test('a search too long to be saved', () => {
    const slugs = (key: string) =>
      Array.from({ length: 50 }, (_, i) => `${key}=${'a'.repeat(60)}-${i}`).join('&')
    expect(parse(`${slugs('company')}&${slugs('skill')}`).refused).toEqual([
      { key: 'search', reason: 'too-long' },
    ])
  })
})

describe('hostile input', () => {
  test('a hostile text neither throws nor gets through unclean, wherever it stands', () => {
    for (const text of hostileTexts) {
      for (const key of ['q', 'role', 'pay', 'where', 'after', 'limit', text]) {
        const { search, ignored } = parse([[key, text]])
        expect([text.slice(0, 20), isClean(JSON.stringify({ search, ignored }))]).toEqual([
          text.slice(0, 20),
          true,
        ])
      }
    }
  })

  test('any pairs at all give a search that prints and parses', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom(...hostileTexts))
    const anyKey = fc.oneof(
      anyText,
      fc.constantFrom('q', 'pay', 'role', 'not.role', 'limit', 'after', 'currency', 'constructor'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(anyKey, anyText), { maxLength: 20 }), (pairs) => {
        const { search } = parseSearch(pairs, board)
        expect(parse(printSearch(search)).search).toEqual(search)
      }),
      { numRuns: 3000 },
    )
    expect(({} as Search & Record<string, unknown>).polluted).toBeUndefined()
  })

  test('a huge query takes a moment, not a minute', () => {
    const started = performance.now()
    for (const text of ['a'.repeat(100_000), ' '.repeat(100_000), 'a-'.repeat(50_000), '1,'.repeat(50_000)]) {
      for (const key of ['q', 'role', 'pay', 'currency', 'seniority', text]) parse([[key, text]])
    }
    // Generous: it catches a pattern that backtracks, not a slow machine.
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

function isClean(text: string): boolean {
  return !/[\p{Cs}]|\\u0000|\\ud[89a-f]/iu.test(text)
}
