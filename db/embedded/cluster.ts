import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { CannotStart } from './cannot-start'

export const OWNER = 'waypost'
const MB = 1024 * 1024

type NewCluster = {
  dir: string
  binaries: Binaries
  account: Account | null
  password: string
  durable: boolean
}

/** Makes the files of a database cluster beside their place and moves them in whole, so that a killed start leaves no half. */
export async function createCluster({
  dir,
  binaries,
  account,
  password,
  durable,
}: NewCluster): Promise<void> {
  const half = `${dir}.new-${process.pid}`
  const passwordFile = `${half}.password`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const made of [half, passwordFile]) chownSync(made, account.uid, account.gid)
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        ...['-D', half, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...libcLocale(process.platform)],
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...account, cwd: path.parse(half).root, windowsHide: true },
    )
    if (!existsSync(dir)) renameSync(half, dir)
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? (error as Error).message
    throw new CannotStart(`PostgreSQL could not make its data in ${dir}: ${said}`)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

/** Text search asks the C library what a letter is, so its locale must know Unicode; the name differs by system. */
export function libcLocale(platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return ['--locale=C', '--lc-ctype=en-US']
  if (platform === 'darwin') return ['--locale=C', '--lc-ctype=en_US.UTF-8']
  return ['--locale=C.UTF-8']
}

export function serverArguments(dir: string, port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    random_page_cost: 1.1,
    wal_compression: 'on',
    ...memory(os.totalmem(), sharedMemoryBytes()),
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return ['-D', dir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** An eighth of the machine for shared buffers, 128 MB to 1 GB: the web processes and the system's cache need the rest. */
export function memory(totalBytes: number, sharedBytes: number): Record<string, string> {
  const sharedMb = Math.min(1024, Math.max(128, Math.floor(totalBytes / MB / 8)))
  return {
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(totalBytes / MB / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.min(256, sharedMb)}MB`,
    // Containers often have 64 MB of /dev/shm, too little for parallel queries.
    ...(sharedBytes < 512 * MB ? { dynamic_shared_memory_type: 'mmap' } : {}),
  }
}

function sharedMemoryBytes(): number {
  if (process.platform !== 'linux') return Number.POSITIVE_INFINITY
  try {
    const shm = statfsSync('/dev/shm')
    return shm.bsize * shm.bavail
  } catch {
    return 0
  }
}

/** Group and others may pass through the data folder, never read the cluster in it. */
export function openFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  if (process.getuid?.() === 0) chmodSync(dir, 0o755)
}
