import { randomBytes } from 'node:crypto'
import { openPool, setPool } from '@/db/client'
import { dataFolder, runningEmbedded } from '@/db/embedded'
import { loadTaxonomyEntries } from '@/db/seed/load'
import { openDatabase } from '../board/database'
import { databaseIn } from '../board/plan'
import { step } from '../board/progress'
import { ROOT } from '../board/root'

const STATEMENT_TIMEOUT_MS = 60_000
const LOCK_TIMEOUT_MS = 20_000

/** The board's database for a command, also beside the running board. */
export async function openForImport(): Promise<void> {
  const database = databaseIn(process.env)
  const running = database ? null : runningEmbedded(dataFolder(ROOT, process.env.WAYPOST_DATA_DIR))
  const url = running ?? (await opened(database))
  process.env.DATABASE_URL = url
  // Nothing here signs anything; the environment as a whole wants one.
  process.env.WAYPOST_SECRET ||= randomBytes(32).toString('hex')
  setPool(openPool(url, STATEMENT_TIMEOUT_MS, LOCK_TIMEOUT_MS))
}

/** A board that was never started has no roles, skills and places yet. */
async function opened(database: Parameters<typeof openDatabase>[0]): Promise<string> {
  const { url, ownerUrl } = await openDatabase(database)
  await step('Roles, skills and places', (say) => loadTaxonomyEntries(ownerUrl, { onProgress: say }))
  return url
}
