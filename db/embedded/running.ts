import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What PostgreSQL says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

export function readPostmaster(clusterDir: string): Postmaster | null {
  const text = readText(path.join(clusterDir, 'postmaster.pid'))
  return text === null ? null : parsePostmaster(text)
}

export function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return null
  return { pid, port: Number(lines[3]) || 0, isReady: lines[7]?.trim() === 'ready' }
}

/** After a crash or in a restarted container the number may belong to another program, and PostgreSQL would refuse for ever. */
export function clearStalePostmaster(clusterDir: string): Postmaster | null {
  const found = readPostmaster(clusterDir)
  if (found && isAlive(found.pid) && commandOf(found.pid).includes('postgres')) return found
  if (found) rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true })
  return null
}

export async function stopOrphan(orphan: Postmaster): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (!isAlive(orphan.pid)) return true
    if (tries === 5) process.kill(orphan.pid, 'SIGINT')
    await sleep(100)
  }
  return false
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandOf(pid: number): string {
  const onLinux = readText(`/proc/${pid}/cmdline`)
  if (onLinux !== null) return onLinux
  try {
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`], { encoding: 'utf8' })
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
