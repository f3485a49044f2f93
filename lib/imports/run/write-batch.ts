import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import type { StoredRefusal } from '@/db/schema'
import { inTransaction, type Tx } from '@/db/transaction'
import { listInserted, listJobs } from '@/lib/jobs/listing'
import { newPublicId } from '@/lib/jobs/public-id'
import {
  type InsertedJob,
  insertJobs,
  type JobFacts,
  makeOpenings,
  type NewJob,
  updateJobs,
} from '@/lib/jobs/write-many'
import { done } from '@/lib/outcome'
import type { Taxonomy } from '@/lib/taxonomy/build'
import type { ImportedJob } from '../shape'
import { understand } from '../understand'
import { changesOf } from './changes'
import { type Employer, employersNamed, employerWith } from './employers'
import type { Known } from './known'
import { inRun, type Run, system } from './lease'
import type { Sorted } from './sort-batch'

export type Counts = { added: number; changed: number; reopened: number }
export type Written = Counts & { ids: number[]; refusals: StoredRefusal[] }

type About = {
  run: Run
  taxonomy: Taxonomy
  /** Whose jobs they are; null where each job names its company. */
  companyId: number | null
  /** The company of jobs that name none. */
  fallbackName: string
  departmentRoles: Readonly<Record<string, string>> | undefined
}

type Ready = { job: ImportedJob; hash: string; facts: JobFacts }
type ReadyKnown = Ready & { known: Known; fate: 'changed' | 'reread' | 'reopened' }

/** What there is to write of a batch. */
export type Understood = {
  added: Ready[]
  known: ReadyKnown[]
  /** Ids of jobs that were missing and are shown again. */
  again: number[]
  /** Of all jobs of the batch that this board has. */
  ids: number[]
}

/** Jobs worked out before others have their turn: statements of the batch before wait for this process to send them. */
const AT_ONCE = 20

/** Works out what the jobs of a batch mean: nothing is written, and nobody waits. */
export async function understandBatch(about: About, sorted: readonly Sorted[]): Promise<Understood> {
  const understood: Understood = { added: [], known: [], again: [], ids: [] }
  for (const [i, one] of sorted.entries()) {
    if (i % AT_ONCE === 0) await setImmediate()
    if (one.fate === 'added') understood.added.push(ready(about, one))
    else understood.ids.push(one.known.id)
    if (one.fate === 'seen-again') understood.again.push(one.known.id)
    if (one.fate === 'changed' || one.fate === 'reread' || one.fate === 'reopened')
      understood.known.push({ ...ready(about, one), known: one.known, fate: one.fate })
  }
  return understood
}

/**
 * Writes one batch of an answer in one transaction, with its counts; a batch in which nothing changed opens none. Answers the ids of all
 * jobs of the batch that this board has.
 */
export async function writeBatch(about: About, { added, known, again, ids }: Understood): Promise<Written> {
  if (added.length + known.length + again.length === 0)
    return { added: 0, changed: 0, reopened: 0, ids, refusals: [] }
  const { jobs, refusals } = await newJobs(about, added)
  return inRun(about.run, async (tx) => {
    const inserted = await insertAdded(tx, jobs)
    const rewritten = await rewrite(tx, about.taxonomy, known)
    await markSeen(tx, [...again, ...known.map((one) => one.known.id)])
    const counts = {
      added: inserted.length,
      ...rewritten,
    }
    await count(tx, about.run, counts)
    return { ...counts, ids: [...ids, ...inserted], refusals }
  })
}

function ready(
  { taxonomy, fallbackName, departmentRoles }: About,
  { job, hash }: { job: ImportedJob; hash: string },
): Ready {
  return {
    job,
    hash,
    facts: understand(taxonomy, job, { company: job.company ?? fallbackName, departmentRoles }),
  }
}

