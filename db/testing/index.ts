import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject, vi } from 'vitest'
import { closeDb, type Db, databaseOf, pool } from '@/db/client'
import { forgetEnv } from '@/lib/env'
import { asOwner, databaseUrl, TEMPLATE } from './cluster'
import './global-setup'

export type TestDb = {
  /** The owner of the tables: for what the running program may not do. */
  readonly owner: pg.Pool
  /** The pool of the running program itself, with the lesser role: `pool()` of db/client. */
  readonly app: pg.Pool
  /** Drizzle over `app`: `db()` of db/client. */
  readonly db: Db
  readonly ownerUrl: string
}

/**
 * A migrated, empty database for the tests of one file, dropped after them. Call it once, at the top of the file: `db()` and
 * `env()` then belong to it. Tests of a file share it, so a test asserts on rows that it made.
 */
export function testDb(): TestDb {
  let opened: TestDb | undefined
  const name = `test_${randomBytes(6).toString('hex')}`

  beforeAll(async () => {
    const cluster = inject('clusterUrl')
    await asOwner(cluster, `create database ${name} template ${TEMPLATE} strategy file_copy`)
    await closeDb()
    vi.stubEnv('DATABASE_URL', databaseUrl(cluster, name))
    vi.stubEnv('WAYPOST_SECRET', 'only-for-tests-0123456789abcdefghijklmnop')
    vi.stubEnv('BASE_URL', 'http://localhost:3000')
    forgetEnv()
    const ownerUrl = databaseUrl(cluster, name)
    const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
    // A pool has ended before its connections have: dropping the database may still cut one off.
    owner.on('error', () => {})
    owner.on('connect', (client) => client.on('error', () => {}))
    opened = { owner, ownerUrl, app: pool(), db: databaseOf(pool()) }
  })

  afterAll(async () => {
    await closeDb()
    await opened?.owner.end()
    vi.unstubAllEnvs()
    forgetEnv()
    await asOwner(inject('clusterUrl'), `drop database if exists ${name} with (force)`)
  })

  const opening = (): TestDb => {
    if (!opened) throw new Error('The test database exists inside tests and hooks only.')
    return opened
  }
  return {
    get owner() {
      return opening().owner
    },
    get app() {
      return opening().app
    },
    get db() {
      return opening().db
    },
    get ownerUrl() {
      return opening().ownerUrl
    },
  }
}
