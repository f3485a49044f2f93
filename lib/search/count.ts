import { sql } from 'drizzle-orm'
import { clausesOf } from './clauses'
import { askEngine } from './engine/ask'
import { resolveSearch } from './resolve'
import type { Search } from './search'
import { shapeOf } from './sql/router'
import { readWith, whereOf } from './sql/shape'

/** How many jobs a search finds, and nothing else. Throws when it takes longer than the limit. */
export async function countSearch(search: Search, timeLimitMs: number): Promise<number> {
  const clauses = clausesOf(await resolveSearch(search))
  const order = { by: 'newest' } as const
  const counted = await askEngine({ clauses, order, timeLimitMs }, ({ engine, nowUs }) =>
    engine.count(clauses, nowUs()),
  )
  if (counted !== null) return counted
  const shape = await shapeOf(clauses, order)
  const { rows } = await readWith({ shape, timeLimitMs }, (tx) =>
    tx.execute<{ jobs: number }>(
      sql`select count(*)::int as jobs from job_search where ${whereOf(clauses, shape)}`,
    ),
  )
  return rows[0]?.jobs ?? 0
}
