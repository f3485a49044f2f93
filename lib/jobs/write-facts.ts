import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { jobEligibility, jobPlaces, jobSkills, jobs, openings } from '@/db/schema'
import type { Actor, Tx } from '@/db/transaction'
import type { JobState } from '@/db/values'
import { type Changes, changesBetween } from './changes'
import type { PublishFacts } from './publish-facts'
import { recordEvent } from './record'
import { closingTime, endOfUtcDay } from './rules'
import { type LockedJob, payFact } from './stored-job'

type Moved = {
  state: JobState
  openingId: number | null
  repostOf?: number | null
  firstPublishedAt?: Date
  firstSeenAt?: Date
}

/** Writes what a form means into the job and its rows, and forgets the form. Dates that are not given stay. */
export async function writeFacts(tx: Tx, job: LockedJob, facts: PublishFacts, moved: Moved): Promise<void> {
  const firstPublishedAt = moved.firstPublishedAt ?? job.firstPublishedAt
  const closesAt = closesAtOf(job, firstPublishedAt, facts)
  await tx
    .update(jobs)
    .set({
      ...facts.columns,
      ...moved,
      closesAt,
      draft: null,
      updatedAt: sql`now()`,
      // From now on its source does not change it any more.
      // What was said of another address says nothing of this one.
      ...(facts.columns.applyUrl === job.applyUrl ? {} : { hiddenAt: null }),
      ...(job.isImported ? { editedHereAt: sql`now()`, payTiers: null } : {}),
    })
    .where(eq(jobs.id, job.id))
  await tx.delete(jobPlaces).where(eq(jobPlaces.jobId, job.id))
  await tx.delete(jobEligibility).where(eq(jobEligibility.jobId, job.id))
  await tx.delete(jobSkills).where(eq(jobSkills.jobId, job.id))
  const placeRows = facts.places.map((place, position) => ({
    jobId: job.id,
    placeId: place.id,
    position,
    countryId: place.countryId,
    regionId: place.kind === 'region' ? place.id : place.regionId,
    cityId: place.kind === 'city' ? place.id : null,
  }))
  const countryRows = facts.eligible.map((country) => ({ jobId: job.id, countryId: country.id }))
  const skillRows = facts.skills.map(({ id, origin, evidence }) => ({
    jobId: job.id,
    skillId: id,
    origin,
    evidence,
  }))
  if (placeRows.length > 0) await tx.insert(jobPlaces).values(placeRows)
  if (countryRows.length > 0) await tx.insert(jobEligibility).values(countryRows)
  if (skillRows.length > 0) await tx.insert(jobSkills).values(skillRows)
}

/** When a job closes by itself: one that was typed in always does; an imported one only on a last day that is stated. */
export function closesAtOf(
  { isImported }: Pick<LockedJob, 'isImported'>,
  firstPublishedAt: Date | null,
  { lastDay }: PublishFacts,
): Date | null {
  if (isImported) return lastDay === null ? null : endOfUtcDay(lastDay)
  return firstPublishedAt && closingTime(firstPublishedAt, lastDay)
}

/** The opening of this company with this title and text; two who publish the same one at once get the same row. */
export async function openingOf(tx: Tx, companyId: number, { fingerprint }: PublishFacts): Promise<number> {
  const [opening] = await tx
    .insert(openings)
    .values({ companyId, fingerprint })
    .onConflictDoUpdate({ target: [openings.companyId, openings.fingerprint], set: { fingerprint } })
    .returning({ id: openings.id })
  if (!opening) throw new Error('an opening was not written')
  return opening.id
}

type Reposted = { id: number; publicId: string; openingId: number }

/** A job for an opening that had one before is a repost: it names the last one, whose history names it in turn. */
export async function markRepost(
  tx: Tx,
  actor: Actor,
  { id, publicId, openingId }: Reposted,
): Promise<number | null> {
  const [last] = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.openingId, openingId),
        eq(jobs.state, 'closed'),
        ne(jobs.id, id),
        isNotNull(jobs.firstPublishedAt),
      ),
    )
    .orderBy(desc(jobs.firstPublishedAt), desc(jobs.id))
    .limit(1)
  if (!last) return null
  await recordEvent(tx, actor, { jobId: last.id, kind: 'reposted', facts: { as: publicId } })
  return last.id
}

/** What an edit changed, with old and new pay and place; null when it changed nothing. */
export function editedFacts(job: LockedJob, facts: PublishFacts): Changes | null {
  const { columns } = facts
  return changesBetween(
    { ...job, pay: payFact(job), places: job.placeNames, skills: job.statedSkills },
    {
      ...columns,
      pay: payFact(columns),
      places: facts.places.map((place) => place.name),
      skills: facts.skills.filter((skill) => skill.origin === 'stated').map((skill) => skill.name),
      closesAt: closesAtOf(job, job.firstPublishedAt, facts),
    },
  )
}
