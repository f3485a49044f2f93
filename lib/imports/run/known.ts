import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { CloseReason, JobState } from '@/db/values'

/** What this board has of a source's job. */
export type Known = {
  id: number
  hash: string | null
  state: JobState
  closeReason: CloseReason | null
  isEditedHere: boolean
  isMissing: boolean
}

/** By the source's own ids; one statement. */
export async function readKnown(
  sourceId: number,
  externalIds: readonly string[],
): Promise<Map<string, Known>> {
  if (externalIds.length === 0) return new Map()
  const { rows } = await db().execute<Omit<Known, 'id'> & { id: string; externalId: string }>(sql`
    select id, external_id as "externalId", source_hash as hash, state, close_reason as "closeReason",
      edited_here_at is not null as "isEditedHere", missing_since is not null as "isMissing"
    from jobs where source_id = ${sourceId} and external_id = any(${sql.param([...externalIds])}::text[])`)
  return new Map(rows.map(({ externalId, ...row }) => [externalId, { ...row, id: Number(row.id) }]))
}
