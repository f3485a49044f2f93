import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { companies, companyMembers, jobs, linkChecks } from '@/db/schema'
import type { Actor } from '@/db/transaction'
import type { CloseReason, JobState, MemberRole } from '@/db/values'
import { requirePerson } from '@/lib/companies/queries'
import { mayAs } from '@/lib/companies/rules'
import { Forbidden, NotFound } from '@/lib/outcome'
import { type DraftForm, draftForm, emptyDraft } from './input'
import { hrefOfJob } from './rows'

export type JobOf = {
  id: number
  publicId: string
  companyId: number
  companyName: string
  companySlug: string
  companyWebsite: string | null
  role: MemberRole
  state: JobState
  title: string
  slug: string
  closedAt: string | null
  closeReason: CloseReason | null
}

/** Throws NotFound for a job that is absent or another company's, Forbidden when the actor's role there is too small. */
export async function requireJobOf(actor: Actor, publicId: string, needed: MemberRole): Promise<JobOf> {
  const job = await getJobOf(requirePerson(actor), publicId)
  if (!job) throw new NotFound()
  if (!mayAs(job.role, needed)) throw new Forbidden()
  return job
}

/** The job as a member of its company sees it; null to everybody else. */
export async function getJobOf(userId: string, publicId: string): Promise<JobOf | null> {
  const [row] = await db()
    .select({
      id: jobs.id,
      publicId: jobs.publicId,
      companyId: jobs.companyId,
      companyName: companies.name,
      companySlug: companies.slug,
      companyWebsite: companies.website,
      role: companyMembers.role,
      state: jobs.state,
      title: jobs.title,
      slug: jobs.slug,
      closedAt: jobs.closedAt,
      closeReason: jobs.closeReason,
    })
    .from(jobs)
    .innerJoin(companies, eq(companies.id, jobs.companyId))
    .innerJoin(
      companyMembers,
      and(eq(companyMembers.companyId, jobs.companyId), eq(companyMembers.userId, userId)),
    )
    .where(eq(jobs.publicId, publicId))
  return row ? { ...row, closedAt: row.closedAt?.toISOString() ?? null } : null
}

export type EmployerJob = {
  publicId: string
  href: string
  companyId: number
  title: string
  state: JobState
  hasChanges: boolean
  updatedAt: string
  firstPublishedAt: string | null
  closesAt: string | null
  closedAt: string | null
  closeReason: CloseReason | null
  /** Since when the page where people apply has been gone; after two days the job is in no list. */
  linkDeadSince: string | null
  isHidden: boolean
}

/** Of each company and state; more need paging, which no employer here needs yet. */
export const LISTED_EACH = 50

/** The jobs of some companies, the last touched first: at most 50 of each company and state. */
export async function listJobsOf(companyIds: readonly number[]): Promise<EmployerJob[]> {
  if (companyIds.length === 0) return []
  const ranked = db()
    .$with('ranked')
    .as(
      db()
        .select({
          id: jobs.id,
          place:
            sql<number>`row_number() over (partition by ${jobs.companyId}, ${jobs.state} order by ${jobs.updatedAt} desc, ${jobs.id} desc)`.as(
              'place',
            ),
        })
        .from(jobs)
        .where(inArray(jobs.companyId, [...companyIds])),
    )
  const rows = await db()
    .with(ranked)
    .select({
      publicId: jobs.publicId,
      slug: jobs.slug,
      companyId: jobs.companyId,
      title: sql<string>`coalesce(nullif(${jobs.title}, ''), trim(${jobs.draft} ->> 'title'), '')`,
      state: jobs.state,
      hasChanges: sql<boolean>`${jobs.state} = 'published' and ${jobs.draft} is not null`,
      updatedAt: jobs.updatedAt,
      firstPublishedAt: jobs.firstPublishedAt,
      closesAt: jobs.closesAt,
      closedAt: jobs.closedAt,
      closeReason: jobs.closeReason,
      linkDeadSince: linkChecks.deadSince,
      isHidden: sql<boolean>`${jobs.hiddenAt} is not null`,
    })
    .from(jobs)
    .leftJoin(linkChecks, eq(linkChecks.jobId, jobs.id))
    .innerJoin(ranked, eq(ranked.id, jobs.id))
    .where(lte(ranked.place, LISTED_EACH))
    .orderBy(desc(jobs.updatedAt), desc(jobs.id))
  return rows.map(({ slug, ...row }) => ({
    ...row,
    href: hrefOfJob({ slug, publicId: row.publicId }),
    updatedAt: row.updatedAt.toISOString(),
    firstPublishedAt: row.firstPublishedAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    linkDeadSince: row.linkDeadSince?.toISOString() ?? null,
  }))
}

export type JobCount = { companyId: number; state: JobState; count: number }

export async function countJobsOf(companyIds: readonly number[]): Promise<JobCount[]> {
  if (companyIds.length === 0) return []
  return db()
    .select({ companyId: jobs.companyId, state: jobs.state, count: sql<number>`count(*)::int` })
    .from(jobs)
    .where(inArray(jobs.companyId, [...companyIds]))
    .groupBy(jobs.companyId, jobs.state)
}

/** What was kept of a form, read again: fields that the form no longer has are dropped. */
export function keptDraft(kept: Record<string, string> | null): DraftForm | null {
  if (!kept) return null
  const known = Object.fromEntries(Object.entries(kept).filter(([name]) => name in emptyDraft))
  const draft = draftForm.safeParse(known)
  return draft.success ? draft.data : emptyDraft
}
