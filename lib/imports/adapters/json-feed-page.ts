import { z } from 'zod'
import { structuredWorkplace } from '@/lib/taxonomy/workplace'
import { type Ask, type Page, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields } from '../shape'
import { dateOf, endOf } from './dates'
import { htmlOfText } from './html'
import { tierOf } from './pay'
import { placeOf } from './places'
import { fieldsOfPosting, posting } from './schema-job-posting'
import { wordsIn } from './word-lists'

// https://www.jsonfeed.org/version/1.1/

const feed = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/, 'names no JSON Feed'),
  items: z.array(z.unknown()),
  next_url: z.string().nullish(),
})

const amount = z.union([z.number(), z.string()]).nullish()
const named = z.union([z.string(), z.object({ name: z.string() })])

/** What a job board adds to an item; `_waypost` is what this board writes itself. */
const extension = z.object({
  company: named.nullish(),
  location: z.string().nullish(),
  locations: z.array(z.string()).nullish(),
  places: z.array(z.string()).nullish(),
  locationStated: z.string().nullish(),
  workplace: z.string().nullish(),
  eligibility: z.string().nullish(),
  employmentType: z.string().nullish(),
  employment_type: z.string().nullish(),
  seniority: z.string().nullish(),
  department: z.string().nullish(),
  pay: z
    .object({ min: amount, max: amount, currency: z.string().nullish(), period: z.string().nullish() })
    .nullish(),
  skills: z.array(named).nullish(),
  closesAt: z.string().nullish(),
})
type Extension = z.output<typeof extension>

const item = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string().nullish(),
  external_url: z.string().nullish(),
  title: z.string().nullish(),
  content_html: z.string().nullish(),
  content_text: z.string().nullish(),
  date_published: z.string().nullish(),
  _jobposting: posting.nullish(),
  // Others write other things under such names: what is not understood is left alone.
  _jobs: extension.nullish().catch(null),
  _waypost: extension.nullish().catch(null),
})
type Item = z.output<typeof item>

export function readJsonFeed(text: string, ask: Ask | null): Page {
  const { items, next_url: next } = requireShape(feed, parseJson(text))
  return {
    jobs: readItems(items, { item, idOf: ({ id }) => id, toJob: fieldsOf }),
    next: ask ? nextOf(ask, next) : [],
    total: null,
  }
}

/** A feed goes on at its own host or not at all. */
function nextOf(ask: Ask, next: string | null | undefined): Ask[] {
  if (!next || !URL.canParse(next, ask.url)) return []
  const [here, there] = [new URL(ask.url), new URL(next, ask.url)]
  const isNext = there.protocol === 'https:' && there.host === here.host && there.href !== here.href
  return isNext ? [{ url: there.href, accept: 'json' }] : []
}

function fieldsOf(stated: Item): ItemFields {
  const { _jobposting: markup, _jobs: jobs, _waypost: waypost } = stated
  const extended = jobs ?? waypost
  const own = markup ? fieldsOfPosting(markup) : extended ? fieldsOfExtension(extended) : noFields
  return {
    ...own,
    title: stated.title ?? markup?.title ?? '',
    url: stated.url ?? markup?.url ?? stated.external_url ?? '',
    html: stated.content_html || htmlOfText(stated.content_text) || own.html,
    publishedAt: dateOf(stated.date_published) ?? own.publishedAt,
  }
}

type Stated = Omit<ItemFields, 'title' | 'url'>

const noFields: Stated = {
  openingKey: null,
  company: null,
  employmentType: null,
  seniority: null,
  department: null,
  payText: null,
}

function fieldsOfExtension(stated: Extension): Stated {
  const texts = stated.locations ?? [stated.location ?? stated.locationStated ?? stated.places?.join('; ')]
  return {
    ...noFields,
    company: stated.company ? wordOf(stated.company) : null,
    locations: texts.flatMap((place) => placeOf(place)),
    workplace: structuredWorkplace(stated.workplace),
    eligibleFrom: stated.eligibility?.trim() ? [stated.eligibility] : [],
    employmentType: stated.employmentType ?? stated.employment_type ?? null,
    seniority: stated.seniority ?? null,
    department: stated.department ?? null,
    pay: stated.pay
      ? tierOf({
          min: stated.pay.min,
          max: stated.pay.max,
          currency: stated.pay.currency,
          period: stated.pay.period,
        })
      : [],
    skills: wordsIn((stated.skills ?? []).map(wordOf)),
    closesAt: endOf(stated.closesAt),
  }
}

function wordOf(value: z.output<typeof named>): string {
  return typeof value === 'string' ? value : value.name
}
