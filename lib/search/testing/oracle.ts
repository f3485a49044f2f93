import type { PayPeriod } from '@/db/values'
import { coordinates, type SampleJob, skills } from '@/lib/jobs/testing/corpus'
import type { FacetName } from '../facets'
import type { ChoiceKey, Search } from '../search'
import type { SampleWords } from './sample-searches'

/**
 * What a search finds, by reading SEARCH.md §1 aloud over plain objects. It shares nothing with the code under test but the type
 * of a search.
 */
export function find(
  jobs: readonly SampleJob[],
  search: Search,
  words: SampleWords | null,
  leftOut?: FacetName,
): SampleJob[] {
  return jobs
    .filter((job) => matches(job, search, words, leftOut))
    .sort(
      (a, b) => rank(b, search) - rank(a, search) || a.publishedDaysAgo - b.publishedDaysAgo || b.id - a.id,
    )
}

/** What the rank of relevance is made of is asked elsewhere: here it is the order of dates. */
function rank(job: SampleJob, { sort, pay }: Search): number {
  const floor = pay?.floor
  const currency = floor && floor !== 'none' ? floor.currency : 'USD'
  return sort === 'pay' && job.pay?.currency === currency ? (topOf(job) ?? -1) : -1
}

function matches(job: SampleJob, search: Search, words: SampleWords | null, leftOut?: FacetName): boolean {
  const keys: ChoiceKey[] = [
    'role',
    'skill',
    'company',
    'seniority',
    'type',
    'workplace',
    'country',
    'region',
    'visa',
    'text',
  ]
  for (const key of keys) {
    if (key === leftOut) continue
    const has = (value: string) => hasValue(job, key, value)
    if (search[key].any.length > 0 && !search[key].any.some(has)) return false
    if (search[key].not.some(has)) return false
  }
  if (!nearMatches(job, search, leftOut)) return false
  if (!search.skillAll.every((skill) => job.skills.includes(skill))) return false
  if (leftOut !== 'pay' && !payMatches(job, search)) return false
  if (leftOut !== 'posted' && search.posted && job.publishedDaysAgo > Number.parseInt(search.posted, 10))
    return false
  if (leftOut !== 'seen' && search.seen && job.seenDaysAgo > Number.parseInt(search.seen, 10)) return false
  return words === null || wordsMatch(job, words)
}

/** `none` is a value like every other: the job says nothing about this facet. */
export function hasValue(job: SampleJob, key: ChoiceKey, value: string): boolean {
  if (key === 'from' && value === 'eu') return mayWorkFrom(job, 'de') || mayWorkFrom(job, 'fr')
  if (key === 'from') return mayWorkFrom(job, value)
  if (key === 'text') return (job.text !== '') === (value === 'yes')
  const values = valuesOf(job, key)
  return value === 'none' ? values.length === 0 : values.includes(value)
}

function valuesOf(job: SampleJob, key: Exclude<ChoiceKey, 'from' | 'text'>): string[] {
  if (key === 'skill') return job.skills
  if (key === 'country') return job.places.map((place) => place.country)
  if (key === 'region') return job.places.flatMap((place) => place.region ?? [])
  if (key === 'place') return job.places.flatMap((place) => place.city ?? [])
  const value = job[key]
  return value === null ? [] : [value]
}

function mayWorkFrom(job: SampleJob, value: string): boolean {
  if (job.workplace !== 'remote') return false
  const stated = job.eligibility !== null && job.eligibility.length > 0
  if (value === 'none') return !stated
  if (job.eligibility === 'worldwide') return true
  return value !== 'worldwide' && stated && (job.eligibility as string[]).includes(value)
}

/** Place and eligibility: each on its own, or, where the search says so, one of the two. */
function nearMatches(job: SampleJob, search: Search, leftOut?: FacetName): boolean {
  const { place, from, radius } = search
  const centres = place.any.filter((value) => value !== 'none')
  const isHere =
    (place.any.includes('none') && hasValue(job, 'place', 'none')) ||
    job.places.some(
      ({ city }) => city !== null && centres.some((centre) => isWithin(centre, city, radius ?? 0)),
    )
  const mine = from.any.length > 0 ? from.any : centres.map((centre) => centre.slice(-2))
  const isOpenToMe = (values: readonly string[]) => values.some((value) => hasValue(job, 'from', value))
  if (leftOut !== 'place' && place.not.some((value) => hasValue(job, 'place', value))) return false
  if (leftOut !== 'from' && from.not.some((value) => hasValue(job, 'from', value))) return false
  if (search.nearOrRemote && centres.length > 0) {
    return leftOut === 'place' || leftOut === 'from' || isHere || isOpenToMe(mine)
  }
  if (leftOut !== 'place' && place.any.length > 0 && !isHere) return false
  return leftOut === 'from' || from.any.length === 0 || isOpenToMe(from.any)
}

/** By the spherical law of cosines; the cities of the corpus are nowhere near the edge of a radius. */
function isWithin(centre: string, city: string, km: number): boolean {
  if (centre === city) return true
  const [a, b] = [coordinates[centre], coordinates[city]]
  if (!a || !b) return false
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const cosine =
    Math.sin(radians(a[0])) * Math.sin(radians(b[0])) +
    Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.cos(radians(a[1] - b[1]))
  return 6371 * Math.acos(Math.min(1, cosine)) <= km
}

const aYear: Record<PayPeriod, number> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 }

/** Top of the pay by year in major units; null when not stated or not to be believed. */
export function topOf(job: SampleJob): number | null {
  if (!job.pay || job.pay.implausible) return null
  const top = job.pay.max ?? job.pay.min
  return top === null ? null : top * aYear[job.pay.period]
}

function payMatches(job: SampleJob, { pay }: Search): boolean {
  const top = topOf(job)
  if (!pay) return true
  if (pay.statedOnly && top === null) return false
  if (pay.floor === null) return true
  if (pay.floor === 'none') return top === null
  if (top === null) return true
  if (job.pay?.currency !== pay.floor.currency) return pay.anyCurrency
  return top >= Number(pay.floor.amount) * aYear[pay.floor.period]
}

/** Everything searched, in the order in which it is stored: title, company, text, places, skills. */
function textOf(job: SampleJob): string[] {
  const places = job.places.map((place) => place.city ?? place.region ?? place.country)
  const named = skills.filter((skill) => job.skills.includes(skill))
  return [job.title, job.company, job.text, ...places, ...named].join(' ').split(/[^a-z]+/)
}

function wordsMatch(job: SampleJob, { alternatives }: SampleWords): boolean {
  const text = ` ${textOf(job).filter(Boolean).join(' ')} `
  return alternatives.some((parts) =>
    parts.every(({ phrase, not }) => text.includes(` ${phrase.join(' ')} `) !== not),
  )
}
