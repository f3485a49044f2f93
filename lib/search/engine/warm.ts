import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { WordBitmaps } from './word-bitmaps'
import { lexemeQuery } from './word-query'

/** A smaller board reads any word in a few milliseconds. */
const JOBS_AT_LEAST = 50_000
const BYTES_AT_MOST = 24 * 2 ** 20
const WORDS_AT_MOST = 1000
const WORD_WITHIN_MS = 10_000
/** Between two words; as long as the last one took, if that is longer, so that half of one connection's time stays free. */
const PAUSE_MS = 50

/** Reads the words that most jobs have, most frequent first, in the background: each of them would keep somebody waiting. */
export async function warm(
  pool: pg.Pool,
  words: WordBitmaps,
  jobs: number,
  signal: AbortSignal,
): Promise<void> {
  if (jobs < JOBS_AT_LEAST) return
  for (const lexeme of await frequentWords(pool)) {
    if (signal.aborted || words.bytes > BYTES_AT_MOST) return
    const startedMs = performance.now()
    await words.prepare([{ is: 'text', query: lexemeQuery(lexeme) }], WORD_WITHIN_MS)
    await sleep(Math.max(PAUSE_MS, performance.now() - startedMs), undefined, { signal })
  }
}

/** From the planner's own statistics; lexemes with an underscore are facets (lib/jobs/terms.ts). */
async function frequentWords(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ lexeme: string }>(
    `select lexeme from pg_stats s,
       unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as common(lexeme, frequency)
     where s.schemaname = 'public' and s.tablename = 'job_search' and s.attname = 'tsv'
       and lexeme is not null and strpos(lexeme, '_') = 0
     order by frequency desc limit $1`,
    [WORDS_AT_MOST],
  )
  return rows.map(({ lexeme }) => lexeme)
}
