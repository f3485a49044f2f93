import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { db, pool } from '@/db/client'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import { type Computed, computeRole } from './compute'
import { namesFor } from './names'
import { readRows } from './rows'
import { storeFigures } from './store'
import type { Measure } from './types'
import { readWeeks, weeksOf } from './weeks'

const system = { kind: 'system', name: 'figures' } as const
const STATE = 'figures.last'

/** What is asked of the jobs: the roles whose pages show figures, and what their texts ask beyond the usual. */
export type Asked = { roles: readonly string[]; measures: readonly Measure[] }

/**
 * Computes the figures of these roles anew if a job has changed since, or something else is asked: one pass over their open jobs. Answers how
 * many figures changed; null when there was nothing to do.
 */
export async function recomputeFigures(asked: Asked): Promise<{ changed: number } | null> {
  const state = await stateOf(asked)
  if (state.isSame) return null
  const taxonomy = await loadTaxonomy()
  const roles = asked.roles.flatMap((slug) => taxonomy.roleBySlug.get(slug) ?? [])
  const computed = await computeAll(roles, asked.measures)
  let changed = 0
  for (const [role, figures] of computed) {
    const stored = await inTransaction(system, async (tx) => done(await storeFigures(tx, role, figures)))
    if (stored.ok) changed += stored.value.changed
  }
  await db().execute(sql`
    insert into settings (key, value) values (${STATE}, ${JSON.stringify(state.now)}::jsonb)
    on conflict (key) do update set value = excluded.value`)
  return { changed }
}

/** The figures of roles by slug, also of those that have no job. */
export async function computeAll(
  roles: readonly { id: number; slug: string }[],
  asked: readonly Measure[],
): Promise<Map<string, Computed[]>> {
  const ids = roles.map((role) => role.id)
  const client = await pool().connect()
  const byRole = await readRows(client, ids).finally(() => client.release())
  const [names, weeks] = await Promise.all([namesFor(await loadTaxonomy(), byRole.values()), readWeeks(ids)])
  const slugById = new Map(roles.map((role) => [role.id, role.slug]))
  const found = new Map<string, Computed[]>(roles.map((role) => [role.slug, []]))
  for (const [id, own] of byRole) {
    const role = slugById.get(id)
    if (role === undefined) continue
    const wanted = asked.filter((measure) => measure.role === role)
    const computed = computeRole(role, own, names, wanted)
    const seen = weeks.get(id)
    const all = computed.find(
      ({ measure }) => measure.of === 'jobs' && Object.keys(measure.within).length === 0,
    )
    if (seen && all)
      computed.push({ ...all, measure: { of: 'weeks', role }, value: weeksOf(seen, all.openings) })
    found.set(role, computed)
    // A large role takes some hundred milliseconds; heartbeats and other tasks have their turn.
    await setImmediate()
  }
  return found
}

type State = { event: string; asked: string }

/** Jobs change with an event, weeks with a day, and what is asked with the texts. */
async function stateOf(asked: Asked): Promise<{ isSame: boolean; now: State }> {
  const { rows } = await db().execute<{ event: string; last: State | null }>(sql`
    select concat_ws(' ', current_date, (select max(id) from job_events)) as event, (select value from settings where key = ${STATE}) as last`)
  const now = {
    event: rows[0]?.event ?? '',
    asked: createHash('sha256').update(JSON.stringify(asked)).digest('base64url'),
  }
  const last = rows[0]?.last
  return { isSame: last?.event === now.event && last.asked === now.asked, now }
}
