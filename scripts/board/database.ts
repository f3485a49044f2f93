import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { AlreadyRunning, CannotStart, dataFolder, type Embedded, startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import type { Plan } from './plan'
import { step } from './progress'
import { ROOT } from './root'
import { whenStopping } from './stopping'

export type OpenDatabase = {
  url: string
  ownerUrl: string
  embedded: Embedded | null
  /** Of the embedded database, secrets, and what the board notes about itself. */
  dataDir: string
}

const OLDEST_VERSION = 150_000
const CONNECT_WITHIN_MS = 5000

/** Starts the embedded database, or checks the given one; then brings its schema up to date. */
export async function openDatabase(asked: Plan['database'], env = process.env): Promise<OpenDatabase> {
  const dataDir = dataFolder(ROOT, env.WAYPOST_DATA_DIR)
  const database = asked
    ? await given(asked, dataDir)
    : await step('Starting the database', (say) => embedded(dataDir, env.WAYPOST_THROWAWAY === '1', say))
  await step('Bringing the schema up to date', () => migrated(database.ownerUrl))
  return database
}

async function embedded(
  dataDir: string,
  temporary: boolean,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  try {
    const started = await startEmbedded({ dataDir, log, temporary })
    whenStopping(() => started.stop())
    return { url: started.url, ownerUrl: started.url, embedded: started, dataDir }
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error
    const where = noted(dataDir)
    throw where
      ? new CannotStart(`This board is already running at ${where.url} (process ${where.pid}).`)
      : error
  }
}

/** What a running board left in its data folder. */
export function noted(dataDir: string): { pid: number; url: string } | null {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, 'board.json'), 'utf8'))
  } catch {
    return null
  }
}

async function given(database: { url: string; ownerUrl: string }, dataDir: string): Promise<OpenDatabase> {
  await requireDatabase('DATABASE_URL', database.url)
  if (database.ownerUrl !== database.url) await requireDatabase('DATABASE_OWNER_URL', database.ownerUrl)
  return { ...database, embedded: null, dataDir }
}

async function requireDatabase(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    const version = Number(rows[0]?.version)
    if (version < OLDEST_VERSION) {
      throw new CannotStart(
        `${name}: PostgreSQL ${Math.floor(version / 10_000)} is too old, 15 is the oldest that works.`,
      )
    }
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart(`${name}: ${connectionProblem(error, url)}`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** One sentence for the person at the terminal; never with the password. */
export function connectionProblem(error: unknown, given: string): string {
  const url = new URL(given)
  const place = `${url.hostname || 'localhost'}:${url.port || 5432}`
  const { code, message } = firstOf(error)
  if (code === 'ECONNREFUSED') return `nothing answers at ${place} (connection refused).`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no host "${url.hostname}".`
  if (code === '28P01' || code === '28000')
    return `${place} refuses the user "${url.username}" (wrong password, or not allowed).`
  if (code === '3D000')
    return `there is no database "${decodeURIComponent(url.pathname.slice(1))}" at ${place}.`
  if (/timeout/i.test(message)) return `no answer from ${place} within ${CONNECT_WITHIN_MS / 1000} s.`
  return `${place}: ${message}${code ? ` (${code})` : ''}.`
}

function firstOf(error: unknown): { code: string; message: string } {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const { code = '', message = String(first) } = first as { code?: string; message?: string }
  return { code, message }
}

async function migrated(ownerUrl: string): Promise<void> {
  try {
    await migrate(ownerUrl, ROOT)
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    const { code, message } = firstOf(cause)
    if (code !== '42501') throw error
    throw new CannotStart(
      `The database user may not change the schema (${message}): set DATABASE_OWNER_URL to one that may.`,
    )
  }
}
