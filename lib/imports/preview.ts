import { sql } from 'drizzle-orm'
import { importPreviews, type Preview, type PreviewedJob } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { seniorities, statedOf, workplaces } from '@/db/values'
import { env } from '@/lib/env'
import { payWords } from '@/lib/jobs/pay-words'
import { toMajor } from '@/lib/money'
import { done } from '@/lib/outcome'
import { exemptHosts } from '@/lib/outside/url'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import type { ReadJob } from './adapter'
import { placeWords } from './place-words'
import { requireAdapter } from './run/import-board'
import { system } from './run/lease'
import { readBoard } from './run/read-board'
import { type Answer, readSource } from './run/run-import'
import type { ImportedJob } from './shape'
import { understand } from './understand'

/** Jobs and refusals that a preview names; its counts are of all that was read. */
const SHOWN_JOBS = 200
const SHOWN_REFUSALS = 50
/** A look is not a run: whoever waits for it sees about this many jobs in time. */
const LOOKED_AT = 2000

/** Asks a source once and keeps what it shows, without publishing any of it. */
export async function previewImport(sourceId: number): Promise<void> {
  const source = await readSource(sourceId)
  if (!source) return
  const { board, settings } = source
  const adapter = requireAdapter(source.adapter)
  const asked = {
    adapter,
    board,
    marks: null,
    columns: settings.columns,
    allowed: exemptHosts(),
    keepAlive: async () => {},
  }
  const { jobs, error } = await lookAt(readBoard(asked))
  const preview = previewOf(jobs, await loadTaxonomy(), { error, departmentRoles: settings.departmentRoles })
  await inTransaction(system, async (tx) => {
    await tx
      .insert(importPreviews)
      .values({ sourceId, preview })
      .onConflictDoUpdate({ target: importPreviews.sourceId, set: { preview, at: sql`now()` } })
    return done()
  })
}

async function lookAt(answer: Answer): Promise<{ jobs: ReadJob[]; error: string | null }> {
  const jobs: ReadJob[] = []
  while (jobs.length < LOOKED_AT) {
    const { value, done: isOver } = await answer.next()
    if (isOver) return { jobs, error: value.kind === 'partial' ? value.reason : null }
    jobs.push(...value)
  }
  await answer.return({ kind: 'unchanged' })
  return { jobs, error: `Only the first ${jobs.length} jobs were looked at.` }
}

type Looked = { error: string | null; departmentRoles?: Record<string, string> | undefined }

export function previewOf(
  read: readonly ReadJob[],
  taxonomy: Taxonomy,
  { error, departmentRoles }: Looked,
): Preview {
  const first = new Map<string, ImportedJob>()
  for (const one of read) if (one.ok && !first.has(one.job.externalId)) first.set(one.job.externalId, one.job)
  const jobs = [...first.values()]
  const refusals = read.flatMap((one) => (one.ok ? [] : [one.refusal]))
  return {
    jobs: jobs.slice(0, SHOWN_JOBS).map((job) => previewed(taxonomy, job, departmentRoles)),
    total: jobs.length,
    departments: counted(jobs.flatMap((job) => job.department ?? [])),
    places: counted(jobs.flatMap(placeWords)),
    refused: refusals.length,
    refusals: refusals.slice(0, SHOWN_REFUSALS),
    error,
  }
}

function previewed(
  taxonomy: Taxonomy,
  job: ImportedJob,
  departmentRoles: Looked['departmentRoles'],
): PreviewedJob {
  const facts = understand(taxonomy, job, { departmentRoles })
  const { payMin, payMax, payCurrency: currency, payPeriod: period } = facts
  const major = (minor: bigint | null) =>
    minor === null || currency === null ? null : toMajor(minor, currency)
  const pay =
    currency && period
      ? payWords({ min: major(payMin), max: major(payMax), currency, period }, env().BOARD_LOCALE)
      : null
  return {
    externalId: job.externalId,
    title: job.title,
    url: job.url,
    department: job.department,
    places: placeWords(job),
    role: [...taxonomy.roleBySlug.values()].find((role) => role.id === facts.roleId)?.name ?? null,
    seniority: statedOf(seniorities, facts.seniority),
    workplace: statedOf(workplaces, facts.workplace),
    pay,
    skills: facts.skills.flatMap(({ id }) => taxonomy.skillById.get(id)?.name ?? []),
  }
}

/** The most frequent first. */
function counted(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
