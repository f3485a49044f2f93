import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CannotStart } from '@/db/embedded'
import { anyFree } from '@/scripts/board/port'
import { step } from '@/scripts/board/progress'
import { ROOT } from '@/scripts/board/root'
import { whenStopping } from '@/scripts/board/stopping'

export type TestBoard = {
  url: string
  /** Of its database, for commands beside the running board. */
  dataDir: string
  /** Where a test may serve a source of jobs: this board alone may ask there. */
  sourcePort: number
  stop: () => Promise<void>
}

/** What an operator may have set must not reach a board that tests write to. */
const NOT_PASSED_ON = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'BASE_URL',
  'HOST',
  'MAIL_URL',
  'WAYPOST_SECRET',
  'NODE_ENV',
]

/** A production board as `npm start` starts it, on a port and a database of its own that vanish with it. */
export async function startBoard({ distDir }: { distDir: string }): Promise<TestBoard> {
  const passedOn = Object.entries(process.env).filter(([name]) => !NOT_PASSED_ON.includes(name))
  const log = freshLog()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'waypost-e2e-'))
  const sourcePort = await anyFree()
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'scripts/bootstrap.mjs'), 'start'], {
    cwd: ROOT,
    env: {
      // A busy machine must not take the counts away from a page that is being tested.
      FACETS_TIME_LIMIT_MS: '10000',
      ...Object.fromEntries(passedOn),
      NODE_ENV: 'production',
      // The tests speak as a proxy would, so that each has network addresses of its own to be limited by.
      TRUSTED_PROXIES: '127.0.0.1,::1',
      PORT: String(await anyFree()),
      WAYPOST_DATA_DIR: dataDir,
      IMPORT_ALLOW_HOSTS: `localhost:${sourcePort}`,
      WAYPOST_THROWAWAY: '1',
      WAYPOST_DIST_DIR: distDir,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  })
  const ended = once(child, 'exit').then(() => {})
  const stop = () => {
    if (child.connected) child.disconnect()
    return ended
  }
  whenStopping(stop)

  const url = await step('Starting a board with the sample jobs', (say) => {
    let said = ''
    for (const output of [child.stdout, child.stderr]) {
      output?.on('data', (chunk: Buffer) => {
        appendFileSync(log, chunk)
        said = `${said}${chunk}`.slice(-2000)
        say(said.trim().split('\n').at(-1)?.trim() ?? '')
      })
    }
    return new Promise<string>((resolve, reject) => {
      child.on('message', (message: { ready?: string }) => message.ready && resolve(message.ready))
      void ended.then(() => reject(new CannotStart(`The board for the tests did not start:\n${said.trim()}`)))
    })
  })
  return { url, dataDir, sourcePort, stop }
}

/** Beside Playwright's report: what the board printed during the run. */
function freshLog(): string {
  const dir = path.join(ROOT, 'playwright-report')
  mkdirSync(dir, { recursive: true })
  const log = path.join(dir, 'board.log')
  writeFileSync(log, '')
  return log
}
