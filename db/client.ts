import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { env } from '@/lib/env'
import * as schema from './schema'

export type Db = NodePgDatabase<typeof schema>

/** The lesser role of the running program; migrations belong to the owner. */
export const APP_ROLE = 'waypost_app'

/** Limits of RELIABILITY.md §5; node-postgres waits for ever by default. */
const limits = { max: 10, connectionTimeoutMillis: 1500, idleTimeoutMillis: 30_000 }
const WEB_STATEMENT_TIMEOUT_MS = 2000
const WEB_LOCK_TIMEOUT_MS = 1000

// Kept on globalThis: the development server loads modules again on each change, and a bundle may hold this file twice.
const kept = globalThis as typeof globalThis & { waypostPool?: pg.Pool }

export function pool(): pg.Pool {
  kept.waypostPool ??= openPool(env().DATABASE_URL)
  return kept.waypostPool
}

/** For a process with limits of its own, before its first query. */
export function setPool(opened: pg.Pool): void {
  kept.waypostPool = opened
}

export function openPool(
  url: string,
  statementTimeoutMs = WEB_STATEMENT_TIMEOUT_MS,
  lockTimeoutMs = WEB_LOCK_TIMEOUT_MS,
): pg.Pool {
  const opened = new pg.Pool({
    connectionString: url,
    ...limits,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: 5000,
    // `set role` at the start of the session: one URL is enough, and the program still runs with the lesser role.
    options: `-c role=${APP_ROLE} -c timezone=UTC`,
  })
  opened.on('error', (error) => {
    // A pool that ends lets its connections go without waiting for each.
    if (!opened.ending) console.error(`database connection lost: ${error.message}`)
  })
  // One that breaks while it is lent out reports to itself, not to the pool; unheard it would end the process. The next query on it fails.
  opened.on('connect', (client) => client.on('error', () => {}))
  return opened
}

const databases = new WeakMap<pg.Pool, Db>()

export function databaseOf(client: pg.Pool): Db {
  const known = databases.get(client)
  if (known) return known
  const made = drizzle({ client, schema, casing: 'snake_case' })
  databases.set(client, made)
  return made
}

export function db(): Db {
  return databaseOf(pool())
}

export async function closeDb(): Promise<void> {
  const open = kept.waypostPool
  kept.waypostPool = undefined
  await open?.end()
}
