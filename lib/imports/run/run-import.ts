import { setTimeout } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type ImportSettings, importRuns, imports, type StoredRefusal } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import type { RunState } from '@/db/values'
import { systemClock } from '@/lib/clock'
import { done } from '@/lib/outcome'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import type { ReadJob } from '../adapter'
import { placeWords } from '../place-words'
import type { ImportedJob } from '../shape'
import { nameOfBoard } from './employers'
import { readKnown } from './known'
import { keepLease, type Run, system } from './lease'
import { closeGone, type Gone, isDoubtful, listGone, markMissing, UNSEEN_HOURS } from './missing'
import { READING } from './reading'
import { seenOf, sortBatch } from './sort-batch'
import { understandBatch, writeBatch } from './write-batch'
import { Writers } from './writers'

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
  { onProgress = noProgress, inHaste = false }: Manner = {},
): Promise<Report> {
  const taxonomy = await loadTaxonomy()
  const about = {
    run,
    taxonomy,
    companyId: source.companyId,
    fallbackName: nameOfBoard(source.board),
    departmentRoles: source.settings.departmentRoles,
  }
  const seen = new Set<number>()
  const refusals: StoredRefusal[] = []
  const sums = { taken: 0, unread: 0, refused: 0, added: 0, changed: 0 }
  const writers = new Writers(inHaste ? WRITERS_IN_HASTE : 1)
  try {
    for (;;) {
      const { value, done: isEnd } = await answer.next()
      if (isEnd) {
        await writers.rest()
        return await finish({ run, source, seen, ...sums, refusals, ending: value })
      }
      const batch = chosen(value, source.settings)
      const now = systemClock()
      sums.taken += batch.jobs.length
      sums.unread += batch.refusals.length
      noteRefusals(batch.refusals)
      // A source that lists a job twice has one of it, also where the first one is being written.
      const once = firstOfEach(batch.jobs).filter((job) => writers.isFree(nameOf(job)))
      const known = await readKnown(run.sourceId, idsOf({ jobs: once, refusals: batch.refusals }))
      // A job that cannot be read today is not gone.
      const unreadKnown = batch.refusals.flatMap(({ externalId }) => known.get(externalId ?? '') ?? [])
      // Nobody can apply any more: what is open closes on its day, what is new does not come in.
      const isLate = (job: ImportedJob) =>
        isOver(job, now) && known.get(job.externalId)?.state !== 'published'
      noteRefusals(once.filter(isLate).map(overRefusal))
      const fresh = once.filter((job) => !isLate(job) && !seen.has(known.get(job.externalId)?.id ?? 0))
      for (const { id } of known.values()) seen.add(id)
      const sorted = [...sortBatch(fresh, known, source.reading !== READING), ...unreadKnown.map(seenOf)]
      const understood = await understandBatch(about, sorted)
      await writers.begin(fresh.flatMap(namesOf), async () => {
        const started = performance.now()
        const written = await writeBatch(about, understood)
        const tookMs = performance.now() - started
        for (const id of written.ids) seen.add(id)
        noteRefusals(written.refusals)
        sums.added += written.added
        sums.changed += written.changed
        onProgress({ seen: seen.size, refused: sums.refused, added: sums.added, changed: sums.changed })
        if (!inHaste) await setTimeout(Math.min(tookMs, MAX_REST_MS))
      })
    }
  } finally {
    await writers.settle()
  }

  function noteRefusals(more: readonly StoredRefusal[]): void {
    sums.refused += more.length
    keepSome(refusals, more)
  }
}

export type Manner = {
  onProgress?: Progress
  /** Somebody waits for it and the board may feel it. Otherwise one batch is written at a time, with as long a rest after it. */
  inHaste?: boolean
}

/** While the database writes two batches on two cores, the next is read and understood. */
const WRITERS_IN_HASTE = 3
/** Well below the time of a lease. */
const MAX_REST_MS = 5000

export type Progress = (now: { seen: number; refused: number; added: number; changed: number }) => void
const noProgress: Progress = () => {}

type Batch = { jobs: ImportedJob[]; refusals: StoredRefusal[] }

