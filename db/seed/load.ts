import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from '@/db/schema'
import { listJobs } from '@/lib/jobs/listing'
import { buildTaxonomy } from '@/lib/taxonomy/build'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import { seedFolder, taxonomyFolder } from './files'
import { readSeedCompanies, readSeedJobs } from './jobs'
import { loadEntries } from './load-entries'
import { jobRecords, loadJobs, type Progress } from './load-jobs'
import { readTaxonomyRows } from './taxonomy-rows'

type Options = { onProgress?: Progress }
export type Loaded = { isNew: boolean; jobs: number }

const DIGEST = 'seed.digest'
const ENTRIES_DIGEST = 'seed.entries_digest'

/**
 * Fills a board with the shipped sample, all of it marked demo, in one transaction. With the same files a second time
 * it changes nothing and takes no time. Wants the owner of the tables.
 */
export function loadSeed(ownerUrl: string, { onProgress = () => {} }: Options = {}): Promise<Loaded> {
  const files = [...dataFiles(seedFolder), ...dataFiles(taxonomyFolder)]
  return once(ownerUrl, DIGEST, files, async (client) => {
    onProgress('reading')
    const rows = readTaxonomyRows()
    const taxonomy = buildTaxonomy(rows, taxonomyRules)
    const seedJobs = readSeedJobs()
    const records = jobRecords(taxonomy, seedJobs)
    onProgress('roles, skills and places')
    await loadEntries(client, rows)
    const added = await loadJobs(client, { records, companies: readSeedCompanies() }, onProgress)
    const tx = drizzle({ client, schema, casing: 'snake_case' })
    for (let start = 0; start < added.length; start += LISTED_AT_ONCE) {
      onProgress(`listing job ${start.toLocaleString('en')} of ${added.length.toLocaleString('en')}`)
      await listJobs(tx, added.slice(start, start + LISTED_AT_ONCE))
    }
    return added.length
  })
}

const LISTED_AT_ONCE = 1000

/** Roles, skills and places alone: what a board without the sample needs before its first job. */
export function loadTaxonomyEntries(
  ownerUrl: string,
  { onProgress = () => {} }: Options = {},
): Promise<Loaded> {
  const files = [...dataFiles(taxonomyFolder), path.join(seedFolder, 'places.tsv.gz')]
  return once(ownerUrl, ENTRIES_DIGEST, files, async (client) => {
    onProgress('roles, skills and places')
    await loadEntries(client, readTaxonomyRows())
    return 0
  })
}

/** Does the work in one transaction, unless it was done with files of the same content. */
async function once(
  ownerUrl: string,
  key: string,
  files: readonly string[],
  work: (client: pg.Client) => Promise<number>,
): Promise<Loaded> {
  const digest = digestOf(files)
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query('begin')
    // Two starts at once: the second waits, and finds the work done.
    await client.query("select pg_advisory_xact_lock(hashtext('waypost seed'))")
    const { rows } = await client.query('select value from settings where key = $1', [key])
    if (rows[0]?.value === digest) {
      await client.query('rollback')
      return { isNew: false, jobs: 0 }
    }
    const jobs = await work(client)
    await client.query(
      'insert into settings (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value',
      [key, JSON.stringify(digest)],
    )
    await client.query('commit')
    await client.query('analyze')
    return { isNew: true, jobs }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

function dataFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(json|jsonl\.gz|tsv\.gz)$/.test(name))
  return names.sort().map((name) => path.join(folder, name))
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(path.basename(file)).update(readFileSync(file))
  return hash.digest('hex')
}
