import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { CannotStart } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { loadTaxonomyEntries } from '@/db/seed/load'
import { ROOT } from '../../board/root'
import { whenStopping } from '../../board/stopping'
import { type BenchCluster, startCluster } from './cluster'
import { CORPUS_VERSION, corpusOf } from './corpus'
import { migrationHashes } from './migrations'
import { readSample } from './sample'
import { LOADING, writeCompanies, writeJobs } from './write'

export type Corpus = BenchCluster & { jobs: number }
type Say = (line: string) => void
type Order = { folder: string; jobs: number; rebuild: boolean; say: Say }

const MARKER = 'bench.corpus'
const ROUND = 500
const CONNECTIONS = 3
const SAID_EVERY_MS = 10_000
const DAY_MS = 86_400_000
/** Filled by this script; their indexes are built after the rows. */
const TABLES = ['openings', 'jobs', 'job_search', 'job_cards', 'companies']
const MB = 1024 * 1024

/** A running database with a corpus of so many jobs: the kept one, or a new one when it is of another generator or schema. */
export async function openCorpus(order: Order): Promise<Corpus> {
  const { folder, jobs, rebuild, say } = order
  const cluster = await startCluster(path.join(folder, String(jobs)), jobs)
  whenStopping(cluster.stop)
  if (rebuild || !(await isKept(cluster.url, jobs))) {
    await emptied(cluster.url)
    await migrate(cluster.url, ROOT)
    await loadTaxonomyEntries(cluster.url)
    await build(cluster.url, jobs, say)
  } else {
    await migrate(cluster.url, ROOT)
    await loadTaxonomyEntries(cluster.url)
  }
  return { ...cluster, jobs }
}

/** As they are on a board that has been asked for a while; the texts, most of the bytes, stay where they are. */
export async function readIntoMemory(url: string): Promise<void> {
  const client = await connected(url)
  try {
    await client.query('create extension if not exists pg_prewarm')
    await client.query(
      `select pg_prewarm(c.oid::regclass) from pg_class c left join pg_index i on i.indexrelid = c.oid
       where c.relkind in ('r', 'i') and coalesce(i.indrelid, c.oid) = any($1::regclass[])`,
      [['job_cards', 'word_blocks', 'job_search']],
    )
  } finally {
    await client.end()
  }
}

type Marker = { version: number; jobs: number; migrations: string[] }

async function isKept(url: string, jobs: number): Promise<boolean> {
  const client = await connected(url)
  try {
    const { rows } = await client.query<{ value: Marker }>('select value from settings where key = $1', [
      MARKER,
    ])
    const kept = rows[0]?.value
    if (kept?.version !== CORPUS_VERSION || kept.jobs !== jobs) return false
    // Migrations that were added since are applied to the kept rows; one that was changed means other rows.
    const now = migrationHashes(ROOT)
    return kept.migrations.every((hash, at) => hash === now[at])
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return false
    throw error
  } finally {
    await client.end()
  }
}

async function emptied(url: string): Promise<void> {
  const client = await connected(url)
  try {
    await client.query('drop schema if exists public, drizzle, graphile_worker cascade; create schema public')
  } finally {
    await client.end()
  }
}

async function build(url: string, jobs: number, say: Say): Promise<void> {
  const sample = readSample()
  const until = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS)
  const corpus = corpusOf({ sample, jobs, until })
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => connected(url, LOADING)))
  const [first] = clients
  if (!first) throw new CannotStart('no connection to load with')
  try {
    await writeCompanies(first, corpus.companies)
    const indexes = await dropIndexes(first)
    await loadAll(clients, corpus.job, jobs, say)
    await first.query(
      `select setval(pg_get_serial_sequence(t, 'id'), $1) from unnest(array['jobs', 'openings']) t`,
      [jobs],
    )
    await finish(first, indexes, say)
    const marker: Marker = { version: CORPUS_VERSION, jobs, migrations: migrationHashes(ROOT) }
    await first.query('insert into settings (key, value) values ($1, $2)', [MARKER, JSON.stringify(marker)])
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function loadAll(
  clients: readonly pg.Client[],
  jobOf: ReturnType<typeof corpusOf>['job'],
  jobs: number,
  say: Say,
): Promise<void> {
  const started = performance.now()
  let next = 1
  let saidAt = started
  const work = async (client: pg.Client) => {
    while (next <= jobs) {
      const from = next
      next = Math.min(from + ROUND, jobs + 1)
      await writeJobs(
        client,
        Array.from({ length: next - from }, (_, at) => jobOf(from + at)),
      )
      const now = performance.now()
      if (now - saidAt < SAID_EVERY_MS) continue
      saidAt = now
      say(`${from.toLocaleString('en')} of ${jobs.toLocaleString('en')} jobs, ${rate(from, now - started)}`)
    }
  }
  await Promise.all(clients.map(work))
  say(`${jobs.toLocaleString('en')} jobs, ${rate(jobs, performance.now() - started)}`)
}

function rate(jobs: number, ms: number): string {
  return `${Math.round((jobs / ms) * 1000).toLocaleString('en')} a second, ${Math.round(ms / 1000)} s`
}

/** Those that no constraint stands on. Returns the statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [TABLES],
  )
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`)
  return rows.map((row) => row.made)
}

async function finish(client: pg.Client, indexes: readonly string[], say: Say): Promise<void> {
  const memory = Math.floor(Math.min(2048, os.totalmem() / MB / 8))
  await client.query(`set maintenance_work_mem = '${memory}MB'`)
  for (const made of indexes)
    await timed(made.replace(/^CREATE (UNIQUE )?INDEX (\S+) .*/s, 'index $2'), say, () => client.query(made))
  // Rows were written without triggers.
  await client.query('insert into unindexed_jobs (job_id) select job_id from job_search')
  await timed('vacuum analyze', say, () => client.query('vacuum (analyze)'))
}

async function timed(name: string, say: Say, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await work()
  const took = performance.now() - started
  if (took > 1000) say(`${name}, ${(took / 1000).toFixed(1)} s`)
}

async function connected(url: string, first = ''): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  if (first) await client.query(first)
  return client
}
