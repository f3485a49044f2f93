import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type ImportSettings, importRuns, imports, type StoredRefusal } from '@/db/schema'
import type { RunState } from '@/db/values'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import type { ReadJob } from '../adapter'
import type { ImportedJob } from '../shape'
import { nameOfBoard } from './employers'
import { readKnown } from './known'
import { inRun, type Run } from './lease'
import { closeGone, type Gone, isDoubtful, listGone, markMissing } from './missing'
import { READING } from './reading'
import { sortBatch } from './sort-batch'
import { writeBatch } from './write-batch'

/** What tells the next time that an answer has not changed. */
export type Marks = { etag: string | null; lastModified: string | null }

/** How an answer ended. `unchanged`: the source says that it has not changed since the last one. */
export type Ending =
  | ({ kind: 'whole' } & Marks)
  | { kind: 'unchanged' }
  /** Not all that the source has came in: `reason` says why, for people. Nothing is closed by such an answer. */
  | { kind: 'partial'; reason: string }

/** The jobs of an answer in batches of a few hundred. */
export type Answer = AsyncGenerator<ReadJob[], Ending>

export type Source = {
  sourceId: number
  adapter: string
  board: string
  marks: Marks
  companyId: number | null
  reading: string | null
  settings: ImportSettings
}

export type Report = {
  state: RunState
  seen: number
  added: number
  changed: number
  unchanged: number
  reopened: number
  missing: number
  closed: number
  refused: number
  /** The first hundred. */
  refusals: StoredRefusal[]
  error: string | null
}

const MAX_REFUSALS = 100

/**
 * Brings this board's jobs of a source in step with an answer of it. Safe to be killed at any point and run again: each batch is one
 * transaction, and what was written is known the next time.
 */
export async function runImport(
  run: Run,
  source: Source,
  answer: Answer,
  onProgress = noProgress,
): Promise<Report> {
  const taxonomy = await loadTaxonomy()
  const about = { run, taxonomy, companyId: source.companyId, fallbackName: nameOfBoard(source.board) }
  const seen = new Set<number>()
  const refusals: StoredRefusal[] = []
  let refused = 0
  let taken = 0
  let added = 0
  let changed = 0
  for (;;) {
    const { value, done } = await answer.next()
    if (done) return finish({ run, source, seen, taken, refused, refusals, ending: value })
    const batch = chosen(value, source.settings)
    const known = await readKnown(run.sourceId, [
      ...batch.jobs.map((job) => job.externalId),
      ...batch.refusals.flatMap(({ externalId }) => externalId ?? []),
    ])
    // A job that cannot be read today is not gone.
    for (const { externalId } of batch.refusals) addId(seen, known.get(externalId ?? '')?.id)
    // A source that lists a job twice has one of it.
    const once = firstOfEach(batch.jobs).filter((job) => !seen.has(known.get(job.externalId)?.id ?? 0))
    const sorted = sortBatch(once, known, source.reading !== READING)
    const written = await writeBatch(about, sorted)
    for (const id of written.ids) seen.add(id)
    taken += batch.jobs.length
    refused += batch.refusals.length + written.refused
    keepSome(refusals, [...batch.refusals, ...written.refusals])
    added += written.added
    changed += written.changed
    onProgress({ seen: seen.size, refused, added, changed })
  }
}

export type Progress = (now: { seen: number; refused: number; added: number; changed: number }) => void
const noProgress: Progress = () => {}

type Batch = { jobs: ImportedJob[]; refusals: StoredRefusal[] }

/** What the employer leaves out is as if the source did not list it. */
export function chosen(read: readonly ReadJob[], settings: Source['settings']): Batch {
  const departments = new Set(settings.withoutDepartments)
  const places = new Set(settings.withoutPlaces)
  const isWanted = (job: ImportedJob) =>
    !departments.has(job.department ?? '') &&
    (job.locations.length === 0 || job.locations.some(({ text }) => !places.has(text ?? '')))
  return {
    jobs: read.flatMap((one) => (one.ok && isWanted(one.job) ? [one.job] : [])),
    refusals: read.flatMap((one) => (one.ok ? [] : [one.refusal])),
  }
}

export function firstOfEach(jobs: readonly ImportedJob[]): ImportedJob[] {
  const first = new Map<string, ImportedJob>()
  for (const job of jobs) if (!first.has(job.externalId)) first.set(job.externalId, job)
  return [...first.values()]
}

function addId(ids: Set<number>, id: number | undefined): void {
  if (id !== undefined) ids.add(id)
}

