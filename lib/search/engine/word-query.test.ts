import { expect, test } from 'vitest'
import type { Condition } from '../condition'
import { lexemeQuery, loneLexeme, wordsAsked } from './word-query'

test.each(['rust', "o'brien", 'a\\b', "'", '\\', 'c++', 'größe', "a' & 'b"])(
  'the lexeme %s comes back as it went',
  (lexeme) => {
    expect(loneLexeme(lexemeQuery(lexeme))).toBe(lexeme)
  },
)

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
