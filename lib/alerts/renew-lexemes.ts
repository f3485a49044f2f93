import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { necessaryLexemes } from '@/lib/search/matches'
import { parseSearch } from '@/lib/search/url/input'

const ROUND = 500

/**
 * Works out anew by which lexemes candidates of each saved search are found: what words and groups of countries mean comes with a release.
 * Safe to run at any time and twice at once. Answers how many have changed.
 */
export async function renewLexemes(): Promise<number> {
  let changed = 0
  for (let after = 0; ; ) {
    const { rows } = await db().execute<{ id: number; canonical: string }>(
      sql`select id, canonical from saved_queries where id > ${after} order by id limit ${ROUND}`,
    )
    for (const { id, canonical } of rows) changed += await renew(id, canonical)
    const last = rows.at(-1)
    if (!last) return changed
    after = last.id
  }
}

async function renew(id: number, canonical: string): Promise<number> {
  const { search } = parseSearch(new URLSearchParams(canonical))
  const lexemes = await necessaryLexemes(search)
  const { rowCount } = await db().execute(sql`
    update saved_queries set q = ${lexemes}::tsquery where id = ${id} and q is distinct from ${lexemes}::tsquery`)
  return rowCount ?? 0
}
