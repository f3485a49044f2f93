import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  companies,
  type ImportSettings,
  importPreviews,
  importRuns,
  imports,
  type Preview,
  type StoredRefusal,
} from '@/db/schema'
import type { ImportState, RunState } from '@/db/values'
import { hrefOfJob } from '@/lib/jobs/rows'
import { UNSEEN_HOURS } from './run/missing'

// What pages print of these; the schema itself is no room of theirs.
export type { ImportSettings, Preview, StoredRefusal } from '@/db/schema'

export type ImportRow = {
  publicId: string
  adapter: string
  board: string
  company: { slug: string; name: string } | null
  state: ImportState
  openJobs: number
  missingJobs: number
  /** Runs that failed one after the other. */
  failures: number
  lastError: string | null
  /** ISO 8601, UTC; so are the next ones. */
  lastAnswerAt: string | null
  nextRunAt: string | null
  isRunning: boolean
  everyMinutes: number
  settings: ImportSettings
}

export const LISTED_IMPORTS = 100

/** The imports of a company, or all of them for the operator: those that fail first, at most a hundred. */
export async function listImports(
  of: { companyId: number } | 'board',
  only: 'all' | 'troubled' = 'all',
): Promise<ImportRow[]> {
  const whose = of === 'board' ? undefined : eq(imports.companyId, of.companyId)
  return selectImports(and(whose, only === 'troubled' ? sql`${imports.failures} > 0` : undefined))
}

async function selectImports(where: SQL | undefined): Promise<ImportRow[]> {
  const rows = await db()
    .select({
      publicId: imports.publicId,
      adapter: imports.adapter,
      board: imports.board,
      companySlug: companies.slug,
      companyName: companies.name,
      state: imports.state,
      openJobs: jobsOf(sql`state = 'published'`),
      missingJobs: jobsOf(sql`state = 'published' and missing_since is not null`),
      failures: imports.failures,
      lastError: imports.lastError,
      lastAnswerAt: imports.lastAnswerAt,
      nextRunAt: imports.nextRunAt,
      isRunning: sql<boolean>`coalesce(${imports.leasedUntil} > now(), false)`,
      everyMinutes: imports.everyMinutes,
      settings: imports.settings,
    })
    .from(imports)
    .leftJoin(companies, eq(companies.id, imports.companyId))
    .where(where)
    .orderBy(desc(imports.failures), desc(imports.createdAt), imports.sourceId)
    .limit(LISTED_IMPORTS)
  return rows.map(({ companySlug, companyName, lastAnswerAt, nextRunAt, ...row }) => ({
    ...row,
    company: companySlug && companyName ? { slug: companySlug, name: companyName } : null,
    lastAnswerAt: lastAnswerAt?.toISOString() ?? null,
    nextRunAt: nextRunAt?.toISOString() ?? null,
  }))
}

function jobsOf(which: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from jobs where source_id = ${imports.sourceId} and ${which})`
}

export type RunRow = {
  id: number
  state: RunState
  startedAt: string
  endedAt: string | null
  seen: number
  added: number
  changed: number
  reopened: number
  missing: number
  closed: number
  refused: number
  refusals: StoredRefusal[]
  error: string | null
}

export type MissingJob = { publicId: string; href: string; title: string; closesAt: string }

export type ImportPage = ImportRow & {
  preview: (Preview & { at: string }) | null
  /** The newest first. */
  runs: RunRow[]
  missing: MissingJob[]
}

const SHOWN_RUNS = 20
const SHOWN_MISSING = 50

/** Everything that its page shows of one import; who may see it is `requireImportOf`'s to say. */
export async function getImportPage(sourceId: number): Promise<ImportPage | null> {
  const [[row], preview, runs, missing] = await Promise.all([
    selectImports(eq(imports.sourceId, sourceId)),
    readPreview(sourceId),
    listRuns(sourceId),
    listMissing(sourceId),
  ])
  return row ? { ...row, preview, runs, missing } : null
}

async function readPreview(sourceId: number): Promise<ImportPage['preview']> {
  const [row] = await db()
    .select({ at: importPreviews.at, preview: importPreviews.preview })
    .from(importPreviews)
    .where(eq(importPreviews.sourceId, sourceId))
  return row ? { ...row.preview, at: row.at.toISOString() } : null
}

async function listRuns(sourceId: number): Promise<RunRow[]> {
  const rows = await db()
    .select({
      id: importRuns.id,
      state: importRuns.state,
      startedAt: importRuns.startedAt,
      endedAt: importRuns.endedAt,
      seen: importRuns.seen,
      added: importRuns.added,
      changed: importRuns.changed,
      reopened: importRuns.reopened,
      missing: importRuns.missing,
      closed: importRuns.closed,
      refused: importRuns.refused,
      refusals: importRuns.refusals,
      error: importRuns.error,
    })
    .from(importRuns)
    .where(eq(importRuns.sourceId, sourceId))
    .orderBy(desc(importRuns.id))
    .limit(SHOWN_RUNS)
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }))
}

/** Jobs that the source no longer shows, the next to be closed first. */
async function listMissing(sourceId: number): Promise<MissingJob[]> {
  const { rows } = await db().execute<{
    publicId: string
    slug: string
    title: string
    closesAt: string
  }>(sql`
    select public_id as "publicId", slug, title, missing_since + make_interval(hours => ${UNSEEN_HOURS}) as "closesAt"
    from jobs where source_id = ${sourceId} and state = 'published' and missing_since is not null order by missing_since, id limit ${SHOWN_MISSING}`)
  return rows.map(({ slug, ...row }) => ({
    ...row,
    href: hrefOfJob({ slug, publicId: row.publicId }),
    closesAt: new Date(row.closesAt).toISOString(),
  }))
}
