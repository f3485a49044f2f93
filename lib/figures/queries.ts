import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import { keyOf } from './compute'
import { ascending } from './estimate'
import type { Figure, Measure, ValueOf } from './types'

type Row = Omit<Figure, 'asOf'> & { checkedAt: string; role: string }

/** What is known of some roles now. */
export class Known {
  private readonly byKey: Map<string, Figure>

  constructor(readonly figures: readonly Figure[]) {
    this.byKey = new Map(figures.map((figure) => [keyOf(figure.measure), figure]))
  }

  /** Null where too few openings or companies tell. */
  find<M extends Measure>(measure: M): (Figure<M> & { value: ValueOf[M['of']] }) | null {
    const found = this.byKey.get(keyOf(measure))
    return found ? (found as Figure<M> & { value: ValueOf[M['of']] }) : null
  }
}

const KEPT_MS = 60_000
/** Just after a start there are none yet: that is not believed for long. */
const NONE_KEPT_MS = 3000
type Kept = { until: number; figures: Promise<Figure[]> }
const kept = new Map<string, Kept>()

/** The current figures of these roles, at most a minute old: they change once an hour. */
export async function figuresOf(roles: readonly string[]): Promise<Known> {
  const asked = [...new Set(roles)]
  const now = performance.now()
  const unknown = asked.filter((role) => (kept.get(role)?.until ?? 0) < now)
  if (unknown.length > 0) keep(unknown, now)
  const found = await Promise.all(asked.map((role) => kept.get(role)?.figures ?? []))
  return new Known(found.flat())
}

/** For tests and for whoever has just computed. */
export function forgetFigures(): void {
  kept.clear()
}

/** One query for all of them. */
function keep(roles: readonly string[], now: number): void {
  const all = readRoles(roles)
  for (const role of roles) {
    const fresh: Kept = { until: now + KEPT_MS, figures: all.then((byRole) => byRole.get(role) ?? []) }
    kept.set(role, fresh)
    fresh.figures.then(
      (found) => {
        if (found.length === 0) fresh.until = now + NONE_KEPT_MS
      },
      () => kept.delete(role),
    )
  }
}

async function readRoles(roles: readonly string[]): Promise<Map<string, Figure[]>> {
  const { rows } = await db().execute<Row>(sql`
    select ${columns} from figures where role = any(${sql.param([...roles])}::text[]) and superseded_at is null`)
  const byRole = new Map<string, Figure[]>(roles.map((role) => [role, []]))
  for (const row of rows) byRole.get(row.role)?.push(figureOf(row))
  return byRole
}

const columns = sql`public_id as id, role, measure, value, openings, companies, jobs, checked_at as "checkedAt"`

function figureOf({ checkedAt, role: _, ...row }: Row): Figure {
  return { ...row, asOf: new Date(checkedAt).toISOString() }
}

/** `jobIds` are sorted. `isThinned`: they are those of the last version of its day (`thinFigures`). */
export type KeptFigure = Figure & { isCurrent: boolean; isThinned: boolean; jobIds: number[] }

/** A figure as it was, however long ago; null when there never was one. */
export async function getFigure(id: string): Promise<KeptFigure | null> {
  if (!/^[a-z2-7]{26}$/.test(id)) return null
  const { rows } = await db().execute<Row & { jobIds: string[]; isCurrent: boolean; isThinned: boolean }>(sql`
    select ${columns}, superseded_at is null as "isCurrent", thinned_at is not null as "isThinned",
      (select job_ids from figure_job_sets where id = job_set_id) as "jobIds"
    from figures where public_id = ${id}`)
  const [row] = rows
  if (!row) return null
  const { jobIds, isCurrent, isThinned, ...rest } = row
  return { ...figureOf(rest), isCurrent, isThinned, jobIds: jobIds.map(Number).sort(ascending) }
}

const PAGE = 20

export type JobBehind = { row: JobRow; isClosed: boolean }

/** A page of the jobs behind a figure, the youngest first, the closed ones among them. Pages count from 1; one beyond the last is the last. */
export async function jobsBehind(
  { jobIds }: Pick<KeptFigure, 'jobIds'>,
  wanted: number,
): Promise<{ jobs: JobBehind[]; page: number; pages: number }> {
  const pages = Math.max(1, Math.ceil(jobIds.length / PAGE))
  const page = Math.min(Math.max(wanted, 1), pages)
  const ids = jobIds.toReversed().slice((page - 1) * PAGE, page * PAGE)
  const [rows, closed] = await Promise.all([listJobRows(ids), closedAmong(ids)])
  return { jobs: rows.map((row) => ({ row, isClosed: closed.has(row.id) })), page, pages }
}

async function closedAmong(ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select id from jobs where id = any(${sql.param([...ids])}::bigint[]) and state = 'closed'`)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** Public ids of jobs that are here, in the order of the ids. */
export async function publicIdsOf(jobIds: readonly number[]): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select public_id as id from jobs where id = any(${sql.param([...jobIds])}::bigint[]) and state in ('published', 'closed') order by id`)
  return rows.map(({ id }) => id)
}

/**
 * These measures as they stood at a time (ISO 8601). `asOf` is when each was last found unchanged until then. Of each key one row is looked at:
 * the newest of then, which may have ended without another after it.
 */
export async function knownAt(measures: readonly Measure[], at: string): Promise<Known> {
  const { rows } = await db().execute<Row>(sql`
    select id, role, measure, value, openings, companies, jobs, least("checkedAt", ${at}::timestamptz) as "checkedAt"
    from unnest(${sql.param(measures.map(keyOf))}::text[]) as asked(key)
    cross join lateral (
      select ${columns}, superseded_at from figures f where f.key = asked.key and computed_at <= ${at}::timestamptz
      order by computed_at desc, f.id desc limit 1
    ) newest
    where superseded_at is null or superseded_at > ${at}::timestamptz`)
  return new Known(rows.map(figureOf))
}

export type PastFigure = {
  id: string
  computedAt: string
  checkedAt: string
  openings: number
  companies: number
  value: unknown
}

/** What the same measure was before, newest first. */
export async function historyOf(measure: Measure, limit = 60): Promise<PastFigure[]> {
  const { rows } = await db().execute<PastFigure>(sql`
    select public_id as id, computed_at as "computedAt", checked_at as "checkedAt", openings, companies, value
    from figures where key = ${keyOf(measure)} order by computed_at desc, id desc limit ${limit}`)
  return rows
}
