import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { companies, jobEvents, jobs, openings, users } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { listJobs, unlistJob } from '@/lib/jobs/listing'
import { newPublicId } from '@/lib/jobs/public-id'
import { done } from '@/lib/outcome'

/** For tests: the least that a saved search and a published job need. */
const system = { kind: 'system', name: 'test' } as const
let serial = 0

export async function person() {
  serial += 1
  const [row] = await db()
    .insert(users)
    .values({ email: `candidate-${serial}@example.org`, emailVerified: sql`now()` })
    .returning({ userId: users.id, email: users.email })
  if (!row) throw new Error('no person')
  return { ...row, actor: { kind: 'person', userId: row.userId } as const }
}

export async function opening(): Promise<{ openingId: number; companyId: number }> {
  serial += 1
  const [company] = await db()
    .insert(companies)
    .values({ slug: `company-${newPublicId()}`, name: `Company ${serial}` })
    .returning({ id: companies.id })
  if (!company) throw new Error('no company')
  const [row] = await db()
    .insert(openings)
    .values({ companyId: company.id, fingerprint: `print-${serial}` })
    .returning({ id: openings.id })
  if (!row) throw new Error('no opening')
  return { openingId: row.id, companyId: company.id }
}

type Job = {
  title?: string
  seniority?: number
  text?: string
  roleId?: number
  of?: { openingId: number; companyId: number }
}

/** A published job with its event; the command of `jobs` writes the same rows. */
export async function publish({ title = 'Nurse', seniority = 0, text = '', roleId, of }: Job = {}) {
  const { openingId, companyId } = of ?? (await opening())
  const publicId = newPublicId()
  const outcome = await inTransaction(system, async (tx) => {
    const [job] = await tx
      .insert(jobs)
      .values({
        ...{ publicId, companyId, openingId, title, seniority, text, sourceId: 1, state: 'published' },
        roleId: roleId ?? null,
        firstPublishedAt: sql`now()`,
        firstSeenAt: sql`now()`,
      })
      .returning({ id: jobs.id })
    if (!job) throw new Error('no job')
    await listJobs(tx, [job.id])
    const [event] = await tx
      .insert(jobEvents)
      .values({ jobId: job.id, kind: 'published' })
      .returning({ id: jobEvents.id })
    if (!event) throw new Error('no event')
    return done({ jobId: job.id, eventId: event.id, openingId, companyId, title })
  })
  if (!outcome.ok) throw new Error('refused')
  return outcome.value
}

/** Gives a published job another title; answers the event. */
export async function edit(jobId: number, title: string): Promise<number> {
  const outcome = await inTransaction(system, async (tx) => {
    await tx.execute(sql`update jobs set title = ${title} where id = ${jobId}`)
    await listJobs(tx, [jobId])
    const [event] = await tx
      .insert(jobEvents)
      .values({ jobId, kind: 'edited' })
      .returning({ id: jobEvents.id })
    if (!event) throw new Error('no event')
    return done(event.id)
  })
  return outcome.ok ? outcome.value : 0
}

export async function close(jobId: number): Promise<void> {
  await inTransaction(system, async (tx) => {
    await tx.execute(
      sql`update jobs set state = 'closed', closed_at = now(), close_reason = 'filled' where id = ${jobId}`,
    )
    await unlistJob(tx, jobId)
    return done()
  })
}
