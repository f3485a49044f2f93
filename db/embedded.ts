import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { canEnter, postgresAccount } from './embedded/account'
import { postgresBinaries } from './embedded/binaries'
import { CannotStart } from './embedded/cannot-start'
import { createCluster, OWNER, openFolder } from './embedded/cluster'
import { keptSecret } from './embedded/folder'
import { alreadyRunning, launch, type Running, STARTER } from './embedded/launch'
import { clearStalePostmaster, isAlive, stopOrphan } from './embedded/running'

export { CannotStart } from './embedded/cannot-start'
export { dataFolder, keptSecret } from './embedded/folder'
export { AlreadyRunning } from './embedded/launch'

/** `url` is of the owner role, with its password. */
export type Embedded = Running & { url: string }

type Options = {
  dataDir: string
  log: (line: string) => void
  /** For tests: nothing is flushed to disk, and the folder is removed at the end, even when the starter is killed. */
  temporary?: boolean
}

const PASSWORD_FILE = 'database-password'

export async function startEmbedded({ dataDir, log, temporary = false }: Options): Promise<Embedded> {
  const dir = path.join(dataDir, 'postgres')
  const account = postgresAccount(dir)
  openFolder(dataDir)
  if (!canEnter(dataDir, account)) {
    throw new CannotStart(
      `PostgreSQL cannot run as root, and no other user may enter ${dataDir}: set WAYPOST_DATA_DIR.`,
    )
  }
  refuseForeignData(dir)
  await endOrphan(dataDir, dir, log)
  const binaries = postgresBinaries(dataDir, account)
  const password = keptSecret(dataDir, PASSWORD_FILE)
  if (!existsSync(dir)) {
    log('making the database files')
    await createCluster({ dir, binaries, account, password, durable: !temporary })
  }
  const running = await launch({ dataDir, dir, binaries, account, temporary })
  await createDatabase(urlOf({ password, port: running.port, database: 'postgres' }))
  return { ...running, url: urlOf({ password, port: running.port }) }
}

/** The owner's address of a database that another process runs on this data; null when none does. */
export function runningEmbedded(dataDir: string): string | null {
  const postmaster = clearStalePostmaster(path.join(dataDir, 'postgres'))
  if (!postmaster?.isReady) return null
  return urlOf({ password: keptSecret(dataDir, PASSWORD_FILE), port: postmaster.port })
}

type Address = { password: string; port: number; database?: string }

function urlOf({ password, port, database = OWNER }: Address): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`
}

function refuseForeignData(dir: string): void {
  const found = statSync(dir, { throwIfNoEntry: false })
  const me = process.getuid?.()
  if (found && me !== undefined && me !== 0 && found.uid !== me) {
    throw new CannotStart(
      `The data in ${dir} belongs to another user: start as that user or root, or set WAYPOST_DATA_DIR.`,
    )
  }
}

/** PostgreSQL on this data is either another board's, which lives, or left behind by one that was killed. */
async function endOrphan(dataDir: string, dir: string, log: Options['log']): Promise<void> {
  const postmaster = clearStalePostmaster(dir)
  if (!postmaster) return
  const starter = path.join(dataDir, STARTER)
  const starterPid = existsSync(starter) ? Number(readFileSync(starter, 'utf8')) : 0
  if (starterPid > 0 && isAlive(starterPid)) throw alreadyRunning(dataDir, starterPid)
  log('stopping the database that a killed board left behind')
  if (!(await stopOrphan(postmaster))) {
    throw new CannotStart(`A PostgreSQL that was left behind does not stop: end process ${postmaster.pid}.`)
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [OWNER])
    if (!rowCount) await client.query(`create database ${OWNER}`)
  } finally {
    await client.end()
  }
}
