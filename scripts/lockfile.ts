import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import {
  nameOf,
  type Packages,
  readLock,
  readManifest,
  readUnhashed,
  writeLock,
  writeUnhashed,
} from './lockfile/lock'
import { IS_EXACT, type Missing, missingOptionals, platformOf } from './lockfile/platform'
import { lockfileProblems } from './lockfile/rules'

// `npx tsx scripts/lockfile.ts` checks package-lock.json; with --fix it adds the optional platform packages that npm left out.

const lock = readLock()
if (process.argv.includes('--fix')) await fix(lock.packages)

const problems = lockfileProblems({
  packages: lock.packages,
  manifest: readManifest(),
  unhashed: readUnhashed(),
})
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0 ? 'The lockfile is whole.' : `${problems.length} problems in package-lock.json.`,
)
process.exitCode = problems.length === 0 ? 0 : 1

async function fix(packages: Packages): Promise<void> {
  const missing = missingOptionals(packages)
  for (const each of missing) await add(packages, each, missing)
  const unhashed = Object.entries(packages).filter(([place, { integrity }]) => place && !integrity)
  writeUnhashed(unhashed.map(([place, { version }]) => `${nameOf(place)}@${version}`))
  writeLock(lock)
}

async function add(packages: Packages, { name, version, place }: Missing, missing: Missing[]): Promise<void> {
  const siblings = [...missing.map((each) => each.name), ...Object.keys(packages).map(nameOf)]
  const platform = platformOf(name, siblings)
  if (!platform || !IS_EXACT.test(version)) {
    console.error(`${name}@${version} (of ${place}) is missing and does not look like a platform package.`)
    return
  }
  const parent = packages[place]
  const integrity = await publishedHash(`${name}@${version}`)
  const { os, cpu, libc } = platform
  const top = `node_modules/${name}`
  packages[packages[top] ? `${place}/${top}` : top] = {
    version,
    ...(integrity ? { integrity } : {}),
    ...(cpu ? { cpu } : {}),
    ...(parent?.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    ...(parent?.license ? { license: parent.license } : {}),
    optional: true,
    ...(os ? { os } : {}),
  }
  console.log(`${name}@${version}: added ${integrity ? 'with' : 'without'} its hash`)
}

async function publishedHash(spec: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('npm', ['view', spec, 'dist.integrity'], {
      shell: process.platform === 'win32',
    })
    return stdout.trim() || null
  } catch {
    return null
  }
}
