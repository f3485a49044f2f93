import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '@/db/embedded'
import { anyFree } from '../../board/port'
import { ROOT } from '../../board/root'
import { whenStopping } from '../../board/stopping'
import { get } from '../timing'

export type Served = { url: string; stop: () => Promise<void> }

const READY_WITHIN_MS = 180_000

/** A production board as `npm start` starts it, over a database that exists; it answers with its engine loaded. */
export async function startBoard(databaseUrl: string, distDir: string): Promise<Served> {
  const port = await anyFree()
  const served = started([path.join(ROOT, 'scripts/bootstrap.mjs'), 'start'], ROOT, {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: databaseUrl,
    WAYPOST_SECRET: randomBytes(32).toString('base64url'),
    WAYPOST_DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'waypost-bench-')),
    WAYPOST_DIST_DIR: distDir,
    BASE_URL: '',
    HOST: '',
    PORT: String(port),
  })
  const url = `http://localhost:${port}`
  await served.until(async () => (await get(`${url}/ready`)).includes('engine: ready'))
  return { url, stop: served.stop }
}

/** A Next application with one route handler that reads one row by its primary key: what this machine can do at all. */
export async function startReferenceApp(databaseUrl: string): Promise<Served> {
  const folder = path.join(ROOT, 'bench', 'reference-app')
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next')
  const settings: Record<string, string> = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
  }
  if (!existsSync(path.join(folder, '.next', 'BUILD_ID'))) {
    const [code] = await once(started([next, 'build'], folder, settings).child, 'exit')
    if (code !== 0) throw new CannotStart('The reference application could not be built.')
  }
  const port = await anyFree()
  const served = started([next, 'start', '-p', String(port)], folder, settings)
  const url = `http://localhost:${port}`
  await served.until(async () => (await get(`${url}/jobs/1`)) !== 'null')
  return { url, stop: served.stop }
}

function started(args: string[], cwd: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      if (child.connected) child.disconnect()
      child.kill('SIGTERM')
      await ended
    }
  }
  whenStopping(stop)
  const until = async (isReady: () => Promise<boolean>) => {
    const tooLate = performance.now() + READY_WITHIN_MS
    while (!(await isReady().catch(() => false))) {
      if (child.exitCode !== null || performance.now() > tooLate) {
        await stop()
        throw new CannotStart(`The board for the benchmark did not start:\n${said.trim()}`)
      }
      await sleep(100)
    }
  }
  return { child, stop, until }
}

export type Asking = { get: (url: string) => Promise<string>; close: () => void }

/** Kept connections, as many as there are clients. */
export function asking(clients: number): Asking {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients })
  return { get: (url) => get(url, agent), close: () => agent.destroy() }
}
