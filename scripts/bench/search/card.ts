import type { JobRecord } from '@/db/seed/load-jobs'
import type { Sample } from './sample'

type Stated = Pick<
  JobRecord,
  | 'public_id'
  | 'slug'
  | 'title'
  | 'text'
  | 'location_stated'
  | 'workplace'
  | 'employment_type'
  | 'seniority'
  | 'eligibility_stated'
  | 'eligible_worldwide'
  | 'eligible'
  | 'places'
  | 'skills'
  | 'pay_min'
  | 'pay_max'
  | 'pay_currency'
  | 'pay_period'
  | 'pay_implausible'
  | 'first_published_at'
  | 'first_seen_at'
> & { id: number; visa: number }

/** What the SQL function `job_card` makes of a job; `corpus.db.test.ts` holds the two to each other. */
export function cardOf({ places, skills }: Sample, job: Stated): string {
  const placeOf = (id: number) => {
    const place = places.get(id)
    if (!place) throw new Error(`there is no place ${id}`)
    return place
  }
  return JSON.stringify({
    publicId: job.public_id,
    slug: job.slug,
    title: job.title,
    locationStated: job.location_stated,
    workplace: job.workplace,
    employmentType: job.employment_type,
    seniority: job.seniority,
    visa: job.visa,
    eligibilityStated: job.eligibility_stated,
    worldwide: job.eligible_worldwide,
    payMin: job.pay_min,
    payMax: job.pay_max,
    payCurrency: job.pay_currency,
    payPeriod: job.pay_period,
    payImplausible: job.pay_implausible,
    firstPublishedAt: job.first_published_at,
    firstSeenAt: job.first_seen_at,
    hasText: job.text !== '',
    // As its opening is written.
    opening: `bench ${job.id}`.slice(0, 16),
    places: job.places.map(({ place_id, country_id }) => {
      const place = placeOf(place_id)
      return { name: place.name, country: place.kind === 'country' ? null : placeOf(country_id).name }
    }),
    countries: job.eligible
      .map((id) => placeOf(id))
      .map(({ name, slug }) => ({ name, slug }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    skills: job.skills.flatMap((id) => {
      const skill = skills.get(id)
      return skill ? [{ slug: skill.slug, name: skill.name }] : []
    }),
  })
}
