import pg from 'pg'
import { loadSeed, loadTaxonomyEntries } from '@/db/seed/load'
import { step } from './progress'

/** Written by `npm run demo:remove`: this board is the operator's own and never gets sample data again. */
export const DEMO_REMOVED = 'demo.removed'

export async function isDemoRemoved(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from settings where key = $1', [DEMO_REMOVED])
    return rowCount !== 0
  } finally {
    await client.end()
  }
}

export async function noteDemoRemoved(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(`insert into settings (key, value) values ($1, 'true') on conflict do nothing`, [
      DEMO_REMOVED,
    ])
  } finally {
    await client.end()
  }
}

export async function fillWithSample(ownerUrl: string): Promise<void> {
  await step('Loading the sample jobs', (say) => loadSeed(ownerUrl, { onProgress: say }))
}

/** What a board without the sample needs before its first job. */
export async function fillWithEntries(ownerUrl: string): Promise<void> {
  await step('Loading roles, skills and places', (say) => loadTaxonomyEntries(ownerUrl, { onProgress: say }))
}