/** What the employer leaves out is as if the source did not list it. */
export function chosen(read: readonly ReadJob[], settings: Source['settings']): Batch {
  const departments = new Set(settings.withoutDepartments)
  const places = new Set(settings.withoutPlaces)
  const isWanted = (job: ImportedJob) =>
    !departments.has(job.department ?? '') &&
    (job.locations.length === 0 || placeWords(job).some((words) => !places.has(words)))
  return {
    jobs: read.flatMap((one) => (one.ok && isWanted(one.job) ? [one.job] : [])),
    refusals: read.flatMap((one) => (one.ok ? [] : [one.refusal])),
  }
}

/** While one batch writes jobs of an opening, another of that opening waits: it joins what the first one made. */
function namesOf(job: ImportedJob): string[] {
  return job.openingKey === null ? [nameOf(job)] : [nameOf(job), `opening ${job.openingKey}`]
}

function nameOf({ externalId }: ImportedJob): string {
  return `job ${externalId}`
}

/** Of what could be read and what could not. */
export function idsOf({ jobs, refusals }: Batch): string[] {
  return [...jobs.map((job) => job.externalId), ...refusals.flatMap(({ externalId }) => externalId ?? [])]
}

export function isOver({ closesAt }: ImportedJob, now: Date): boolean {
  return closesAt !== null && closesAt <= now
}

export function overRefusal({ externalId, title, closesAt }: ImportedJob): StoredRefusal {
  return { externalId, title, field: 'closesAt', value: closesAt?.toISOString() ?? '', reason: 'is over' }
}

export function firstOfEach(jobs: readonly ImportedJob[]): ImportedJob[] {
  const first = new Map<string, ImportedJob>()
  for (const job of jobs) if (!first.has(job.externalId)) first.set(job.externalId, job)
  return [...first.values()]
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
  /** Jobs that could not. */
  unread: number
  refused: number
  refusals: StoredRefusal[]
  ending: Ending
}

/** Jobs are closed on positive evidence only: a whole answer in which not too many are gone at once. */
async function finish({
  run,
  source,
  seen,
  taken,
  unread,
  refused,
  refusals,
  ending,
}: Read): Promise<Report> {
  if (ending.kind === 'unchanged') {
    await closeGone(run)
    return end(run, { state: 'unchanged', seen: 0, refused: 0, refusals: [], error: null })
  }
  const facts = { seen: seen.size, refused, refusals }
  if (ending.kind === 'partial') return end(run, { ...facts, state: 'failed', error: ending.reason })
  const gone = await listGone(source.sourceId, seen)
  const isBelieved = source.settings.believesNext === true
  const doubt = isBelieved ? null : doubtOf(gone, { seen: seen.size, taken, unread })
  if (doubt) {
    // What earlier answers, which nobody doubted, have not shown for long enough is gone all the same.
    if (seen.size > 0) await closeGone(run)
    return end(run, { ...facts, state: 'held', error: doubt })
  }
  await markMissing(run, gone.ids, isBelieved ? UNSEEN_HOURS : 0)
  await closeGone(run)
  return end(run, { ...facts, state: 'done', error: null }, ending)
}

function doubtOf(
  gone: Gone,
  { seen, taken, unread }: { seen: number; taken: number; unread: number },
): string | null {
  if (isDoubtful(gone, seen))
    return `The answer shows ${seen} jobs; ${gone.ids.length} of the ${gone.open} that were open are not among them. None was closed.`
  if (unread > taken) return `${unread} of ${unread + taken} jobs could not be read. None was closed.`
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
  const ended = await inTransaction<never, typeof importRuns.$inferSelect | undefined>(system, async (tx) => {
    await keepLease(tx, run)
    const [row] = await tx
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
        // Every job of a held answer was read, too.
        ...(state === 'held' ? { reading: READING } : {}),
        ...(whole
          ? { etag: whole.etag, lastModified: whole.lastModified, reading: READING, ...believed }
          : {}),
      })
      .where(eq(imports.sourceId, run.sourceId))
    return done(row)
  })
  const row = ended.ok ? ended.value : undefined
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
