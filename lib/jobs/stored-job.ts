import { eq, sql } from 'drizzle-orm'
import { jobs } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import {
  employmentTypes,
  type JobState,
  type PayPeriod,
  seniorities,
  statedOf,
  visaPolicies,
  workplaces,
} from '@/db/values'
import { minorDigits } from '@/lib/money'
import { NotFound } from '@/lib/outcome'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveTitle } from '@/lib/taxonomy/titles'
import { keptDraft } from './employer-queries'
import { type DraftForm, emptyDraft, NOT_STATED_CHOICE } from './input'
import { statedLastDay } from './rules'

const columns = {
  id: jobs.id,
  publicId: jobs.publicId,
  companyId: jobs.companyId,
  companyName: sql<string>`(select c.name from companies c where c.id = ${jobs.companyId})`,
  openingId: jobs.openingId,
  state: jobs.state,
  draft: jobs.draft,
  title: jobs.title,
  slug: jobs.slug,
  text: jobs.text,
  locationStated: jobs.locationStated,
  roleId: jobs.roleId,
  seniority: jobs.seniority,
  workplace: jobs.workplace,
  employmentType: jobs.employmentType,
  eligibilityStated: jobs.eligibilityStated,
  eligibleWorldwide: jobs.eligibleWorldwide,
  visa: jobs.visa,
  payMin: jobs.payMin,
  payMax: jobs.payMax,
  payCurrency: jobs.payCurrency,
  payPeriod: jobs.payPeriod,
  applyUrl: jobs.applyUrl,
  isDemo: jobs.isDemo,
  /** It came from a source, which says how long it is open. */
  isImported: sql<boolean>`${jobs.sourceHash} is not null`,
  firstPublishedAt: jobs.firstPublishedAt,
  firstSeenAt: jobs.firstSeenAt,
  closesAt: jobs.closesAt,
  updatedAt: jobs.updatedAt,
  placeNames: sql<string[]>`array(select p.name from job_places jp join places p on p.id = jp.place_id
    where jp.job_id = jobs.id order by jp.position)`,
  statedSkills: sql<string[]>`array(select s.name from job_skills js join skills s on s.id = js.skill_id
    where js.job_id = jobs.id and js.origin = 'stated' order by s.id)`,
  statedSkillWords: sql<
    string[]
  >`array(select coalesce(js.evidence, s.name) from job_skills js join skills s on s.id = js.skill_id
    where js.job_id = jobs.id and js.origin = 'stated' order by s.id)`,
}

export type StoredJob = Awaited<ReturnType<typeof readStoredJob>>
export type LockedJob = StoredJob & { state: JobState; now: Date }

/** Reads the job and keeps every other write of it waiting until this transaction is over. */
export async function lockJob(tx: Tx, id: number): Promise<LockedJob> {
  const { rows } = await tx.execute<{ now: Date | string }>(
    sql`select now() as now from jobs where id = ${id} for update`,
  )
  const now = rows[0]?.now
  if (now === undefined) throw new NotFound()
  return { ...(await readStoredJob(tx, id)), now: new Date(now) }
}

export async function readStoredJob(read: Pick<Tx, 'select'>, id: number) {
  const [row] = await read.select(columns).from(jobs).where(eq(jobs.id, id))
  if (!row) throw new NotFound()
  const draft = keptDraft(row.draft)
  return { ...row, draft, form: draft ?? emptyDraft }
}

/** The form that would publish the job as it stands: what an employer edits. */
export function formOf(job: Omit<StoredJob, 'draft' | 'form'>, taxonomy: Taxonomy): DraftForm {
  const fromTitle = resolveTitle(taxonomy, job.title)
  const role = [...taxonomy.roleBySlug.values()].find((known) => known.id === job.roleId)?.slug ?? null
  const level = statedOf(seniorities, job.seniority)
  const lastDay = lastDayOf(job)
  return {
    title: job.title,
    roleSlug: role === fromTitle.role ? '' : (role ?? NOT_STATED_CHOICE),
    seniority: level === fromTitle.seniority ? '' : (level ?? NOT_STATED_CHOICE),
    employmentType: statedOf(employmentTypes, job.employmentType) ?? '',
    workplace: statedOf(workplaces, job.workplace) ?? '',
    places: job.locationStated.split('; ').join('\n'),
    eligibility: job.eligibleWorldwide ? 'worldwide' : job.eligibilityStated ? 'countries' : '',
    eligibleCountries: job.eligibleWorldwide ? '' : (job.eligibilityStated ?? ''),
    visa: statedOf(visaPolicies, job.visa) ?? '',
    payMin: decimal(job.payMin, job.payCurrency),
    payMax: decimal(job.payMax, job.payCurrency),
    payCurrency: job.payCurrency ?? '',
    payPeriod: job.payPeriod ?? '',
    text: job.text,
    applyUrl: job.applyUrl ?? '',
    skills: job.statedSkillWords.join(', '),
    closesOn: lastDay ?? '',
  }
}

function lastDayOf({
  isImported,
  firstPublishedAt,
  closesAt,
}: Omit<StoredJob, 'draft' | 'form'>): string | null {
  if (isImported) return closesAt?.toISOString().slice(0, 10) ?? null
  return firstPublishedAt ? statedLastDay(firstPublishedAt, closesAt) : null
}

export type PayFact = { min: string | null; max: string | null; currency: string; period: PayPeriod } | null

/** Pay as a fact of the job's history: decimal strings, as stated. */
export function payFact(job: Pick<StoredJob, 'payMin' | 'payMax' | 'payCurrency' | 'payPeriod'>): PayFact {
  const { payMin, payMax, payCurrency: currency, payPeriod: period } = job
  if (currency === null || period === null) return null
  return { min: decimal(payMin, currency) || null, max: decimal(payMax, currency) || null, currency, period }
}

function decimal(minor: bigint | null, currency: string | null): string {
  if (minor === null || currency === null) return ''
  const digits = minorDigits(currency)
  const text = String(minor).padStart(digits + 1, '0')
  const fraction = digits === 0 ? '' : text.slice(-digits)
  return /^0*$/.test(fraction) ? text.slice(0, text.length - digits) : `${text.slice(0, -digits)}.${fraction}`
}
