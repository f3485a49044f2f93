import type { Entry, Packages } from './lock'

/** `place` is the entry of the package that names it. */
export type Missing = { place: string; name: string; version: string }

export const IS_EXACT = /^\d+\.\d+\.\d+[^ |]*$/

const OS: Record<string, string> = {
  ...Object.fromEntries(
    ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'win32'].map((os) => [
      os,
      os,
    ]),
  ),
  windows: 'win32',
}
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Optional packages that a package names and that have no entry of their own: `npm ci` refuses such a lockfile. */
export function missingOptionals(packages: Packages): Missing[] {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, version]) => !isFound(packages, { place, name, version }))
      .map(([name, version]) => ({ name, version, place })),
  )
}

/** As Node looks packages up, the first found counts: beside the one that asks, then in every folder above. */
function isFound(packages: Packages, { place, name, version }: Missing): boolean {
  const folders = place.split('/node_modules/')
  const above = folders.map((_, depth) => folders.slice(0, folders.length - depth).join('/node_modules/'))
  const found = [...above.map((folder) => `${folder}/`), '']
    .map((folder) => packages[`${folder === '/' ? '' : folder}node_modules/${name}`])
    .find((entry) => entry !== undefined)
  return found !== undefined && (!IS_EXACT.test(version) || found.version === version)
}

/** What the name says of the machine that the package is for; null when it says nothing. */
export function platformOf(name: string, siblings: string[]): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.slice(name.lastIndexOf('/') + 1).split(/[-_.]/)
  const os = words.flatMap((word) => OS[word] ?? [])
  const cpu = words.filter((word) => CPUS.includes(word))
  if (os.length === 0 && !cpu.includes('wasm32')) return null
  const libc = libcOf(words, siblings.includes(`${name}-musl`))
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc ? { libc: [libc] } : {}),
  }
}

function libcOf(words: string[], hasMuslSibling: boolean): string | null {
  if (words.some((word) => word.startsWith('musl'))) return 'musl'
  if (words.some((word) => word.startsWith('gnu'))) return 'glibc'
  return hasMuslSibling ? 'glibc' : null
}
