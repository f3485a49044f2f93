import pg from 'pg'
import { loadSeed } from '@/db/seed/load'
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

export async function fillWithSample(ownerUrl: string): Promise<void> {
  await step('Loading the sample jobs', async (say) => {
    await loadSeed(ownerUrl, { onProgress: say })
  })
}
