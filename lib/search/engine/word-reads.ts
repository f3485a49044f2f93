import type pg from 'pg'
import { type BlockRow, bigints, idsInEach, joined, without } from '../word-index/read-blocks'
import { Gate } from './gate'
import { withinTime } from './within-time'
import { loneLexeme, requiredLexemes, type WordQuery } from './word-query'

/** Out of blocks: a few milliseconds each. */
const QUICK_AT_ONCE = 3
/** Out of the texts of many jobs: each may take seconds, and keeps none that is quick waiting. */
const SLOW_AT_ONCE = 2
/** Longer than the statement limit of the pool, in which a live database says that it gave up. */
const ANSWER_WITHIN_MS = 15_000
const OUT_OF_RANGE = '22003'
/** Ids come in rows of up to 65,536: one row of a million would hold up everybody else while it is read. */
const BITS_IN_ONE_ROW = 16
/** Jobs that no block tells of are looked at one by one: for more, the index of `tsv` is quicker. */
const UNINDEXED_AT_MOST = 2000
/** The same for jobs that have all words of a phrase, maybe not side by side. */
const CANDIDATES_AT_MOST = 20_000

const byIndexOnly = `select set_config('enable_seqscan', 'off', false), set_config('enable_indexscan', 'off', false),
  set_config('enable_indexonlyscan', 'off', false), set_config('max_parallel_workers_per_gather', '0', false),
  set_config('jit', 'off', false)`

/** What the blocks say of some words, and the jobs of which they say nothing: both of the same moment. */
const blocksStatement = {
  name: 'word-blocks',
  text: `select lexeme, block, jobs from word_blocks where field = $1 and lexeme = any($2::text[])
    union all
    select null, null, string_agg(int8send(job_id), '') from (select job_id from unindexed_jobs limit ${UNINDEXED_AT_MOST + 1}) u`,
}

/**
 * Finds the jobs that have a word: in its blocks, or by the index of `tsv` where those do not tell. Scans and walks are off: the planner
 * does not count what it costs to unpack a `tsvector`, and would read every one (SEARCH.md §11, traps 1 and 2).
 */
export class WordReads {
  private readonly quick = new Gate(QUICK_AT_ONCE)
  private readonly slow = new Gate(SLOW_AT_ONCE)
  /** Ids of jobs fit into 32 bits until there have been two billion. */
  private idType: 'int4' | 'int8' = 'int4'

  private readonly prepared = new WeakSet<pg.PoolClient>()

  constructor(private readonly pool: pg.Pool) {}

  /** Ids of every open job that the query matches, in no order; ids of jobs that are not open any more may be among them. */
  async idsOf(query: WordQuery): Promise<Float64Array> {
    return (await this.idsInBlocks(query)) ?? this.idsByIndex(query)
  }

  private async idsInBlocks(query: WordQuery): Promise<Float64Array | null> {
    const lexemes = requiredLexemes(query.query)
    if (lexemes === null) return null
    const field = query.is === 'text' ? 1 : 2
    const rows = await this.ask<BlockRow>(this.quick, { ...blocksStatement, values: [field, lexemes] })
    const noted = bigints(rows.find(({ lexeme }) => lexeme === null)?.jobs ?? null)
    if (noted.length > UNINDEXED_AT_MOST) return null
    const unindexed = [...new Set(noted)]
    const found = without(idsInEach(rows, lexemes.length), new Set(unindexed))
    if (loneLexeme(query.query) !== null) return joined(found, await this.among(query, unindexed))
    if (found.length > CANDIDATES_AT_MOST) return null
    return Float64Array.from(await this.among(query, [...found, ...unindexed]))
  }

  private async idsByIndex(query: WordQuery): Promise<Float64Array> {
    try {
      return await this.readIds(query)
    } catch (error) {
      if (this.idType === 'int8' || (error as { code?: string }).code !== OUT_OF_RANGE) throw error
      this.idType = 'int8'
      return this.readIds(query)
    }
  }

  /** Those of these jobs that the query matches. */
  async among({ is, query }: WordQuery, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set()
    const column = is === 'title' ? 'title_tsv' : 'tsv'
    const rows = await this.ask<{ id: string }>(ids.length > UNINDEXED_AT_MOST ? this.slow : this.quick, {
      text: `select job_id as id from job_search where job_id = any($2::bigint[]) and ${column} @@ $1::tsquery`,
      values: [query, ids],
    })
    return new Set(rows.map(({ id }) => Number(id)))
  }

  private async readIds({ is, query }: WordQuery): Promise<Float64Array> {
    const rows = await this.ask<{ packed: Buffer }>(this.slow, {
      text: `select string_agg(${this.idType}send(job_id::${this.idType}), '') as packed
       from job_search where ${matching(is, query)} group by job_id >> ${BITS_IN_ONE_ROW}`,
      values: [query],
    })
    return unpacked(
      rows.map(({ packed }) => packed),
      this.idType === 'int4' ? 4 : 8,
    )
  }

  private async ask<R extends pg.QueryResultRow>(gate: Gate, statement: pg.QueryConfig): Promise<R[]> {
    await gate.enter()
    try {
      const client = await this.pool.connect()
      let isBroken = true
      try {
        if (!this.prepared.has(client)) await client.query(byIndexOnly)
        this.prepared.add(client)
        const { rows } = await withinTime(ANSWER_WITHIN_MS, client.query<R>(statement))
        isBroken = false
        return rows
      } finally {
        client.release(isBroken)
      }
    } finally {
      gate.leave()
    }
  }
}

/** The words of a title are also words of `tsv`, which has the index; where a word must be missing, they prove nothing. */
function matching(is: WordQuery['is'], query: string): string {
  if (is === 'text') return 'tsv @@ $1::tsquery'
  return query.includes('!') ? 'title_tsv @@ $1::tsquery' : 'tsv @@ $1::tsquery and title_tsv @@ $1::tsquery'
}

function unpacked(rows: readonly Buffer[], width: 4 | 8): Float64Array {
  const ids = new Float64Array(rows.reduce((bytes, row) => bytes + row.length, 0) / width)
  let n = 0
  for (const row of rows) {
    for (let at = 0; at < row.length; at += width) {
      ids[n++] = width === 4 ? row.readInt32BE(at) : row.readInt32BE(at) * 2 ** 32 + row.readUInt32BE(at + 4)
    }
  }
  return ids
}
