import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'

const WITHIN_MS = 900
const journal = z.object({ entries: z.array(z.object({ when: z.number() })) })

/** The newest migration that this build was made for. A newer schema is fine: changes are expand, then contract. */
export function newestMigration(root = process.cwd()): number {
  const text = readFileSync(path.join(root, 'drizzle', 'meta', '_journal.json'), 'utf8')
  return Math.max(...journal.parse(JSON.parse(text)).entries.map(({ when }) => when))
}

/** The database answers within a second, and has the tables that this build wants. */
export async function isReady(migration: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, WITHIN_MS, false).unref())
  const asked = db()
    .execute<{ known: boolean }>(
      sql`select coalesce(max(created_at), 0) >= ${migration} as known from drizzle.__drizzle_migrations`,
    )
    .then(
      ({ rows }) => rows[0]?.known === true,
      () => false,
    )
  return Promise.race([asked, late])
}
