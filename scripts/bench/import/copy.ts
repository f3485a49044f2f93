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

/** COPY's own default, and the quicker one of PostgreSQL's own bytes. */
export const formats = ['text', 'binary'] as const
export type CopyTimes = Record<(typeof formats)[number], number>

/**
 * Copies the rows that an import wrote into the same tables, with the same indexes, constraints and triggers, of another database, once in each
 * format; answers the milliseconds that COPY FROM took. Both databases stand in one cluster, whose server writes and reads the files.
 */
export async function timeCopy(fromUrl: string, toUrl: string, dataDir: string): Promise<CopyTimes> {
  const from = new pg.Client({ connectionString: fromUrl })
  const to = new pg.Client({ connectionString: toUrl })
  await Promise.all([from.connect(), to.connect()])
  const folder = path.join(dataDir, 'copy')
  mkdirSync(folder)
  chmodSync(folder, 0o777)
  try {
    const times: CopyTimes = { text: 0, binary: 0 }
    for (const format of formats) {
      for (const table of tables)
        await from.query(
          `copy (select * from ${table} ${only[table] ?? ''}) to '${folder}/${table}' (format ${format})`,
        )
      await to.query(`truncate ${tables.filter((table) => table !== 'sources').join(', ')} cascade`)
      await to.query('delete from sources where id > 100')
      await to.query('checkpoint')
      const started = performance.now()
      await to.query('begin')
      for (const table of tables) await to.query(`copy ${table} from '${folder}/${table}' (format ${format})`)
      await to.query('commit')
      times[format] = performance.now() - started
    }
    return times
  } finally {
    await Promise.all([from.end(), to.end()])
    rmSync(folder, { recursive: true, force: true })
  }
}
