import { expect, test } from 'vitest'
import type { Condition } from '../condition'
import { lexemeQuery, loneLexeme, requiredLexemes, wordsAsked } from './word-query'

test.each([
  ["'rust'", 'rust'],
  ["'o''brien'", "o'brien"],
  ["'a\\\\b'", 'a\\b'],
  ["''''", "'"],
  ["'c++'", 'c++'],
  ["'größe'", 'größe'],
  ["'a'' & ''b'", "a' & 'b"],
])('%s asks for one lexeme and nothing else', (query, lexeme) => {
  expect(loneLexeme(query)).toBe(lexeme)
  expect(lexemeQuery(lexeme)).toBe(query)
  expect(requiredLexemes(query)).toEqual([lexeme])
})

test.each([
  ["'a' & 'b'", ['a', 'b']],
  ["'a' <-> 'b' <2> 'a'", ['a', 'b']],
  ["( 'a' & 'b' ) <-> 'c'", ['a', 'b', 'c']],
])('%s needs all of its lexemes', (query, lexemes) => {
  expect(requiredLexemes(query)).toEqual(lexemes)
})

test.each([
  "'a' | 'b'",
  "!'a'",
  "'a' & !'b'",
  "'a':*",
  "'a':A",
  "'a' & 'b':*",
  "'s_3'",
  "'a' & 'x_1'",
  '',
  'rust',
])('what %s needs is not told by blocks', (query) => {
  expect(requiredLexemes(query)).toBeNull()
})

test.each(["'a' & 'b'", "'a' <-> 'b'", "'a':*", "'a':A", "!'a'", 'rust', '', "'a' | 'b'"])(
  '%s is not one lexeme alone',
  (query) => {
    expect(loneLexeme(query)).toBeNull()
  },
)

test('the words of a search are those of its clauses and of its order, each once', () => {
  const rust = { is: 'text', query: "'rust'" } as const
  const title = { is: 'title', query: "'rust'" } as const
  const go = { is: 'text', query: "'go'" } as const
  const condition: Condition = { is: 'all', of: [rust, { is: 'some', of: [{ is: 'not', of: go }, rust] }] }
  const order = { by: 'relevance', terms: [{ name: 'title', points: 2, condition: title }] } as const
  expect(wordsAsked([{ facets: [], condition }], { by: 'newest' })).toEqual([rust, go])
  expect(wordsAsked([{ facets: [], condition }], order)).toEqual([rust, go, title])
})
