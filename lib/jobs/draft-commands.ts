import { and, eq, sql } from 'drizzle-orm'
import { companies, jobs, users } from '@/db/schema'
import { type Actor, inTransaction } from '@/db/transaction'
import type { JobState } from '@/db/values'
import { requireMember } from '@/lib/companies/queries'
import { done, type Outcome, refused } from '@/lib/outcome'
import { requireJobOf } from './employer-queries'
import { type DraftForm, emptyDraft } from './input'
import { newPublicId } from './public-id'
import { auditJob, keepForm } from './record'
import { lockJob } from './stored-job'

const TYPED_SOURCE = 1

type Drafted = { jobId: string; companySlug: string }

export async function createDraft(
  actor: Actor,
  input: { companyId: number },
): Promise<Outcome<never, Drafted>> {
  const member = await requireMember(actor, { id: input.companyId }, 'recruiter')
  return inTransaction(actor, async (tx) => {
    const publicId = newPublicId()
    const isDemo = sql<boolean>`(select c.is_demo or u.is_demo from ${companies} c, ${users} u
      where c.id = ${member.companyId} and u.id = ${member.userId})`
    const [job] = await tx
      .insert(jobs)
      .values({
        publicId,
        companyId: member.companyId,
        sourceId: TYPED_SOURCE,
        draft: emptyDraft,
        isDemo,
        createdBy: member.userId,
      })
      .returning({ id: jobs.id })
    if (!job) throw new Error('a draft was not written')
    await auditJob(tx, actor, { action: 'job.drafted', id: job.id })
    return done({ jobId: publicId, companySlug: member.slug })
  })
}

export type SaveDraft = {
  jobId: string
  form: DraftForm
  /** When the form that is sent was loaded or last saved. */
  seenAt?: string | undefined
}
export type Saved = { jobId: string; state: JobState; updatedAt: string; newerElsewhere: boolean }

/**
 * Keeps the form as typed: a draft, or changes to a published job that are not published yet. The last save wins; whoever
 * overwrites a save that their form had not seen is told.
 */
export async function saveDraft(actor: Actor, input: SaveDraft): Promise<Outcome<'held' | 'closed', Saved>> {
  const { id } = await requireJobOf(actor, input.jobId, 'recruiter')
  return inTransaction(actor, async (tx) => {
    const job = await lockJob(tx, id)
    if (job.state === 'held' || job.state === 'closed') return refused(job.state)
    const updatedAt = await keepForm(tx, id, input.form)
    const newerElsewhere = input.seenAt !== undefined && job.updatedAt.toISOString() !== input.seenAt
    return done({ jobId: input.jobId, state: job.state, updatedAt: updatedAt.toISOString(), newerElsewhere })
  })
}

export async function deleteDraft(actor: Actor, input: { jobId: string }): Promise<Outcome<'not-draft'>> {
  const { id } = await requireJobOf(actor, input.jobId, 'recruiter')
  return inTransaction(actor, async (tx) => {
    const gone = await tx
      .delete(jobs)
      .where(and(eq(jobs.id, id), eq(jobs.state, 'draft')))
      .returning({ id: jobs.id })
    if (gone.length === 0) return refused('not-draft')
    await auditJob(tx, actor, { action: 'job.draft_deleted', id })
    return done()
  })
}

/** Forgets changes of a published job that were kept but not published. Discarding nothing is no fault. */
export async function discardChanges(actor: Actor, input: { jobId: string }): Promise<Outcome<'not-open'>> {
  const { id } = await requireJobOf(actor, input.jobId, 'recruiter')
  return inTransaction(actor, async (tx) => {
    const open = and(eq(jobs.id, id), eq(jobs.state, 'published'))
    const found = await tx
      .update(jobs)
      .set({ draft: null, updatedAt: sql`now()` })
      .where(open)
      .returning({ id: jobs.id })
    return found.length === 0 ? refused('not-open') : done()
  })
}
