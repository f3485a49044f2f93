import { and, eq, sql } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import { jobs } from '@/db/schema'
import { type Actor, inTransaction } from '@/db/transaction'
import type { JobState } from '@/db/values'
import { type Done, done, type Outcome, refused } from '@/lib/outcome'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import { checkDraft, type Faults } from './check-draft'
import { requireJobOf } from './employer-queries'
import type { closeChoices, DraftForm } from './input'
import { listJobs, unlistJob } from './listing'
import type { PublishFacts } from './publish-facts'
import { auditJob, keepForm, recordEvent } from './record'
import { publishAtOnce, type Review, stateAfter } from './rules'
import { type LockedJob, lockJob } from './stored-job'
import { editedFacts, markRepost, openingOf, writeFacts } from './write-facts'

export type PublishJob = {
  jobId: string
  /** The form as it stands on the screen, kept first; without it what was kept is published. */
  form?: DraftForm | undefined
}
/** Not published: what was typed is kept, and each field that needs the employer says why. */
export type Publication =
  | { jobId: string; isPublished: true; state: JobState; slug: string; unknownSkills: string[] }
  | { jobId: string; isPublished: false; faults: Faults }

/** Asking twice publishes once. Nothing of a draft with faults is published, and nothing typed is lost. */
export async function publishJob(
  actor: Actor,
  input: PublishJob,
  review: Review = publishAtOnce,
): Promise<Outcome<'held' | 'closed', Publication>> {
  const { id } = await requireJobOf(actor, input.jobId, 'recruiter')
  const taxonomy = await loadTaxonomy()
  return inTransaction(actor, async (tx) => {
    const job = await lockJob(tx, id)
    if (job.state === 'held' || job.state === 'closed') return refused(job.state)
    if (job.state === 'published') return answer(publicationOf(job))
    if (input.form) await keepForm(tx, id, input.form)
    const checked = checkDraft(input.form ?? job.form, { taxonomy, company: job.companyName, now: job.now })
    if (!checked.ok) return answer({ jobId: job.publicId, isPublished: false, faults: checked.faults })
    const { facts } = checked
    const openingId = await openingOf(tx, job.companyId, facts)
    if (review({ companyId: job.companyId, ...facts.columns }) === 'hold') {
      await writeFacts(tx, job, facts, { state: stateAfter('hold', job.state) ?? job.state, openingId })
      await recordEvent(tx, actor, { jobId: id, kind: 'held' })
      await auditJob(tx, actor, { action: 'job.held', id })
      return answer(publicationOf({ ...job, state: 'held' }, facts))
    }
    const repostOf = await markRepost(tx, actor, { id, publicId: job.publicId, openingId })
    await writeFacts(tx, job, facts, {
      state: stateAfter('publish', job.state) ?? job.state,
      openingId,
      repostOf,
      firstPublishedAt: job.now,
      firstSeenAt: job.now,
    })
    const eventId = await recordEvent(tx, actor, { jobId: id, kind: 'published' })
    await listJobs(tx, [id])
    await addTask(tx, 'alerts.match', { eventIds: [eventId] })
    await auditJob(tx, actor, { action: 'job.published', id })
    return answer(publicationOf({ ...job, state: 'published' }, facts))
  })
}

/** Publishes the changes of a published job. What it was first published stays; its history says what pay and place were. */
export async function editJob(
  actor: Actor,
  input: PublishJob,
): Promise<Outcome<'draft' | 'held' | 'closed', Publication>> {
  const { id } = await requireJobOf(actor, input.jobId, 'recruiter')
  const taxonomy = await loadTaxonomy()
  return inTransaction(actor, async (tx) => {
    const job = await lockJob(tx, id)
    if (job.state !== 'published') return refused(job.state)
    const form = input.form ?? job.draft
    if (!form) return answer(publicationOf(job))
    if (input.form) await keepForm(tx, id, input.form)
    const checked = checkDraft(form, { taxonomy, company: job.companyName, now: job.now })
    if (!checked.ok) return answer({ jobId: job.publicId, isPublished: false, faults: checked.faults })
    const { facts } = checked
    const changes = editedFacts(job, facts)
    await writeFacts(tx, job, facts, { state: 'published', openingId: job.openingId })
    if (changes) {
      const eventId = await recordEvent(tx, actor, { jobId: id, kind: 'edited', facts: changes })
      // A search that did not find the job before may find it now.
      await addTask(tx, 'alerts.match', { eventIds: [eventId] })
      await auditJob(tx, actor, { action: 'job.edited', id, facts: { changed: changes.changed } })
    }
    await listJobs(tx, [id])
    return answer(publicationOf(job, facts))
  })
}

export type CloseJob = { jobId: string; reason: (typeof closeChoices)[number] }

export async function closeJob(
  actor: Actor,
  input: CloseJob,
): Promise<Outcome<'not-open', { jobId: string; slug: string }>> {
  const { id } = await requireJobOf(actor, input.jobId, 'recruiter')
  return inTransaction(actor, async (tx) => {
    const [job] = await tx
      .update(jobs)
      .set({
        state: 'closed',
        closedAt: sql`now()`,
        closeReason: input.reason,
        missingSince: null,
        draft: null,
        updatedAt: sql`now()`,
      })
      .where(and(eq(jobs.id, id), eq(jobs.state, 'published')))
      .returning({ id: jobs.id, slug: jobs.slug })
    if (!job) return refused('not-open')
    await unlistJob(tx, id)
    await recordEvent(tx, actor, { jobId: id, kind: 'closed', facts: { reason: input.reason } })
    await auditJob(tx, actor, { action: 'job.closed', id, facts: { reason: input.reason } })
    return done({ jobId: input.jobId, slug: job.slug })
  })
}

/** Both ends of publishing are done, not refused: a refusal would roll back what was typed. */
function answer(publication: Publication): Done<Publication> {
  return done(publication)
}

function publicationOf(
  job: Pick<LockedJob, 'publicId' | 'state' | 'slug'>,
  facts?: PublishFacts,
): Publication {
  const { slug } = facts?.columns ?? job
  return {
    jobId: job.publicId,
    isPublished: true,
    state: job.state,
    slug,
    unknownSkills: facts?.unknownSkills ?? [],
  }
}
