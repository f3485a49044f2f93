// How much of the shipped sample resolves: `npx tsx scripts/taxonomy-coverage.ts [--sample 100 --seed 7]`
import { parseArgs } from 'node:util'
import { locationStated, readSeedJobs, type Tags, tagsOf } from '@/db/seed/jobs'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import type { SeedJob } from '@/db/seed/types'
import { randomFrom } from '@/lib/jobs/testing/random'
import { buildTaxonomy, type Taxonomy } from '@/lib/taxonomy/build'
import type { PlaceTag } from '@/lib/taxonomy/locations'
import { taxonomyRules } from '@/lib/taxonomy/rules'

type Tagged = { job: SeedJob; tags: Tags }

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    top: { type: 'string', default: '40' },
  },
})

function main(): void {
  const rows = readTaxonomyRows()
  const built = performance.now()
  const taxonomy = buildTaxonomy(rows, taxonomyRules)
  const resolved = performance.now()
  const tagged = readSeedJobs().map((job) => ({ job, tags: tagsOf(taxonomy, job) }))
  const done = performance.now()
  if (values.sample) {
    printSample(taxonomy, tagged)
    return
  }
  console.log(
    `built in ${(resolved - built).toFixed(0)} ms, ${tagged.length} jobs resolved in ${(done - resolved).toFixed(0)} ms`,
  )
  printCoverage(taxonomy, tagged)
  printUnresolved(tagged, Number(values.top))
}

function printCoverage(taxonomy: Taxonomy, tagged: readonly Tagged[]): void {
  const placed = tagged.filter(({ job }) => namesPlace(taxonomy, job))
  const stated = tagged.filter(({ tags }) => tags.pay)
  share('role', tagged, ({ tags }) => tags.role !== null)
  share('seniority', tagged, ({ tags }) => tags.seniority !== null)
  share('country, of jobs that name a place', placed, ({ tags }) => tags.location.places.length > 0)
  share('country, of all jobs', tagged, ({ tags }) => tags.location.places.length > 0)
  share('city, of all jobs', tagged, ({ tags }) =>
    tags.location.places.some((place) => place.cityId !== null),
  )
  share('workplace', tagged, ({ tags }) => tags.location.workplace !== null)
  share(
    'eligibility, of remote jobs',
    tagged.filter(isRemote),
    ({ tags }) => tags.location.eligibility !== null,
  )
  share(
    'employment type, of jobs that state one',
    tagged.filter(({ job }) => job.employmentType),
    ({ tags }) => tags.employmentType !== null,
  )
  share('pay stated', tagged, ({ tags }) => tags.pay !== null)
  share('pay plausible, of stated', stated, ({ tags }) => tags.pay?.annual?.plausible === true)
}

function isRemote({ tags }: Tagged): boolean {
  return tags.location.workplace === 'remote'
}

/** Whether anything but words about the workplace and groups of countries stands in the location. */
function namesPlace(taxonomy: Taxonomy, job: SeedJob): boolean {
  const words = new Set(['n', 'a', 'other', 'tbd', 'cet', 'headquarters'])
  const isAboutPlace = (text: string) => {
    const phrases = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
    const known = [
      ...taxonomy.locations.words.findAll(phrases),
      ...taxonomy.locations.groups.findAll(phrases),
    ]
    return phrases.some(
      (word, i) => word !== '' && !words.has(word) && !known.some(({ start, end }) => i >= start && i < end),
    )
  }
  return job.locations.some(isAboutPlace) || (job.addresses ?? []).some((address) => address?.country)
}

function share(name: string, all: readonly Tagged[], isTrue: (one: Tagged) => boolean): void {
  const n = all.filter(isTrue).length
  console.log(`${((100 * n) / all.length).toFixed(1).padStart(5)} %  ${name} (${n} of ${all.length})`)
}

function printUnresolved(tagged: readonly Tagged[], top: number): void {
  print(
    'titles without a role',
    tagged.filter(({ tags }) => !tags.role).map(({ job }) => job.title),
    top,
  )
  print(
    'locations not understood',
    tagged.flatMap(({ tags }) => tags.location.unresolved),
    top,
  )
  print(
    'employment types not understood',
    tagged.flatMap(({ job, tags }) =>
      job.employmentType && !tags.employmentType ? [job.employmentType] : [],
    ),
    top,
  )
  print(
    'implausible pay',
    tagged.flatMap(({ tags }) => (tags.pay && !tags.pay.annual?.plausible ? [payWords(tags)] : [])),
    top,
  )
}

function print(name: string, texts: readonly string[], top: number): void {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, top)
  console.log(`\n${name}: ${texts.length}`)
  for (const [text, n] of sorted) console.log(`${String(n).padStart(5)}  ${text}`)
}

function printSample(taxonomy: Taxonomy, tagged: readonly Tagged[]): void {
  const random = randomFrom(Number(values.seed))
  const shuffled = tagged.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at)
  for (const { one } of shuffled.slice(0, Number(values.sample))) {
    const { location, role, seniority, employmentType } = one.tags
    const countries = location.eligibility?.countries.length ?? 0
    const from = location.eligibility
      ? countries > 4
        ? `${countries} countries`
        : location.eligibility.countries.join(' ')
      : ''
    const eligible = location.eligibility
      ? ` from[${location.eligibility.worldwide ? 'worldwide ' : ''}${from}]`
      : ''
    console.log(`${one.job.title}  →  ${role ?? '-'} · ${seniority ?? '-'}`)
    console.log(
      `      ${locationStated(one.job)}  →  ${location.places.map((tag) => placeWords(taxonomy, tag)).join(' | ') || '-'} · ${location.workplace ?? '-'}${eligible} · ${one.job.employmentType ?? ''} → ${employmentType ?? '-'} · ${payWords(one.tags)}`,
    )
  }
}

function placeWords(taxonomy: Taxonomy, { cityId, regionId, countryId }: PlaceTag): string {
  return [cityId, regionId, countryId]
    .flatMap((id) => (id ? (taxonomy.placeById.get(id)?.slug ?? []) : []))
    .join(' < ')
}

function payWords({ pay }: Tags): string {
  if (!pay) return ''
  return `${pay.currency} ${pay.min}–${pay.max} per ${pay.period}${pay.annual?.plausible ? '' : ' IMPLAUSIBLE'}`
}

main()
