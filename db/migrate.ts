import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { APP_ROLE } from './client'

const LOCK = 7_237_001

/**
 * Brings the database to the newest schema as its owner: our migrations, graphile-worker's, the running program's role
 * and its rights. Safe to run twice and by two processes at once (an advisory lock).
 */
export async function migrate(ownerUrl: string, root = process.cwd()): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('set client_min_messages = warning')
    await applyMigrations(drizzle({ client, casing: 'snake_case' }), {
      migrationsFolder: path.join(root, 'drizzle'),
    })
    await runMigrations({ connectionString: ownerUrl })
    await grantAppRole(client)
  } finally {
    await client.end()
  }
}

async function grantAppRole(client: pg.Client): Promise<void> {
  await client.query(
    `do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object then null; end $$`,
  )
  await client.query(`grant ${APP_ROLE} to current_user`)
  await client.query(`
    grant usage on schema public, graphile_worker to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema public, graphile_worker to ${APP_ROLE};
    grant usage, select on all sequences in schema public, graphile_worker to ${APP_ROLE};
    grant execute on all functions in schema public, graphile_worker to ${APP_ROLE};
    grant usage on schema drizzle to ${APP_ROLE};
    grant select on drizzle.__drizzle_migrations to ${APP_ROLE};
    revoke update, delete, truncate on audit_log, job_events from ${APP_ROLE};
  `)
  await openQueueTables(client)
}

/** graphile-worker turns row security on for its tables, which hides every row from a role that does not own them. */
async function openQueueTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'graphile_worker' and c.relrowsecurity`,
  )
  for (const { name } of rows) {
    const table = `graphile_worker.${client.escapeIdentifier(name)}`
    await client.query(`drop policy if exists ${APP_ROLE} on ${table}`)
    await client.query(`create policy ${APP_ROLE} on ${table} to ${APP_ROLE} using (true) with check (true)`)
  }
}
