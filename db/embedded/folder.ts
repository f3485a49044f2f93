import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { canEnter, standIn } from './account'

/** Where root keeps what an unprivileged PostgreSQL must reach when the checkout lies in a folder that only root may enter. */
export const SYSTEM_FOLDER = '/var/lib/waypost'

/** The folder of a checkout's embedded database and secrets: `.data` in it, or where that cannot work, one folder per checkout elsewhere. */
export function dataFolder(root: string, given?: string): string {
  if (given) return path.resolve(given)
  const own = path.join(root, '.data')
  const name = `${path.basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`
  if (process.getuid?.() === 0) {
    const account = standIn(readFileSync('/etc/passwd', 'utf8'))
    return canEnter(own, account) ? own : path.join(SYSTEM_FOLDER, name)
  }
  return isPrivateHere(own) ? own : path.join(userFolder(), name)
}

/** A folder of ours, writable, whose mode bits are kept (some shared drives drop them, and PostgreSQL then refuses). */
function isPrivateHere(dir: string): boolean {
  const existed = existsSync(dir)
  try {
    mkdirSync(dir, { recursive: true })
    accessSync(dir, constants.W_OK)
    if (process.platform === 'win32') return true
    const probe = path.join(dir, `.probe-${process.pid}`)
    mkdirSync(probe)
    chmodSync(probe, 0o700)
    const kept = (statSync(probe).mode & 0o777) === 0o700
    rmSync(probe, { recursive: true })
    return kept
  } catch {
    return existed && existsSync(path.join(dir, 'postgres'))
  }
}

function userFolder(): string {
  const home = os.homedir()
  if (process.platform === 'win32') return path.join(home, 'AppData', 'Local', 'waypost')
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'waypost')
  return path.join(home, '.local', 'share', 'waypost')
}

/** A random secret that is made once and kept in a file that only its owner reads. */
export function keptSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name)
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
