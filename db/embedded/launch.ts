import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { CannotStart } from './cannot-start'
import { serverArguments } from './cluster'
import { readPostmaster } from './running'

/** In the data folder: the process that started PostgreSQL. */
export const STARTER = 'starter.pid'

export class AlreadyRunning extends CannotStart {
  override name = 'AlreadyRunning'
}

export type Running = {
  port: number
  /** Fast shutdown: running statements are rolled back, data is intact. May be called twice. */
  stop: () => Promise<void>
  /** Settles when PostgreSQL has ended, asked or not. */
  ended: Promise<void>
}

const MAX_LOG_BYTES = 5_000_000
const READY_WITHIN_MS = 60_000
const PORT_TRIES = 3

export type Launch = {
  dataDir: string
  dir: string
  binaries: Binaries
  account: Account | null
  temporary: boolean
}

/** Starts the server on a free port, under a keeper that ends it when this process ends. */
export async function launch(start: Launch): Promise<Running> {
  for (let tries = 1; ; tries++) {
    const port = await anyFree()
    const keeper = spawnKeeper(start, port)
    const ended = once(keeper, 'exit').then(() => {})
    if (await isReady(start.dir, keeper)) {
      noteStarter(start.dataDir)
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
    [fileURLToPath(new URL('./keeper.mjs', import.meta.url)), JSON.stringify(order)],
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

export async function anyFree(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

function noteStarter(dataDir: string): void {
  const file = path.join(dataDir, STARTER)
  // Root may have left one that its owner cannot overwrite, only remove.
  rmSync(file, { force: true })
  writeFileSync(file, String(process.pid))
}

export function alreadyRunning(dataDir: string, pid: number): AlreadyRunning {
  return new AlreadyRunning(`A board already runs on the data in ${dataDir} (process ${pid}).`)
}
