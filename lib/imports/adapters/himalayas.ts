import { z } from 'zod'
import { type Adapter, type Ask, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields } from '../shape'
import { timeOf } from './dates'
import { tierOf } from './pay'

// https://himalayas.app/docs/data-dictionary

const answer = z.object({
  jobs: z.array(z.unknown()),
  offset: z.number().nullish(),
  totalCount: z.number().nullish(),
})

const job = z.object({
  guid: z.string(),
  title: z.string(),
  applicationLink: z.string().nullish(),
  companyName: z.string().nullish(),
  employmentType: z.string().nullish(),
  minSalary: z.number().nullish(),
  maxSalary: z.number().nullish(),
  currency: z.string().nullish(),
  seniority: z.array(z.string()).nullish(),
  /** Names; the documents of the source speak of things with a name. */
  locationRestrictions: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullish(),
  parentCategories: z.array(z.string()).nullish(),
  description: z.string().nullish(),
  pubDate: z.number().nullish(),
  expiryDate: z.number().nullish(),
})

/** As many as one answer of the source has at most. */
const PAGE = 20

export const himalayas: Adapter = {
  name: 'himalayas',
  label: 'Himalayas',
  example: 'all, or https://himalayas.app/jobs',
  boardOf: (typed) =>
    /^(?:all|(?:https?:\/\/)?(?:www\.)?himalayas\.app(?:\/(?:jobs(?:\/api)?)?)?\/?(?:\?.*)?)$/i.test(
      typed.trim(),
    )
      ? 'all'
      : null,
  firstAsk: () => pageAsk(0),
  homeOf: () => 'https://himalayas.app/jobs',
  read(text, { ask }) {
    const { jobs, offset, totalCount } = requireShape(answer, parseJson(text))
    const seen = (offset ?? 0) + jobs.length
    const isMore = jobs.length > 0 && seen < (totalCount ?? 0)
    return {
      jobs: readItems(jobs, { item: job, idOf: ({ guid }) => guid, toJob: fieldsOf }),
      next: ask && isMore ? [pageAsk(seen)] : [],
      total: totalCount ?? null,
    }
  },
}

function pageAsk(offset: number): Ask {
  return { url: `https://himalayas.app/jobs/api?limit=${PAGE}&offset=${offset}`, accept: 'json' }
}

/** Every job of the source is remote, and its salaries are by the year. */
function fieldsOf(item: z.output<typeof job>): ItemFields {
  return {
    openingKey: null,
    company: item.companyName ?? null,
    title: item.title,
    url: item.applicationLink ?? item.guid,
    workplace: 'remote',
    eligibleFrom: (item.locationRestrictions ?? []).map((place) =>
      typeof place === 'string' ? place : place.name,
    ),
    employmentType: item.employmentType ?? null,
    seniority: item.seniority?.join(', ') ?? null,
    department: item.parentCategories?.[0] ?? null,
    html: item.description ?? '',
    pay: tierOf({ min: item.minSalary, max: item.maxSalary, currency: item.currency, period: 'year' }),
    payText: null,
    publishedAt: timeOf(item.pubDate),
    closesAt: timeOf(item.expiryDate),
  }
}
