import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { CannotStart, keptSecret, runningEmbedded } from '@/db/embedded'
import { canEnter, postgresAccount } from '@/db/embedded/account'
import { postgresBinaries } from '@/db/embedded/binaries'
import { createCluster, OWNER, openFolder, serverArguments } from '@/db/embedded/cluster'
import { anyFree } from '@/db/embedded/launch'
import { readPostmaster } from '@/db/embedded/running'

const MB = 1024 * 1024
const READY_WITHIN_MS = 120_000

export type BenchCluster = { url: string; stop: () => Promise<void> }

/** PostgreSQL over one folder with the settings of SEARCH.md §3; the one that runs on it already, if one does. */
export async function startCluster(dataDir: string, jobs: number): Promise<BenchCluster> {
  openFolder(dataDir)
  const running = runningEmbedded(dataDir)
  if (running) return { url: running, stop: async () => {} }
  const dir = path.join(dataDir, 'postgres')
  const account = postgresAccount(dir)
  if (!canEnter(dataDir, account)) throw new CannotStart(`PostgreSQL may not enter ${dataDir}: give --data.`)
  const binaries = postgresBinaries(dataDir, account)
  const password = keptSecret(dataDir, 'database-password')
  if (!existsSync(dir)) await createCluster({ dir, binaries, account, password, durable: true })
  const port = await anyFree()
  const log = openSync(path.join(dataDir, 'postgres.log'), 'a', 0o600)
  const args = [...serverArguments(dir, port, true), ...settings(os.totalmem(), jobs)]
  const order = { postgres: binaries.postgres, pgCtl: binaries.pgCtl, args, account, dir, temporary: null }
  const keeperFile = fileURLToPath(new URL('../../../db/embedded/keeper.mjs', import.meta.url))
  const keeper = spawn(process.execPath, [keeperFile, JSON.stringify(order)], {
    stdio: ['pipe', log, log],
    detached: process.platform !== 'win32',
  })
  closeSync(log)
  keeper.stdin?.on('error', () => {})
  const ended = once(keeper, 'exit')
  const until = performance.now() + READY_WITHIN_MS
  while (!readPostmaster(dir)?.isReady) {
    if (keeper.exitCode !== null || performance.now() > until) {
      throw new CannotStart(`PostgreSQL did not start: see ${path.join(dataDir, 'postgres.log')}.`)
    }
    await sleep(50)
  }
  const address = (name: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${name}`
  await createDatabase(address('postgres'))
  const stop = async () => {
    keeper.stdin?.end()
    await ended
  }
  return { url: address(OWNER), stop }
}

/** Later settings win over the board's own. Shared buffers hold what searches touch of so many jobs: 2 GB for a million. */
export function settings(totalBytes: number, jobs: number): string[] {
  const sharedMb = Math.min(totalBytes / MB / 8, Math.max(256, (jobs / 1_000_000) * 2048))
  const wanted = {
    shared_buffers: `${Math.floor(sharedMb)}MB`,
    work_mem: '64MB',
    default_statistics_target: 200,
    max_wal_size: '8GB',
    checkpoint_timeout: '15min',
    autovacuum: 'on',
  }
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [OWNER])
    if (!rowCount) await client.query(`create database ${OWNER}`)
  } finally {
    await client.end()
  }
}
