import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { renewLexemes } from './renew-lexemes'

testDb()
beforeAll(writeTaxonomy)

test('saved searches get the lexemes that their words mean now, once', async () => {
  await db().execute(sql`insert into saved_queries (canonical, q) values
    ('q=kubernetes', '''kubernet'''), ('role=nurse', 'r_3'), ('posted=1d', 'r_9'), ('company=gone', 'co_9')`)
  expect(await renewLexemes()).toBe(3)
  const { rows } = await db().execute<{ canonical: string; q: string | null }>(
    sql`select canonical, q::text as q from saved_queries order by id`,
  )
  expect(rows).toEqual([
    { canonical: 'q=kubernetes', q: "'kubernet' | 'k_1'" },
    { canonical: 'role=nurse', q: "'r_3'" },
    { canonical: 'posted=1d', q: null },
    { canonical: 'company=gone', q: null },
  ])
  expect(await renewLexemes()).toBe(0)
})
