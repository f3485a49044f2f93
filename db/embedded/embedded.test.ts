import { expect, test } from 'vitest'
import { mayPass, standIn } from './account'
import { platformName } from './binaries'
import { libcLocale, memory, serverArguments } from './cluster'
import { parsePostmaster } from './running'

const PASSWD =
  'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65533::/:/bin/false\npostgres:x:101:104::/var/lib:/bin/sh\n'
const GB = 1024 ** 3

test('root hands over to postgres, else to nobody', () => {
  expect(standIn(PASSWD)).toEqual({ uid: 101, gid: 104 })
  expect(standIn(PASSWD.replace('postgres', 'daemon'))).toEqual({ uid: 65_534, gid: 65_533 })
  expect(standIn('')).toEqual({ uid: 65_534, gid: 65_534 })
})

test('a folder of root alone stops the others, whatever group they are in', () => {
  const account = { uid: 101, gid: 104 }
  expect(mayPass({ mode: 0o40700, uid: 0, gid: 0 }, account)).toBe(false)
  expect(mayPass({ mode: 0o40711, uid: 0, gid: 0 }, account)).toBe(true)
  expect(mayPass({ mode: 0o40710, uid: 0, gid: 104 }, account)).toBe(true)
  expect(mayPass({ mode: 0o40077, uid: 101, gid: 104 }, account)).toBe(false)
})

test('the package is named for the platform; musl and the unknown have none', () => {
  expect(platformName('win32', 'x64', false)).toBe('windows-x64')
  expect(platformName('darwin', 'arm64', false)).toBe('darwin-arm64')
  expect(platformName('linux', 'x64', true)).toBeNull()
  expect(platformName('freebsd', 'x64', false)).toBeNull()
})

test('the C library is asked for a locale that knows Unicode', () => {
  expect(libcLocale('linux')).toEqual(['--locale=C.UTF-8'])
  expect(libcLocale('darwin')).toContain('--lc-ctype=en_US.UTF-8')
})

test('shared buffers are an eighth of the memory, within bounds', () => {
  expect(memory(0.5 * GB, GB).shared_buffers).toBe('128MB')
  expect(memory(4 * GB, GB).shared_buffers).toBe('512MB')
  expect(memory(64 * GB, GB).shared_buffers).toBe('1024MB')
})

test('a small /dev/shm is not used for parallel queries', () => {
  expect(memory(GB, 64 * 1024 ** 2).dynamic_shared_memory_type).toBe('mmap')
  expect(memory(GB, GB).dynamic_shared_memory_type).toBeUndefined()
})

test('PostgreSQL listens on this machine only, and flushes unless it is a test', () => {
  const kept = serverArguments('/data', 5555, true)
  expect(kept).toEqual(
    expect.arrayContaining(['listen_addresses=127.0.0.1', 'port=5555', 'unix_socket_directories=']),
  )
  expect(kept.join()).not.toContain('fsync=off')
  expect(serverArguments('/data', 5555, false)).toContain('fsync=off')
})

test('a postmaster.pid tells process, port and state', () => {
  const ready = '123\n/data\n1700000000\n5555\n\n127.0.0.1\n  5432 1\nready   \n'
  expect(parsePostmaster(ready)).toEqual({ pid: 123, port: 5555, isReady: true })
  expect(parsePostmaster(ready.replace('ready   ', 'starting'))).toMatchObject({ isReady: false })
  expect(parsePostmaster('')).toBeNull()
})
