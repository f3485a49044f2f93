import { z } from 'zod'
import { structuredWorkplace } from '@/lib/taxonomy/workplace'
import { type Adapter, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields } from '../shape'
import { boardIn } from './board-address'
import { dateOf } from './dates'
import { type Place, placeOf, remoteByFlag } from './places'

// The widget: https://help.workable.com/hc/en-us/articles/115012771647; the newer list is what the pages of apply.workable.com read.

const widget = z.object({ name: z.string().nullish(), jobs: z.array(z.unknown()) })
const newer = z.object({ results: z.array(z.unknown()), total: z.number().nullish() })

const place = z.object({
  city: z.string().nullish(),
  region: z.string().nullish(),
  country: z.string().nullish(),
  hidden: z.boolean().nullish(),
})

const widgetJob = z.object({
  shortcode: z.string(),
  title: z.string(),
  url: z.string().nullish(),
  application_url: z.string().nullish(),
  telecommuting: z.boolean().nullish(),
  department: z.string().nullish(),
  employment_type: z.string().nullish(),
  experience: z.string().nullish(),
  published_on: z.string().nullish(),
  created_at: z.string().nullish(),
  city: z.string().nullish(),
  state: z.string().nullish(),
  country: z.string().nullish(),
  locations: z.array(place).nullish(),
  description: z.string().nullish(),
})

const newerJob = z.object({
  shortcode: z.string(),
  title: z.string(),
  remote: z.boolean().nullish(),
  workplace: z.string().nullish(),
  type: z.string().nullish(),
  department: z.array(z.string()).nullish(),
  published: z.string().nullish(),
  location: place.nullish(),
  locations: z.array(place).nullish(),
})

const notOpen = z
  .object({ isInternal: z.literal(true) })
  .or(z.object({ state: z.string().regex(/^(?!published$)/) }))

export const workable: Adapter = {
  name: 'workable',
  label: 'Workable',
  example: 'acme, or https://apply.workable.com/acme',
  boardOf: (typed) =>
    boardIn(typed, [
      /^(?:apply\.)?workable\.com\/api\/(?:v\d\/)?(?:widget\/)?accounts\/([^/?#]+)/i,
      /^apply\.workable\.com\/(?!(?:api|j)(?:[/?#]|$))([^/?#]+)/i,
      /^(?!(?:apply|jobs|help|www)\.)([\w-]+)\.workable\.com(?:[/?#]|$)/i,
    ]),
  firstAsk: (board) => ({
    url: `https://www.workable.com/api/accounts/${encodeURIComponent(board)}?details=true`,
    accept: 'json',
  }),
  homeOf: (board) => `https://apply.workable.com/${encodeURIComponent(board)}`,
  read(text) {
    const stated = parseJson(text)
    const list = newer.safeParse(stated)
    if (list.success) {
      const { results, total } = list.data
      const open = results.filter((item) => !notOpen.safeParse(item).success)
      return {
        jobs: readItems(open, { item: newerJob, idOf: ({ shortcode }) => shortcode, toJob: fieldsOfNewer }),
        next: [],
        total: total ?? null,
      }
    }
    const { name, jobs } = requireShape(widget, stated)
    return {
      jobs: readItems(jobs, {
        item: widgetJob,
        idOf: ({ shortcode }) => shortcode,
        toJob: (item) => ({ ...fieldsOfWidget(item), company: name ?? null }),
      }),
      next: [],
      total: jobs.length,
    }
  },
}

function fieldsOfWidget(item: z.output<typeof widgetJob>): ItemFields {
  const stated = placesOf(item.locations ?? [])
  const one = placeOf(null, { locality: item.city, region: item.state, country: item.country })
  const locations = item.locations?.length ? stated : one
  return {
    openingKey: null,
    company: null,
    title: item.title,
    url: item.url ?? pageOf(item.shortcode),
    applyUrl: item.application_url ?? null,
    locations,
    workplace: remoteByFlag(item.telecommuting, locations),
    employmentType: item.employment_type ?? null,
    seniority: item.experience ?? null,
    department: item.department ?? null,
    html: item.description ?? '',
    payText: null,
    publishedAt: dateOf(item.published_on ?? item.created_at),
  }
}

function fieldsOfNewer(item: z.output<typeof newerJob>): ItemFields {
  const locations = placesOf(item.locations?.length ? item.locations : item.location ? [item.location] : [])
  return {
    openingKey: null,
    company: null,
    title: item.title,
    url: pageOf(item.shortcode),
    locations,
    workplace: item.workplace ? structuredWorkplace(item.workplace) : remoteByFlag(item.remote, locations),
    employmentType: item.type ?? null,
    seniority: null,
    department: item.department?.[0] ?? null,
    payText: null,
    publishedAt: dateOf(item.published),
  }
}

/** A hidden place is one that the page of the job does not show. */
function placesOf(places: readonly z.output<typeof place>[]): Place[] {
  return places
    .filter(({ hidden }) => !hidden)
    .flatMap(({ city, region, country }) => placeOf(null, { locality: city, region, country }))
}

function pageOf(shortcode: string): string {
  return `https://apply.workable.com/j/${encodeURIComponent(shortcode)}`
}
