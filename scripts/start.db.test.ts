import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { databaseUrl } from '@/db/testing/cluster'
import '@/db/testing/global-setup'
import { anyFree } from './board/port'
import { ROOT } from './board/root'

// RELIABILITY.md B12: what is wrong at the start is said in one line, and nothing starts instead.

const WAYPOST_SECRET = 'fO7x2mQ9-LzK4vB1_nR8tYw3EcHjUaSd'
const dataDir = path.join(os.tmpdir(), `waypost-never-${process.pid}`)

async function start(env: Record<string, string>): Promise<{ code: number | null; said: string[] }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/bootstrap.mjs'), 'start'], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, PORT: '0', WAYPOST_DATA_DIR: dataDir, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, said: output.trim().split('\n') }
}

async function expectRefused(env: Record<string, string>, line: RegExp): Promise<void> {
  const { code, said } = await start(env)
  expect(said).toEqual([expect.stringMatching(line)])
  expect(code).toBe(1)
  expect(existsSync(dataDir), 'the embedded database must not stand in').toBe(false)
}

test('an address that is none', async () => {
  await expectRefused(
    { DATABASE_URL: 'localhost:5432', WAYPOST_SECRET },
    /^DATABASE_URL is not a PostgreSQL address/,
  )
})

test('a port where nothing listens', async () => {
  const DATABASE_URL = `postgres://me:word@127.0.0.1:${await anyFree()}/board`
  await expectRefused({ DATABASE_URL, WAYPOST_SECRET }, /^DATABASE_URL: nothing answers at 127\.0\.0\.1/)
})

test('a wrong password, which is not repeated', async () => {
  const url = new URL(inject('clusterUrl'))
  url.password = 'not-the-password'
  const line = /^DATABASE_URL: 127\.0\.0\.1:\d+ refuses the user "waypost"(?!.*not-the-password)/
  await expectRefused({ DATABASE_URL: url.href, WAYPOST_SECRET }, line)
})

test('a database that does not exist', async () => {
  const DATABASE_URL = databaseUrl(inject('clusterUrl'), 'nowhere')
  await expectRefused({ DATABASE_URL, WAYPOST_SECRET }, /^DATABASE_URL: there is no database "nowhere"/)
})

test('a secret that is missing or weak', async () => {
  const DATABASE_URL = inject('clusterUrl')
  await expectRefused({ DATABASE_URL }, /^WAYPOST_SECRET is missing/)
  await expectRefused(
    { DATABASE_URL, WAYPOST_SECRET: 'secret' },
    /^WAYPOST_SECRET is too short or easy to guess/,
  )
})

test('demo mode beside a database of the operator', async () => {
  const DATABASE_URL = inject('clusterUrl')
  await expectRefused(
    { DATABASE_URL, WAYPOST_SECRET, WAYPOST_DEMO: '1' },
    /^Demo mode exists only on the embedded database/,
  )
})
