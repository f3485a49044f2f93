import { randomFrom } from '@/lib/jobs/testing/random'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { placeWords, type Tagged } from './tags'

export function printCoverage(all: readonly Tagged[]): void {
  const isRemote = ({ tags }: Tagged) => tags.location.workplace === 'remote'
  const hasCountry = ({ tags }: Tagged) => tags.location.places.length > 0
  share('role', all, ({ tags }) => tags.role !== null)
  share('seniority', all, ({ tags }) => tags.seniority !== null)
  share('country or remote', all, (one) => hasCountry(one) || isRemote(one))
  share('country', all, hasCountry)
  share('city', all, ({ tags }) => tags.location.places.some((place) => place.cityId !== null))
  share('workplace', all, ({ tags }) => tags.location.workplace !== null)
  share('eligibility, of remote jobs', all.filter(isRemote), ({ tags }) => tags.location.eligibility !== null)
  const typed = all.filter(({ job }) => job.employmentType)
  share('employment type, of jobs that state one', typed, ({ tags }) => tags.employmentType !== null)
  const worded = all.filter(({ job }) => job.text || job.skills)
  share('a skill, of jobs with a text or stated skills', worded, ({ tags }) => tags.skills.length > 0)
}

function share(name: string, all: readonly Tagged[], isTrue: (one: Tagged) => boolean): void {
  if (all.length === 0) return
  const n = all.filter(isTrue).length
  console.log(`${((100 * n) / all.length).toFixed(1).padStart(5)} %  ${name} (${n} of ${all.length})`)
}

export function printUnresolved(all: readonly Tagged[], top: number): void {
  const untitled = all.filter(({ tags }) => !tags.role)
  printCounts(
    'titles without a role',
    untitled.map(({ job }) => job.title),
    top,
  )
  printCounts(
    'locations not understood',
    all.flatMap(({ tags }) => tags.location.unresolved),
    top,
  )
  const untyped = all.filter(({ job, tags }) => job.employmentType && !tags.employmentType)
  printCounts(
    'employment types not understood',
    untyped.map(({ job }) => job.employmentType ?? ''),
    top,
  )
}

function printCounts(name: string, texts: readonly string[], top: number): void {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, top)
  console.log(`\n${name}: ${texts.length}`)
  for (const [text, n] of sorted) console.log(`${String(n).padStart(5)}  ${text}`)
}

/** The same jobs for the same seed. */
export function printSample(
  taxonomy: Taxonomy,
  all: readonly Tagged[],
  { size, seed }: { size: number; seed: number },
): void {
  const random = randomFrom(seed)
  const shuffled = all.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at)
  for (const { one } of shuffled.slice(0, size)) printJob(taxonomy, one)
}

function printJob(taxonomy: Taxonomy, { job, tags }: Tagged): void {
  const { location, role, seniority, employmentType, skills } = tags
  const places = location.places.map((tag) => placeWords(taxonomy, tag)).join(' | ') || '-'
  console.log(`${job.title}  →  ${role ?? '-'} · ${seniority ?? '-'}`)
  console.log(
    `      ${[...new Set(job.locations)].join('; ')}  →  ${places} · ${location.workplace ?? '-'}${eligibleWords(location)}`,
  )
  if (job.employmentType) console.log(`      ${job.employmentType}  →  ${employmentType ?? '-'}`)
  if (job.text || job.skills) console.log(`      skills  →  ${skills.join(', ') || '-'}`)
}

function eligibleWords({ eligibility }: Tagged['tags']['location']): string {
  if (!eligibility) return ''
  const { countries, worldwide } = eligibility
  const named = countries.length > 4 ? `${countries.length} countries` : countries.join(' ')
  return ` · from ${[worldwide ? 'worldwide' : '', named].filter(Boolean).join(' ')}`
}
