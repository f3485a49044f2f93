import pg from 'pg'
import type { Progress } from './load-jobs'

/** In this order: what is named by others goes after them. Roles, skills and places stay, every board needs them. */
const removals = [
  ['jobs', 'delete from jobs where is_demo'],
  ['people', 'delete from users where is_demo'],
  ['companies', 'delete from companies where is_demo'],
  ['mail', 'delete from mail_outbox where is_demo'],
  [
    'searches',
    'delete from saved_queries q where not exists (select from saved_searches s where s.query_id = q.id)',
  ],
  ['openings', 'delete from openings o where not exists (select from jobs j where j.opening_id = o.id)'],
  ['sources', "delete from sources where kind = 'sample'"],
  ['settings', "delete from settings where key in ('demo.offset_days', 'seed.digest')"],
] as const

/** Deletes what demo mode brought, and nothing else, in one transaction. Wants the owner of the tables. */
export async function removeDemo(
  ownerUrl: string,
  { onProgress = () => {} }: { onProgress?: Progress } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query('begin')
    for (const [what, statement] of removals) {
      onProgress(what)
      await client.query(statement)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}
