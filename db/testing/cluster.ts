import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'

export const TEMPLATE = 'waypost_template'

export type TestCluster = { ownerUrl: string; stop: Embedded['stop'] }

/** A PostgreSQL of its own on a free port, with one migrated database to clone; it vanishes with the process that started it. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'waypost-test-'))
  const { url, stop } = await startEmbedded({ dataDir, log: () => {}, temporary: true })
  await asOwner(url, `create database ${TEMPLATE}`)
  await migrate(databaseUrl(url, TEMPLATE))
  await asOwner(url, `alter database ${TEMPLATE} with is_template true allow_connections false`)
  return { ownerUrl: url, stop }
}

export function databaseUrl(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

export async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
