import { sql } from 'drizzle-orm'
import { type Db, db } from '@/db/client'

/** What ANALYZE knows of `job_search`: good enough to choose how to search, never to count. */
export type Statistics = { jobs: number; shareOf: (lexeme: string) => number }

/** Statistics change when a good part of the table does. */
const KEPT_FOR_MS = 300_000
/** Share of a lexeme that is not among the common ones. */
const RARE = 0.0005

type Kept = { at: number; statistics: Promise<Statistics> }
const kept = new WeakMap<Db, Kept>()

export function loadStatistics(): Promise<Statistics> {
  const database = db()
  const known = kept.get(database)
  if (known && performance.now() - known.at < KEPT_FOR_MS) return known.statistics
  const statistics = read(database)
  kept.set(database, { at: performance.now(), statistics })
  statistics.catch(() => kept.delete(database))
  return statistics
}

type Row = { jobs: number; lexemes: string[] | null; shares: number[] | null }

async function read(database: Db): Promise<Statistics> {
  const { rows } = await database.execute<Row>(sql`
    select greatest(c.reltuples, 0)::float8 as jobs, s.most_common_elems::text::text[] as lexemes,
      s.most_common_elem_freqs::float8[] as shares
    from pg_class c left join pg_stats s on s.schemaname = c.relnamespace::regnamespace::text and s.tablename = c.relname and s.attname = 'tsv'
    where c.oid = 'job_search'::regclass`)
  const [row] = rows
  const shares = new Map((row?.lexemes ?? []).map((lexeme, i) => [lexeme, row?.shares?.[i] ?? RARE]))
  return { jobs: row?.jobs ?? 0, shareOf: (lexeme) => shares.get(lexeme) ?? RARE }
}