export function keepSome(kept: StoredRefusal[], more: readonly StoredRefusal[]): void {
  kept.push(...more.slice(0, MAX_REFUSALS - kept.length))
}

type Read = {
  run: Run
  source: Source
  seen: ReadonlySet<number>
  /** Jobs that could be read. */
  taken: number
  refused: number
  refusals: StoredRefusal[]
  ending: Ending
}

/** Jobs are closed on positive evidence only: a whole answer in which not too many are gone at once. */
async function finish({ run, source, seen, taken, refused, refusals, ending }: Read): Promise<Report> {
  if (ending.kind === 'unchanged') {
    await closeGone(run)
    return end(run, { state: 'unchanged', seen: 0, refused: 0, refusals: [], error: null })
  }
  const facts = { seen: seen.size, refused, refusals }
  if (ending.kind === 'partial') return end(run, { ...facts, state: 'failed', error: ending.reason })
  const gone = await listGone(source.sourceId, seen)
  const doubt = source.settings.believesNext ? null : doubtOf(gone, { seen: seen.size, taken, refused })
  if (doubt) return end(run, { ...facts, state: 'held', error: doubt })
  await markMissing(run, gone.ids)
  await closeGone(run)
  return end(run, { ...facts, state: 'done', error: null }, ending)
}

function doubtOf(
  gone: Gone,
  { seen, taken, refused }: { seen: number; taken: number; refused: number },
): string | null {
  if (isDoubtful(gone, seen))
    return `The answer shows ${seen} jobs; ${gone.ids.length} of the ${gone.open} that were open are not among them. None was closed.`
  if (refused > taken) return `${refused} of ${refused + taken} jobs could not be read. None was closed.`
  return null
}

type End = { state: RunState; seen: number; refused: number; refusals: StoredRefusal[]; error: string | null }

/** Writes how the run ended, gives the lease back, and says when the next one is due. */
async function end(
  run: Run,
  { state, ...facts }: End,
  whole?: Extract<Ending, { kind: 'whole' }>,
): Promise<Report> {
  const isGood = state === 'done' || state === 'unchanged'
  const row = await inRun(run, async (tx) => {
    const [ended] = await tx
      .update(importRuns)
      .set({ state, ...facts, endedAt: sql`now()` })
      .where(eq(importRuns.id, run.id))
      .returning()
    await tx
      .update(imports)
      .set({
        leaseToken: null,
        leasedUntil: null,
        failures: isGood ? 0 : sql`${imports.failures} + 1`,
        lastError: facts.error,
        nextRunAt: nextRun(isGood),
        ...(isGood ? { lastAnswerAt: sql`now()` } : {}),
        ...(whole
          ? { etag: whole.etag, lastModified: whole.lastModified, reading: READING, ...believed }
          : {}),
      })
      .where(eq(imports.sourceId, run.sourceId))
    return ended
  })
  if (!row) throw new Error('a run is gone')
  const { added, changed, reopened, missing, closed } = row
  const unchanged = Math.max(0, facts.seen - added - changed - reopened)
  return { state, ...facts, added, changed, unchanged, reopened, missing, closed }
}

/** One answer was to be believed, and has been. */
const believed = { settings: sql`${imports.settings} - 'believesNext'` }

/** After a failure it waits twice as long as before, from 15 minutes to a day. An import without a schedule stays without. */
function nextRun(isGood: boolean) {
  return isGood
    ? sql`case when ${imports.nextRunAt} is not null then now() + make_interval(mins => ${imports.everyMinutes}) end`
    : sql`case when ${imports.nextRunAt} is not null then now() + least(interval '24 hours',
        interval '15 minutes' * power(2, least(${imports.failures}, 7))) end`
}

/** For a run that broke before it could end: what went wrong, in words. The cause is logged by whoever caught it. */
export async function failRun(run: Run, reason: string): Promise<Report> {
  return end(run, { state: 'failed', seen: 0, refused: 0, refusals: [], error: reason })
}

export async function readSource(sourceId: number): Promise<Source | null> {
  const [row] = await db()
    .select({
      sourceId: imports.sourceId,
      adapter: imports.adapter,
      board: imports.board,
      marks: { etag: imports.etag, lastModified: imports.lastModified },
      companyId: imports.companyId,
      reading: imports.reading,
      settings: imports.settings,
    })
    .from(imports)
    .where(eq(imports.sourceId, sourceId))
  return row ?? null
}
