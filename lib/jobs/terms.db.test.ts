import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { lexemeOf, MAX_VALUE, type TermKind, term, termKinds } from './terms'

testDb()

test('the database makes the same lexemes of terms', async () => {
  const kinds = Object.keys(termKinds) as TermKind[]
  const terms = kinds.flatMap((kind) =>
    [0, 7, 1000, MAX_VALUE - 1, MAX_VALUE].map((value) => term(kind, value)),
  )
  const { rows } = await db().execute<{ lexemes: string[] }>(
    sql`select facet_lexemes(array[t]) as lexemes from unnest(${sql.param(terms)}::int[]) with ordinality u(t, n) order by n`,
  )
  expect(terms.map((one) => [lexemeOf(one)])).toEqual(rows.map((row) => row.lexemes))
  expect(() => lexemeOf(16 * 2 ** 20)).toThrow(RangeError)
})
