import type pg from 'pg'
import { copyOut } from './copy-out'
import type { EngineRow } from './engine-row'
import { WIRE_COLUMNS, wireRow } from './wire-row'

/** The database sorts before it sends the first row; after that rows arrive all the time. */
const SILENT_AT_MOST_MS = 60_000
const LOOK_EVERY_MS = 1000

/** How many jobs there are about, for room to be made at once. */
export async function expectedJobs(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ jobs: number }>('select count(*)::int as jobs from job_search')
  return rows[0]?.jobs ?? 0
}

/** Reads every open job once, in one snapshot, oldest first by `(first_published_at, job_id)`. */
export async function readEveryJob(client: pg.ClientBase, onRow: (row: EngineRow) => void): Promise<void> {
  let lastAt = performance.now()
  const rows = copyOut(
    client,
    `copy (select ${WIRE_COLUMNS} from job_search order by first_published_at, job_id) to stdout (format binary)`,
    (piece) => {
      lastAt = performance.now()
      const row = wireRow(piece)
      if (row) onRow(row)
    },
  )
  let look: NodeJS.Timeout | undefined
  const silent = new Promise<never>((_, reject) => {
    look = setInterval(() => {
      if (performance.now() - lastAt > SILENT_AT_MOST_MS) reject(new Error('the jobs stopped arriving'))
    }, LOOK_EVERY_MS)
  })
  try {
    await Promise.race([rows, silent])
  } finally {
    clearInterval(look)
  }
}
