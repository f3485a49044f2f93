import { type Entry, nameOf, type Packages } from './lock'
import { missingOptionals } from './platform'

/** The oldest versions without known holes; next-auth 5 is a beta. */
export const FLOORS: Record<string, { from: string; below?: number }> = {
  next: { from: '16.3.3' },
  react: { from: '19.3.1' },
  'react-dom': { from: '19.3.1' },
  'next-auth': { from: '4.24.15', below: 5 },
  'drizzle-orm': { from: '0.45.2' },
  nodemailer: { from: '9.0.5' },
  'sanitize-html': { from: '2.17.4' },
  dompurify: { from: '3.4.7' },
}

const REGISTRY = 'https://registry.npmjs.org/'

type Lock = { packages: Packages; manifest: Entry; unhashed: string[] }

/** What is wrong with the lockfile, one line each. */
export function lockfileProblems({ packages, manifest, unhashed }: Lock): string[] {
  return [
    ...differences(packages[''] ?? {}, manifest),
    ...missingOptionals(packages).map(
      ({ name, version, place }) =>
        `${name}@${version} (of ${nameOf(place) || 'package.json'}) has no entry: run npx tsx scripts/lockfile.ts --fix`,
    ),
    ...belowFloor(packages),
    ...foreign(packages),
    ...unexpectedlyUnhashed(packages, unhashed),
  ]
}

function differences(locked: Entry, manifest: Entry): string[] {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
  return kinds
    .filter((kind) => sorted(locked[kind]) !== sorted(manifest[kind]))
    .map((kind) => `the ${kind} of package.json and package-lock.json differ: run npm install`)
}

function sorted(names: Record<string, string> = {}): string {
  return JSON.stringify(Object.entries(names).sort())
}

export function belowFloor(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([place, { version }]) => {
    const floor = FLOORS[nameOf(place)]
    if (!floor || !version) return []
    const isFine =
      atLeast(version, floor.from) && Number.parseInt(version, 10) < (floor.below ?? Number.POSITIVE_INFINITY)
    return isFine ? [] : [`${place} is ${version}, the floor is ${floor.from}`]
  })
}

/** A pre-release counts as older than its release. */
export function atLeast(version: string, floor: string): boolean {
  const [core = '', pre] = version.split('-')
  const have = core.split('.').map(Number)
  const want = floor.split('.').map(Number)
  for (let at = 0; at < want.length; at++) {
    const difference = (have[at] ?? 0) - (want[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return pre === undefined
}

function foreign(packages: Packages): string[] {
  return Object.entries(packages)
    .filter(([, { resolved, link }]) => link || (resolved && !resolved.startsWith(REGISTRY)))
    .map(([place, { resolved }]) => `${place} comes from ${resolved ?? 'a link'}, not from the registry`)
}

function unexpectedlyUnhashed(packages: Packages, unhashed: string[]): string[] {
  return Object.entries(packages)
    .filter(
      ([place, { integrity, version }]) =>
        place && !integrity && !unhashed.includes(`${nameOf(place)}@${version}`),
    )
    .map(([place]) => `${place} has no integrity hash and is not in scripts/lockfile/unhashed.json`)
}