/** Its source shows it, whatever it did before. */
async function markSeen(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    update jobs set missing_since = null where id = any(${sql.param([...ids])}::bigint[]) and missing_since is not null`)
}

function nameOf({ fallbackName }: About, { job }: Ready): string {
  return job.company ?? fallbackName
}

/** Companies and openings that are not there yet are made at once, and stay also when the batch does not come to its end. */
async function newJobs(
  about: About,
  added: readonly Ready[],
): Promise<{ jobs: NewJob[]; refusals: StoredRefusal[] }> {
  if (added.length === 0) return { jobs: [], refusals: [] }
  const named = about.companyId === null ? await employersNamed(added.map((one) => nameOf(about, one))) : null
  const own = about.companyId === null ? null : await employerWith(about.companyId)
  const employerOf = (one: Ready): Employer => {
    const employer = own ?? named?.get(nameOf(about, one))
    if (!employer) throw new Error('a company is gone')
    return employer
  }
  const refusals = added
    .filter((one) => employerOf(one).refusesImports)
    .map((one) => refusedBy(one, nameOf(about, one)))
  const jobs = added
    .filter((one) => !employerOf(one).refusesImports)
    .map((one) => ({
      publicId: newPublicId(),
      companyId: employerOf(one).id,
      sourceId: about.run.sourceId,
      externalId: one.job.externalId,
      sourceHash: one.hash,
      openingKey: one.job.openingKey,
      publishedAt: one.job.publishedAt,
      closesAt: one.job.closesAt,
      facts: one.facts,
    }))
  await inTransaction(system, async (tx) => done(await makeOpenings(tx, jobs)))
  return { jobs, refusals }
}

async function insertAdded(tx: Tx, jobs: readonly NewJob[]): Promise<number[]> {
  const inserted = await insertJobs(tx, jobs)
  const ids = inserted.map((job) => job.id)
  await markReposts(tx, inserted)
  await listInserted(tx, inserted)
  const events = ids.map((id) => ({ id, facts: { imported: true } }))
  await announce(tx, 'published', events)
  return ids
}

function refusedBy({ job }: Ready, company: string): StoredRefusal {
  return {
    externalId: job.externalId,
    title: job.title,
    field: 'company',
    value: company,
    reason: 'wants nothing imported',
  }
}

/**
 * A new job for an opening whose jobs are all closed is a repost: it names the last one, whose history names it. Of several copies that come
 * together the first is it.
 */
async function markReposts(tx: Tx, inserted: readonly InsertedJob[]): Promise<void> {
  const firsts = new Map<number, number>()
  for (const { id, openingId } of inserted) firsts.set(openingId, Math.min(id, firsts.get(openingId) ?? id))
  if (firsts.size === 0) return
  await tx.execute(sql`
    with last as (
      select f.id, copies.before
      from unnest(${sql.param([...firsts.keys()])}::bigint[], ${sql.param([...firsts.values()])}::bigint[]) f(opening_id, id),
        lateral (select bool_or(state = 'published' and id < f.id) as are_open,
            (array_agg(id order by first_published_at desc, id desc) filter (where state = 'closed'))[1] as before
          from jobs where opening_id = f.opening_id) copies
      where not copies.are_open and copies.before is not null
    ), marked as (
      update jobs set repost_of = last.before from last where jobs.id = last.id returning jobs.public_id, before
    )
    insert into job_events (job_id, kind, facts)
    select before, 'reposted', jsonb_build_object('as', public_id) from marked order by before`)
}

/** A reread says nothing new to people: it changes how this board reads a job, not what its source says. */
async function rewrite(
  tx: Tx,
  taxonomy: Taxonomy,
  known: readonly ReadyKnown[],
): Promise<{ changed: number; reopened: number }> {
  if (known.length === 0) return { changed: 0, reopened: 0 }
  const changes = await changesOf(tx, taxonomy, known)
  // Whoever closed or edited a job since it was read wins over its source.
  const still = known.filter((one) => changes.has(one.known.id))
  await updateJobs(
    tx,
    still.map(({ known: { id }, hash, job, facts }) => ({
      id,
      sourceHash: hash,
      openingKey: job.openingKey,
      closesAt: job.closesAt,
      facts,
    })),
  )
  // What was edited here opens again with the words that it had.
  const editedHere = known.filter((one) => one.fate === 'reopened' && one.known.isEditedHere)
  const reopened = await reopen(tx, [...still.filter((one) => one.fate === 'reopened'), ...editedHere])
  await announce(
    tx,
    'reopened',
    reopened.map((id) => ({ id, facts: {} })),
  )
  const edited = still.flatMap((one) => {
    const facts = one.fate === 'reread' ? null : changes.get(one.known.id)
    return facts ? [{ id: one.known.id, facts }] : []
  })
  await listJobs(tx, [...new Set([...still.map((one) => one.known.id), ...reopened])])
  await announce(tx, 'edited', edited)
  return { changed: still.filter((one) => one.fate === 'changed').length, reopened: reopened.length }
}

/** Those of them that are closed for a reason that is over; their companies still want imports. */
async function reopen(tx: Tx, jobs: readonly ReadyKnown[]): Promise<number[]> {
  if (jobs.length === 0) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    update jobs set state = 'published', closed_at = null, close_reason = null, missing_since = null
    where id = any(${sql.param(jobs.map((one) => one.known.id))}::bigint[]) and state = 'closed'
      and (close_reason = 'source_gone' or (close_reason = 'withdrawn' and missing_since is not null))
      and not exists (select from companies c where c.id = jobs.company_id and c.imports_refused_at is not null)
    returning id`)
  return rows.map((row) => Number(row.id))
}

/** One task for all events of a kind: a job that a saved search matches now is told of. */
async function announce(
  tx: Tx,
  kind: 'published' | 'edited' | 'reopened',
  events: readonly { id: number; facts: Record<string, unknown> }[],
): Promise<void> {
  if (events.length === 0) return
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into job_events (job_id, kind, facts)
    select id, ${kind}, facts from json_to_recordset(${JSON.stringify(events)}::json) as e(id bigint, facts jsonb)
    returning id`)
  await addTask(tx, 'alerts.match', { eventIds: rows.map((row) => Number(row.id)) })
}

async function count(tx: Tx, run: Run, { added, changed, reopened }: Counts): Promise<void> {
  await tx.execute(sql`
    update import_runs set added = added + ${added}, changed = changed + ${changed}, reopened = reopened + ${reopened}
    where id = ${run.id}`)
}
