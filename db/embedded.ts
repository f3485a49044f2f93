import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Account, canEnter, postgresAccount } from './embedded/account'
import { type Binaries, postgresBinaries } from './embedded/binaries'
import { CannotStart } from './embedded/cannot-start'
import { createCluster, OWNER, openFolder, serverArguments } from './embedded/cluster'
import { keptSecret } from './embedded/folder'
import { clearStalePostmaster, isAlive, readPostmaster, stopOrphan } from './embedded/running'

export { CannotStart } from './embedded/cannot-start'
export { dataFolder, keptSecret } from './embedded/folder'

export type Embedded = {
  /** Of the owner role, with its password. */
  url: string
  port: number
  /** Fast shutdown: running statements are rolled back, data is intact. May be called twice. */
  stop: () => Promise<void>
  /** Settles when PostgreSQL has ended, asked or not. */
  ended: Promise<void>
}

type Options = {
  dataDir: string
  log: (line: string) => void
  /** For tests: nothing is flushed to disk, and the folder is removed at the end, even when the starter is killed. */
  temporary?: boolean
}

export class AlreadyRunning extends CannotStart {
  override name = 'AlreadyRunning'
}

const MAX_LOG_BYTES = 5_000_000
const READY_WITHIN_MS = 60_000
const PORT_TRIES = 3

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
  const password = keptSecret(dataDir, 'database-password')
  if (!existsSync(dir)) {
    log('making the database files')
    await createCluster({ dir, binaries, account, password, durable: !temporary })
  }
  const running = await launch({ dataDir, dir, binaries, account, temporary })
  const base = `postgres://${OWNER}:${password}@127.0.0.1:${running.port}`
  await createDatabase(base)
  return { ...running, url: `${base}/${OWNER}` }
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
  const starter = path.join(dataDir, 'starter.pid')
  const starterPid = existsSync(starter) ? Number(readFileSync(starter, 'utf8')) : 0
  if (starterPid > 0 && isAlive(starterPid)) throw alreadyRunning(dataDir, starterPid)
  log('stopping the database that a killed board left behind')
  if (!(await stopOrphan(postmaster))) {
    throw new CannotStart(`A PostgreSQL that was left behind does not stop: end process ${postmaster.pid}.`)
  }
}

function alreadyRunning(dataDir: string, pid: number): AlreadyRunning {
  return new AlreadyRunning(`A board already runs on the data in ${dataDir} (process ${pid}).`)
}

type Launch = {
  dataDir: string
  dir: string
  binaries: Binaries
  account: Account | null
  temporary: boolean
}

async function launch(start: Launch): Promise<Omit<Embedded, 'url'>> {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    const keeper = spawnKeeper(start, port)
    const ended = once(keeper, 'exit').then(() => {})
    if (await isReady(start.dir, keeper)) {
      writeFileSync(path.join(start.dataDir, 'starter.pid'), String(process.pid))
      const stop = () => {
        keeper.stdin?.end()
        return ended
      }
      return { port, stop, ended }
    }
    keeper.stdin?.end()
    await ended
    const said = lastLog(start.dataDir)
    if (said.includes('lock file') && said.includes('already exists')) throw alreadyRunning(start.dataDir, 0)
    if (tries === PORT_TRIES || !said.includes('Address already in use')) throw notReady(start.dataDir, said)
  }
}

function spawnKeeper({ dataDir, dir, binaries, account, temporary }: Launch, port: number): ChildProcess {
  const logFile = path.join(dataDir, 'postgres.log')
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) rmSync(logFile)
  const log = openSync(logFile, 'a', 0o600)
  const order = {
    postgres: binaries.postgres,
    pgCtl: binaries.pgCtl,
    args: serverArguments(dir, port, !temporary),
    account,
    dir,
    temporary: temporary ? dataDir : null,
  }
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('./embedded/keeper.mjs', import.meta.url)), JSON.stringify(order)],
    // In a group of its own: Ctrl-C in the terminal must reach the web process first.
    { stdio: ['pipe', log, log], detached: process.platform !== 'win32', windowsHide: true },
  )
  keeper.stdin?.on('error', () => {})
  closeSync(log)
  return keeper
}

async function isReady(dir: string, keeper: ChildProcess): Promise<boolean> {
  const until = performance.now() + READY_WITHIN_MS
  while (keeper.exitCode === null && performance.now() < until) {
    if (readPostmaster(dir)?.isReady) return true
    await sleep(20)
  }
  return false
}

function lastLog(dataDir: string): string {
  const lines = readFileSync(path.join(dataDir, 'postgres.log'), 'utf8').trim().split('\n')
  return lines.slice(-8).join('\n')
}

function notReady(dataDir: string, said: string): CannotStart {
  const reason = said.split('\n').findLast((line) => line.includes('FATAL:')) ?? said.split('\n').at(-1)
  return new CannotStart(
    `PostgreSQL did not start: ${reason} (more in ${path.join(dataDir, 'postgres.log')})`,
  )
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

async function createDatabase(base: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}/postgres`, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [OWNER])
    if (!rowCount) await client.query(`create database ${OWNER}`)
  } finally {
    await client.end()
  }
}
