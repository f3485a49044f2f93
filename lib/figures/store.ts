import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { newPublicId } from '@/lib/jobs/public-id'
import { type Computed, keyOf } from './compute'

/** Rows in one statement: their jobs may be thousands each. */
const ROUND = 100

/**
 * Keeps what was computed of a role: what is as before is marked as checked, what has changed follows what was, and what is no longer shown
 * ends. Any number of figures in a few statements.
 */
export async function storeFigures(
  tx: Tx,
  role: string,
  computed: readonly Computed[],
): Promise<{ changed: number }> {
  const { rows: current } = await tx.execute<{ id: string; key: string; digest: string }>(sql`
    select id, key, digest from figures where role = ${role} and superseded_at is null for update`)
  const byKey = new Map(current.map((row) => [row.key, row]))
  const fresh = computed.map((one) => ({ one, key: keyOf(one.measure), digest: digestOf(one) }))
  const same = fresh.flatMap(({ key, digest }) => {
    const known = byKey.get(key)
    return known?.digest === digest ? [Number(known.id)] : []
  })
  await tx.execute(sql`
    update figures set checked_at = now() where id = any(${sql.param(same)}::bigint[])`)
  await tx.execute(sql`
    update figures set superseded_at = now()
    where role = ${role} and superseded_at is null and not id = any(${sql.param(same)}::bigint[])`)
  const changed = fresh.filter(({ key, digest }) => byKey.get(key)?.digest !== digest)
  for (let start = 0; start < changed.length; start += ROUND) {
    const rows = changed.slice(start, start + ROUND).map(({ one, key, digest }) => ({
      public_id: newPublicId(),
      key,
      digest,
      measure: one.measure,
      value: one.value,
      openings: one.openings,
      companies: one.companies,
      job_ids: one.jobIds,
    }))
    await tx.execute(sql`
      insert into figures (public_id, role, key, measure, value, openings, companies, job_ids, digest)
      select public_id, ${role}, key, measure, value, openings, companies, job_ids, digest
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(public_id text, key text, digest text, measure jsonb, value jsonb,
        openings int, companies int, job_ids bigint[])`)
  }
  return { changed: changed.length }
}

function digestOf({ value, openings, companies, jobIds }: Computed): string {
  return createHash('sha256')
    .update(JSON.stringify([value, openings, companies, jobIds]))
    .digest('base64url')
}
