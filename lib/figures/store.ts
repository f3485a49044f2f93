import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { newPublicId } from '@/lib/jobs/public-id'
import { type Computed, keyOf } from './compute'

/** Rows in one statement. */
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
  const setIds = await keepJobSets(
    tx,
    changed.map(({ one }) => one.jobIds),
  )
  for (let start = 0; start < changed.length; start += ROUND) {
    const rows = changed.slice(start, start + ROUND).map(({ one, key, digest }) => ({
      public_id: newPublicId(),
      key,
      digest,
      measure: one.measure,
      value: one.value,
      openings: one.openings,
      companies: one.companies,
      jobs: one.jobIds.length,
      job_set_id: setIds.get(setDigestOf(one.jobIds)),
    }))
    await tx.execute(sql`
      insert into figures (public_id, role, key, measure, value, openings, companies, jobs, job_set_id, digest)
      select public_id, ${role}, key, measure, value, openings, companies, jobs, job_set_id, digest
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(public_id text, key text, digest text, measure jsonb, value jsonb,
        openings int, companies int, jobs int, job_set_id bigint)`)
  }
  return { changed: changed.length }
}

/** Ids of sets by their digest. One statement each: a set may hold a hundred thousand jobs, and all shares of a role have the same. */
async function keepJobSets(tx: Tx, sets: readonly (readonly number[])[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const jobIds of sets) {
    const digest = setDigestOf(jobIds)
    if (ids.has(digest)) continue
    // A set that is there already is locked too, so that no thinning takes it away before a figure rests on it.
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into figure_job_sets (digest, job_ids) values (${digest}, ${sql.param([...jobIds])}::bigint[])
      on conflict (digest) do update set digest = excluded.digest returning id`)
    ids.set(digest, Number(rows[0]?.id))
  }
  return ids
}

function digestOf({ value, openings, companies, jobIds }: Computed): string {
  return createHash('sha256')
    .update(JSON.stringify([value, openings, companies, setDigestOf(jobIds)]))
    .digest('base64url')
}

const digests = new WeakMap<readonly number[], string>()

function setDigestOf(jobIds: readonly number[]): string {
  const known = digests.get(jobIds)
  if (known) return known
  const digest = createHash('sha256').update(jobIds.join(' ')).digest('hex')
  digests.set(jobIds, digest)
  return digest
}
