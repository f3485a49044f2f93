import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type Actor, inTransaction } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { requireMember } from '@/lib/companies/queries'
import { done, NotFound, type Outcome, refused } from '@/lib/outcome'
import { listJobs } from './listing'
import { hrefOfJob } from './rows'

export type Alike = {
  title: string
  jobs: { publicId: string; href: string; locationStated: string; source: string; openingId: number }[]
}

const LISTED_ALIKE = 50
const OF_EACH = 20

/** Open jobs of a company with one title that count as several openings: candidates to be one. The most frequent titles first. */
export async function listAlike(companyId: number): Promise<Alike[]> {
  const { rows } = await db().execute<{
    title: string
    jobs: (Omit<Alike['jobs'][number], 'href'> & { slug: string })[]
  }>(sql`
    select min(j.title) as title, (json_agg(json_build_object('publicId', j.public_id, 'slug', j.slug,
      'locationStated', j.location_stated, 'source', s.kind, 'openingId', j.opening_id) order by j.first_published_at, j.id)) as jobs
    from jobs j join sources s on s.id = j.source_id
    where j.company_id = ${companyId} and j.state = 'published'
    group by lower(regexp_replace(j.title, '[^[:alnum:]+#]+', ' ', 'g'))
    having count(distinct j.opening_id) > 1
    order by count(distinct j.opening_id) desc, 1 limit ${LISTED_ALIKE}`)
  return rows.map(({ title, jobs }) => ({
    title,
    jobs: jobs
      .slice(0, OF_EACH)
      .map(({ slug, ...job }) => ({ ...job, href: hrefOfJob({ slug, publicId: job.publicId }) })),
  }))
}

/** Says that jobs of a company are one opening: lists fold them, figures count them once, and nobody is told of it twice. */
export async function mergeOpenings(
  actor: Actor,
  input: { slug: string; jobs: string[] },
): Promise<Outcome<'too-few', { slug: string; jobs: number }>> {
  const { companyId, slug } = await requireMember(actor, { slug: input.slug }, 'recruiter')
  const wanted = [...new Set(input.jobs)]
  if (wanted.length < 2) return refused('too-few')
  return inTransaction<'too-few', { slug: string; jobs: number }>(actor, async (tx) => {
    const { rows } = await tx.execute<{ id: string; openingId: string }>(sql`
      select id, opening_id as "openingId" from jobs
      where company_id = ${companyId} and public_id = any(${sql.param(wanted)}::text[]) and opening_id is not null
      order by id for no key update`)
    if (rows.length < wanted.length) throw new NotFound()
    const ids = rows.map((row) => Number(row.id))
    const into = Math.min(...rows.map((row) => Number(row.openingId)))
    await tx.execute(sql`update jobs set opening_id = ${into} where id = any(${sql.param(ids)}::bigint[])`)
    await listJobs(tx, ids)
    await recordAudit(tx, actor, {
      action: 'jobs.merged',
      objectKind: 'company',
      objectId: String(companyId),
      facts: { jobs: wanted, openings: [...new Set(rows.map((row) => Number(row.openingId)))] },
    })
    return done({ slug, jobs: ids.length })
  })
}
