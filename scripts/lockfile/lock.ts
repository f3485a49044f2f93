import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../board/root'

export type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  license?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export type Packages = Record<string, Entry>
type Lockfile = { packages: Packages }

const FILE = path.join(ROOT, 'package-lock.json')
/** `name@version` of the platform packages whose hash could not be had where the lockfile was made. */
const UNHASHED_FILE = path.join(ROOT, 'scripts/lockfile/unhashed.json')

export function readLock(): Lockfile {
  return readJson(FILE) as Lockfile
}

export function writeLock(lock: Lockfile): void {
  const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(FILE, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
}

export function readManifest(): Entry {
  return readJson(path.join(ROOT, 'package.json')) as Entry
}

export function readUnhashed(): string[] {
  return readJson(UNHASHED_FILE) as string[]
}

export function writeUnhashed(names: string[]): void {
  writeFileSync(UNHASHED_FILE, `${JSON.stringify(names.toSorted(), null, 2)}\n`)
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

export function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
