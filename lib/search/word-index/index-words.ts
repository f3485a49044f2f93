import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { inTransaction, type Tx } from '@/db/transaction'
import { done, refused } from '@/lib/outcome'
import { BLOCK_BITS, idsOfBlock, pack } from './block'

/** So few changed jobs of a block are looked at one by one in about a millisecond: the block is not written anew for them. */
const LEFT_IN_A_BLOCK = 50
/** Together, in all blocks. */
const LEFT_IN_ALL = 250
const JOBS_IN_ONE_READ = 1024
const LOCK = 7_237_002
const indexing = { kind: 'system', name: 'search.index_words' } as const

/**
 * Writes the blocks of jobs that are not indexed, those with most of them first, until few are left; a second or two for each block of
 * 8,192 jobs. Of two at once one does the work.
 */
export async function indexWords(signal?: AbortSignal): Promise<void> {
  await indexUntil(({ here, inAll }) => here <= LEFT_IN_A_BLOCK && inAll <= LEFT_IN_ALL, signal)
}

/** Until none is left, however few they are. */
export async function indexAllWords(): Promise<void> {
  await indexUntil(() => false)
}

/** Jobs that are not indexed: of the block with most of them, and of all blocks. */
type Left = { block: number; here: number; inAll: number }

async function indexUntil(isEnough: (left: Left) => boolean, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const { rows } = await db().execute<Left>(sql`
      select (job_id >> ${BLOCK_BITS})::int as block, count(*)::int as here, sum(count(*)) over ()::int as "inAll"
      from unindexed_jobs group by 1 order by here desc limit 1`)
    const [most] = rows
    if (!most || isEnough(most) || !(await indexBlock(most.block))) return
  }
}

/**
 * Its jobs are noted first and read later: one that changes in between is noted again, and stays noted. The answer is false when somebody
 * else is at work.
 */
async function indexBlock(block: number): Promise<boolean> {
  const outcome = await inTransaction(indexing, async (tx) => {
    // What is known of a block that is filling up is out of date: the planner takes it for empty, and would compare each word with each.
    const { rows: locks } = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(${LOCK}) as taken, set_config('enable_nestloop', 'off', true)`,
    )
    if (!locks[0]?.taken) return refused('at-work')
    const [from, until] = idsOfBlock(block)
    const { rows: noted } = await tx.execute<{ id: string }>(
      sql`select id from unindexed_jobs where job_id >= ${from} and job_id < ${until}`,
    )
    await write(tx, block, await wordsBetween(tx, from, until))
    await tx.execute(
      sql`delete from unindexed_jobs where id = any(${sql.param(noted.map(({ id }) => id))}::bigint[])`,
    )
    return done()
  })
  return outcome.ok
}

/** Blocks of which no job is open any more: ids grow, and the jobs of old blocks close one after the other. */
export async function dropEmptyBlocks(): Promise<void> {
  await db().execute(sql`
    delete from word_blocks where block in (
      select block from word_blocks except select (job_id >> ${BLOCK_BITS})::int from job_search)`)
}

/** By lexeme the places of its jobs in the block. */
type Words = Map<string, number[]>

/** Words of the text and words of the title. A lexeme with an underscore may be a facet: those are left to the index of `tsv`. */
async function wordsBetween(tx: Tx, from: number, until: number): Promise<[text: Words, title: Words]> {
  const all: [Words, Words] = [new Map(), new Map()]
  for (let start = from; start < until; start += JOBS_IN_ONE_READ) {
    // No lexeme holds a line break: PostgreSQL's parser ends a word at white space.
    const { rows } = await tx.execute<{ id: string; text: string; title: string }>(sql`
      select job_id as id, array_to_string(tsvector_to_array(tsv), E'\n') as text,
        array_to_string(tsvector_to_array(title_tsv), E'\n') as title
      from job_search where job_id >= ${start} and job_id < ${start + JOBS_IN_ONE_READ} order by job_id`)
    for (const { id, text, title } of rows) {
      const place = Number(id) - from
      addWords(all[0], text, place)
      addWords(all[1], title, place)
    }
  }
  return all
}

function addWords(words: Words, lexemes: string, place: number): void {
  for (const lexeme of lexemes.split('\n')) {
    if (lexeme === '' || lexeme.includes('_')) continue
    const places = words.get(lexeme)
    if (places) places.push(place)
    else words.set(lexeme, [place])
  }
}

/** A row that would say the same is not touched. */
async function write(tx: Tx, block: number, words: readonly Words[]): Promise<void> {
  const rows = words.flatMap((of, i) =>
    [...of].map(([lexeme, places]) => ({ field: i + 1, lexeme, jobs: pack(places) })),
  )
  const fields = sql.param(rows.map(({ field }) => field))
  const lexemes = sql.param(rows.map(({ lexeme }) => lexeme))
  const jobs = sql.param(rows.map(({ jobs }) => jobs))
  await tx.execute(sql`
    with now as materialized (
      select * from unnest(${fields}::smallint[], ${lexemes}::text[], ${jobs}::bytea[]) w(field, lexeme, jobs)),
    gone as (
      delete from word_blocks b where block = ${block}
        and not exists (select from now where now.field = b.field and now.lexeme = b.lexeme))
    insert into word_blocks (field, lexeme, block, jobs) select field, lexeme, ${block}, jobs from now
    where not exists (
      select from word_blocks b
      where b.block = ${block} and b.field = now.field and b.lexeme = now.lexeme and b.jobs = now.jobs)
    on conflict (field, lexeme, block) do update set jobs = excluded.jobs`)
}
