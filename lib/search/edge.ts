import { pool } from '@/db/client'
import type { Edge } from './condition'
import { currentEngine } from './engine/start'
import type { Cursor } from './sql/order'

const statement = {
  name: 'search-edge',
  text: `select id, (extract(epoch from first_published_at) * 1000000)::bigint as us from jobs
    where public_id = $1 and first_published_at is not null`,
}

/** The job at the edge may have closed since: its place in the order is still known. Null: nobody's cursor. */
export async function edgeOf({ rank, publicId }: Cursor): Promise<Edge | null> {
  const { rows } = await pool().query<{ id: string; us: string }>({ ...statement, values: [publicId] })
  const [job] = rows
  return job ? { rank, firstPublishedAtUs: Number(job.us), jobId: Number(job.id) } : null
}

/** The open job that the engine knows of the cursor's time, without asking the database: its public id is still to be compared. */
export function likelyEdge({ rank, publishedAtMs }: Cursor): Edge | null {
  const job = publishedAtMs === null ? null : currentEngine()?.engine.onlyJobOf(publishedAtMs)
  return job ? { rank, ...job } : null
}
