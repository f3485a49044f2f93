import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** What an import writes, in an order that foreign keys allow. */
const tables = [
  'sources',
  'imports',
  'companies',
  'openings',
  'jobs',
  'job_places',
  'job_eligibility',
  'job_skills',
  'job_events',
  'job_cards',
  'job_search',
] as const

/** Written before the import, and not its work. */
const only: Partial<Record<(typeof tables)[number], string>> = {
  sources: 'where id > 100',
}

/**
 * Copies the rows that an import wrote into the same tables, with the same indexes, constraints and triggers, of another database; answers
 * the milliseconds that COPY FROM took. Both databases stand in one cluster, whose server writes and reads the files.
 */
export async function timeCopy(fromUrl: string, toUrl: string, dataDir: string): Promise<number> {
  const folder = path.join(dataDir, 'copy')
  mkdirSync(folder)
  chmodSync(folder, 0o777)
  const from = new pg.Client({ connectionString: fromUrl })
  const to = new pg.Client({ connectionString: toUrl })
  await Promise.all([from.connect(), to.connect()])
  try {
    for (const table of tables)
      await from.query(
        `copy (select * from ${table} ${only[table] ?? ''}) to '${folder}/${table}' (format binary)`,
      )
    await to.query('checkpoint')
    const started = performance.now()
    await to.query('begin')
    for (const table of tables) await to.query(`copy ${table} from '${folder}/${table}' (format binary)`)
    await to.query('commit')
    return performance.now() - started
  } finally {
    await Promise.all([from.end(), to.end()])
    rmSync(folder, { recursive: true, force: true })
  }
}
