import { type ChildProcess, spawn } from 'node:child_process'
import { ROOT } from './root'
import { isStopping } from './stopping'

type Program = {
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** It ended too often, too quickly. */
  onGivingUp: () => void
}

export type Kept = { stop: () => Promise<void>; restart: () => void }

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A process that lived this long starts afresh in the count of failures. */
const SETTLED_AFTER_MS = 60_000
const FAILURES_AT_MOST = 6
/** The web process itself gives running requests 30 s. */
const STOP_WITHIN_MS = 33_000

/**
 * Runs a Node process and starts it again when it ends unasked. It is asked to end by the closing of its IPC channel, which
 * also closes when we are killed: it must end itself on 'disconnect'.
 */
export function keepRunning({ name, args, env, onGivingUp }: Program): Kept {
  let child: ChildProcess | undefined
  let failures = 0
  let pausing: NodeJS.Timeout | undefined
  let isRestarting = false

  const start = () => {
    const startedAt = performance.now()
    const started = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // In a group of its own: Ctrl-C reaches us alone, and we stop things in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    child = started
    started.on('error', (error) => console.error(`${name}: ${error.message}`))
    started.on('exit', (code, signal) => {
      if (isStopping()) return
      if (isRestarting) {
        isRestarting = false
        return start()
      }
      failures = performance.now() - startedAt > SETTLED_AFTER_MS ? 1 : failures + 1
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
      if (failures >= FAILURES_AT_MOST) {
        console.error(`The ${name} process ${how}, ${failures} times in a row: giving up.`)
        return onGivingUp()
      }
      const pauseMs = pauseAfter(failures)
      console.error(`The ${name} process ${how}; starting it again in ${pauseMs / 1000} s.`)
      pausing = setTimeout(start, pauseMs)
    })
  }

  start()
  return {
    stop: async () => {
      clearTimeout(pausing)
      if (child) await ended(child)
    },
    restart: () => {
      if (!child || child.exitCode !== null || child.signalCode !== null || isRestarting) return
      isRestarting = true
      void ended(child)
    },
  }
}

export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    const forcing = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
    child.once('exit', () => {
      clearTimeout(forcing)
      resolve()
    })
    if (child.connected) child.disconnect()
    if (process.platform !== 'win32') child.kill('SIGTERM')
  })
}
