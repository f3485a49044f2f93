import { employmentTypes, seniorities, statedOf, visaPolicies, workplaces } from '@/db/values'
import { toMajor } from '@/lib/money'
import type { Taxonomy } from '@/lib/taxonomy/build'
import type { JobOf } from './employer-queries'
import type { PublishFacts } from './publish-facts'
import type { JobPage } from './queries'
import { hrefOfJob } from './rows'

import type { StoredJob } from './stored-job'
import { closesAtOf } from './write-facts'

type Previewed = { job: JobOf; stored: StoredJob; facts: PublishFacts; taxonomy: Taxonomy; now: Date }

/** What `getJobPage` will read once these facts are published: the same view, so that the same component draws it. */
export function previewOf({ job, stored, facts, taxonomy, now }: Previewed): JobPage {
  const { columns, places, role } = facts
  const workplace = statedOf(workplaces, columns.workplace)
  const firstPublishedAt = stored.firstPublishedAt ?? now
  const isRemote = workplace === 'remote'
  const skills = facts.skills.toSorted((a, b) => a.id - b.id)
  return {
    id: job.id,
    publicId: job.publicId,
    slug: columns.slug,
    href: hrefOfJob({ slug: columns.slug, publicId: job.publicId }),
    opening: facts.fingerprint.slice(0, 16),
    title: columns.title,
    company: { name: job.companyName, slug: job.companySlug, website: job.companyWebsite },
    places: places.map((place) => {
      const country = taxonomy.placeById.get(place.countryId)
      return place.kind === 'country' || !country ? place.name : `${place.name}, ${country.name}`
    }),
    locationStated: columns.locationStated,
    workplace,
    employmentType: statedOf(employmentTypes, columns.employmentType),
    seniority: statedOf(seniorities, columns.seniority),
    eligibility: isRemote
      ? (columns.eligibilityStated ?? (columns.eligibleWorldwide ? 'Worldwide' : null))
      : null,
    eligibleFrom: isRemote ? eligibleFromOf(facts) : null,
    visa: statedOf(visaPolicies, columns.visa),
    pay: payOf(columns),
    payImplausible: columns.payImplausible,
    skills: skills.map(({ slug, name }) => ({ slug, name })),
    skillEvidence: skills.map(({ slug, name, origin, evidence }) => ({ slug, name, origin, evidence })),
    firstPublishedAt: firstPublishedAt.toISOString(),
    hasText: columns.text !== '',
    state: 'published',
    isDemo: stored.isDemo,
    text: columns.text,
    role: role ? { slug: role.slug, name: role.name } : null,
    applyUrl: columns.applyUrl,
    addresses: places.map((place) => ({
      city: place.kind === 'city' ? place.name : null,
      region: nameOfRegion(taxonomy, place),
      countryCode: place.countryCode,
    })),
    eligibleWorldwide: columns.eligibleWorldwide,
    eligibleCountries: facts.eligible.map((country) => country.countryCode).sort(),
    firstSeenAt: (stored.firstSeenAt ?? firstPublishedAt).toISOString(),
    closesAt: closesAtOf(stored, firstPublishedAt, facts)?.toISOString() ?? null,
    closedAt: null,
    closeReason: null,
    isHidden: false,
    source: null,
    payTiers: [],
    events: [],
  }
}

function eligibleFromOf({ columns, eligible }: PublishFacts): JobPage['eligibleFrom'] {
  if (columns.eligibleWorldwide) return { worldwide: true, countries: [] }
  const countries = eligible.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((country) => country.slug)
  return countries.length > 0 ? { worldwide: false, countries } : null
}

function nameOfRegion(taxonomy: Taxonomy, place: PublishFacts['places'][number]): string | null {
  const region = place.kind === 'region' ? place : taxonomy.placeById.get(place.regionId ?? 0)
  return region?.name ?? null
}

function payOf({
  payMin,
  payMax,
  payCurrency: currency,
  payPeriod: period,
}: PublishFacts['columns']): JobPage['pay'] {
  if (currency === null || period === null) return null
  const major = (minor: bigint | null) => (minor === null ? null : toMajor(minor, currency))
  return { min: major(payMin), max: major(payMax), currency, period }
}
