import { codeOf, employmentTypes, type Seniority, seniorities, visaPolicies, workplaces } from '@/db/values'
import { slugOf } from '@/lib/companies/rules'
import { fingerprintOf } from '@/lib/jobs/fingerprint'
import { payColumns } from '@/lib/jobs/pay-columns'
import type { JobFacts } from '@/lib/jobs/write-many'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveEmploymentType } from '@/lib/taxonomy/employment'
import { type LocationTags, resolveLocation } from '@/lib/taxonomy/locations'
import { readSkills, resolveSkills, type SkillReading } from '@/lib/taxonomy/skills'
import { resolveTitle, type TitleTags } from '@/lib/taxonomy/titles'
import { readVisa } from '@/lib/taxonomy/visa'
import { readPay } from './pay'
import { placeWords } from './place-words'
import { Remembered } from './remembered'
import type { ImportedJob } from './shape'
import { textOf } from './text'

/** What the job itself does not say. */
type Known = {
  company?: string
  /** Department -> role of its jobs whose titles name none. */
  departmentRoles?: Readonly<Record<string, string>> | undefined
}

const titles = new Remembered<Taxonomy, TitleTags>()
const places = new Remembered<Taxonomy, LocationTags>()

/**
 * What an imported job means on this board. What its source states in a field wins over what its words say; where neither says
 * anything the column stays "not stated". `company` is who hires: what it is called is no skill.
 */
export function understand(taxonomy: Taxonomy, job: ImportedJob, known: Known = {}): JobFacts {
  const { company = job.company ?? '', departmentRoles = {} } = known
  const text = textOf(job.html)
  const title = titles.get(taxonomy, job.title, () => resolveTitle(taxonomy, job.title))
  const location = locationOf(taxonomy, job)
  const { pay, tiers } = readPay(job, text)
  const locationStated = placeWords(job).join('; ').slice(0, 2000)
  const eligibility = location.eligibility
  return {
    title: job.title,
    slug: slugOf(job.title) ?? 'job',
    text,
    locationStated,
    roleId: taxonomy.roleBySlug.get(title.role ?? departmentRoles[job.department ?? ''] ?? '')?.id ?? null,
    seniority: codeOf(seniorities, title.seniority ?? statedLevel(taxonomy, job.seniority)),
    workplace: codeOf(workplaces, location.workplace),
    employmentType: codeOf(employmentTypes, resolveEmploymentType(taxonomy, job.employmentType)),
    visa: codeOf(visaPolicies, readVisa(text)?.policy),
    eligibilityStated: eligibility ? job.eligibleFrom.join(', ') || locationStated : null,
    eligibleWorldwide: eligibility?.worldwide ?? false,
    ...payColumns(pay),
    payTiers: tiers.length > 1 ? tiers : null,
    applyUrl: job.applyUrl ?? job.url,
    sourceUrl: job.url,
    department: job.department,
    fingerprint: fingerprintOf(job.title, text),
    places: location.places.map((tag, position) => ({
      placeId: tag.cityId ?? tag.regionId ?? tag.countryId,
      position,
      ...tag,
    })),
    eligible: (eligibility?.countries ?? []).flatMap((code) => taxonomy.countryIdByCode.get(code) ?? []),
    skills: skillsOf(taxonomy, job.skills, readSkills(taxonomy, text, { company })),
  }
}

/** Words of the source about where a remote job may be done count only where the job is remote. */
function locationOf(taxonomy: Taxonomy, job: ImportedJob): LocationTags {
  const { locations, workplace } = job
  const read = places.get(taxonomy, JSON.stringify([locations, workplace]), () =>
    resolveLocation(
      taxonomy,
      locations.map(({ text }) => text ?? ''),
      { workplaceType: workplace, addresses: locations.map(({ address }) => address) },
    ),
  )
  if (read.workplace !== 'remote' || job.eligibleFrom.length === 0) return read
  const scopes = job.eligibleFrom.map((words) => resolveLocation(taxonomy, [`Remote, ${words}`]).eligibility)
  const known = scopes.filter((scope) => scope !== null)
  // One scope that is not understood would leave countries out: then nothing is said.
  if (known.length < scopes.length) return { ...read, eligibility: null }
  const countries = [...new Set(known.flatMap((scope) => scope.countries))].sort()
  return { ...read, eligibility: { countries, worldwide: known.some((scope) => scope.worldwide) } }
}

/** A source's own field for the level, read by the words of titles: "Senior", "Entry level". */
function statedLevel(taxonomy: Taxonomy, stated: string | null): Seniority | null {
  return stated ? resolveTitle(taxonomy, stated.replace(/_/g, ' ')).seniority : null
}

function skillsOf(
  taxonomy: Taxonomy,
  stated: readonly string[],
  read: readonly SkillReading[],
): JobFacts['skills'] {
  const skills = new Map<string, JobFacts['skills'][number]>()
  for (const { slug, evidence } of read) add(slug, 'text', evidence)
  for (const name of stated) for (const slug of resolveSkills(taxonomy, [name])) add(slug, 'stated', name)
  return [...skills.values()]

  function add(slug: string, origin: 'stated' | 'text', evidence: string): void {
    const id = taxonomy.skillBySlug.get(slug)?.id
    if (id !== undefined) skills.set(slug, { id, origin, evidence })
  }
}
