import { z } from 'zod'
import {
  closeReasons,
  employmentTypes,
  jobStates,
  payPeriods,
  seniorities,
  visaPolicies,
  workplaces,
} from '@/db/values'
import type { PublicJob } from '@/lib/jobs/public-job'
import type { PublicJobRow, SearchAnswer } from '@/lib/search/answer'
import { choiceKeys, sorts } from '@/lib/search/search'
import type { SuggestAnswer } from '@/lib/search/suggest/answer-suggest'
import { kinds } from '@/lib/search/suggest/label'
import type { Ignored } from '@/lib/search/url/grammar'
import type { JsonFeed, JsonFeedItem } from './json-feed'

/** The answers of the API as schemas. Each is held to the type that the program itself has, and tests hold real answers to it. */

const id = z
  .string()
  .regex(/^[a-z2-7]{26}$/)
  .describe('The public id of a job, for ever the same.')
const slug = z.string().describe('As it stands in a search URL.')
const instant = z.iso.datetime()
const named = z.strictObject({ slug, name: z.string() })
const count = z.int().min(0)
const words = z.string()

const pay = z
  .strictObject({
    min: z.number().nullable(),
    max: z.number().nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    period: z.enum(payPeriods),
  })
  .describe('As the job states it, in major units of its currency.')

const rowShape = {
  publicId: id,
  slug: z.string(),
  href: z.string().describe('The address of its page on this board, from `/` on.'),
  opening: z
    .string()
    .describe('The same for copies of one opening at one company, such as one job for each city.'),
  title: z.string(),
  company: z.strictObject({ name: z.string(), slug }),
  places: z.array(z.string()).describe('As the job names them, in its order: `Berlin, Germany`.'),
  locationStated: words.describe('The words in which the job states its places, understood or not.'),
  workplace: z.enum(workplaces).nullable().describe('Null: not stated.'),
  employmentType: z.enum(employmentTypes).nullable().describe('Null: not stated.'),
  seniority: z.enum(seniorities).nullable().describe('Null: not stated.'),
  eligibility: words.nullable().describe('From where a remote job may be done, in words.'),
  eligibleFrom: z
    .strictObject({ worldwide: z.boolean(), countries: z.array(slug) })
    .nullable()
    .describe('The same as countries; null: not stated, or not a remote job.'),
  visa: z
    .enum(visaPolicies)
    .nullable()
    .describe('Whether the employer helps to a work visa. Null: not stated.'),
  pay: pay.nullable().describe('Null: not stated.'),
  payImplausible: z.boolean().describe('The pay cannot be right; it is shown, and left out of filters.'),
  skills: z.array(named),
  firstPublishedAt: instant.describe("The company's date; a job that is posted again keeps it."),
  firstSeenAt: instant.describe('When this board first had it.'),
  hasText: z.boolean().describe("False: the text is only at the employer's own site."),
}

export const jobRow: z.ZodType<PublicJobRow> = z
  .strictObject(rowShape)
  .meta({ title: 'Job', description: 'An open job, as a list shows it.' })

export const wholeJob: z.ZodType<{ data: PublicJob }> = z.strictObject({
  data: z.strictObject({
    ...rowShape,
    company: z.strictObject({ name: z.string(), slug, website: z.string().nullable() }),
    state: z.enum(jobStates),
    isDemo: z.boolean(),
    html: z.string().describe('The text, as HTML of a few harmless elements.'),
    role: named.nullable(),
    applyUrl: z.string().nullable(),
    addresses: z.array(
      z.strictObject({ city: z.string().nullable(), region: z.string().nullable(), countryCode: z.string() }),
    ),
    eligibleWorldwide: z.boolean(),
    eligibleCountries: z.array(z.string()).describe('ISO 3166-1 alpha-2.'),
    skillEvidence: z
      .array(
        z.strictObject({
          slug,
          name: z.string(),
          origin: z.enum(['stated', 'text', 'machine']),
          evidence: z.string().nullable(),
        }),
      )
      .describe('What each skill rests on: as it is stated, or the words of the text that name it.'),
    closesAt: instant.nullable(),
    closedAt: instant.nullable(),
    closeReason: z.enum(closeReasons).nullable(),
    isHidden: z.boolean().describe('In no list: the page where people apply has been gone for two days.'),
    source: z
      .strictObject({
        url: z.string().describe('Its page where it was published.'),
        host: z.string(),
        isFeed: z.boolean().describe("The site lists jobs of many companies; it is not the company's own."),
        isUnclaimed: z.boolean().describe('Nobody of the company keeps it on this board.'),
      })
      .nullable()
      .describe('Where an imported job comes from; null for one that was typed in.'),
    payTiers: z
      .array(
        z.strictObject({
          title: z.string().nullable(),
          min: z.string().nullable().describe('Decimal, in major units.'),
          max: z.string().nullable(),
          currency: z.string().describe('ISO 4217.'),
          period: z.enum(payPeriods),
        }),
      )
      .describe('Where the source states several; `pay` is then their span.'),
    events: z.array(z.strictObject({ at: instant, what: words })).describe('Its history, newest last.'),
  }),
})

export const ignored: z.ZodType<Ignored> = z
  .strictObject({
    key: z.string(),
    value: z.string().nullable(),
    reason: z.enum(['unknown-parameter', 'unknown-value', 'no-words', 'needs-pay', 'needs-place']),
    nearest: z.string().nullable().describe('What was probably meant.'),
    nearestLabel: z.string().optional().describe('How that is written.'),
  })
  .meta({ description: 'A part of the URL that had no effect. Nothing is left aside in silence.' })

const facetNames = [...choiceKeys, 'pay', 'posted', 'seen'] as const
const facetValue = z.strictObject({
  value: z.string().describe('What the URL says to choose it; `none` is "not stated".'),
  label: words,
  count,
})

export const searchAnswer: z.ZodType<SearchAnswer> = z.strictObject({
  data: z.array(jobRow).max(100),
  page: z
    .strictObject({ after: z.string().nullable(), before: z.string().nullable() })
    .describe('Cursors of the next and the previous page; null where there is none.'),
  meta: z.strictObject({
    total: count
      .nullable()
      .describe('All jobs of the search. Null, like `facets`, when counting took too long.'),
    facets: z
      .record(z.enum(facetNames), z.array(facetValue))
      .nullable()
      .describe("Jobs for each value of each facet, counted with the facet's own filter removed."),
    canonical: z
      .string()
      .describe('The understood search as a query string; equal searches have equal ones.'),
    chips: z
      .array(z.strictObject({ label: words, without: z.string() }))
      .describe('Each filter in words, and the search with it taken away.'),
    ignored: z.array(ignored),
    refused: z.array(z.never()).describe('Always empty here: what is refused is answered with 400.'),
    sort: z.enum(sorts),
    understood: z
      .array(z.strictObject({ typed: z.string(), label: words }))
      .describe('Words of `q` that were read as something known: `k8s` as Kubernetes.'),
    steps: z
      .array(z.strictObject({ label: words, query: z.string(), count }))
      .describe('When nothing was found: what to drop or widen, and exactly how many jobs that gives.'),
    why: z
      .record(id, z.array(z.strictObject({ name: z.string(), points: z.number() })))
      .describe('By public id, when the order is by relevance: the named terms of the rank of each job.'),
    stated: words.nullable().describe('What the result holds that was not stated: "38 state no pay".'),
    asOf: instant.describe("The board's clock; up to an hour old in an answer that was kept."),
  }),
})

export const figureAnswer = z.strictObject({
  data: z.strictObject({
    id: z.string(),
    measure: z
      .looseObject({ of: z.enum(['pay', 'jobs', 'shares', 'weeks']), role: slug })
      .describe('What was counted: of which role, within which of its openings.'),
    value: z
      .looseObject({})
      .describe(
        'Its numbers: percentiles of pay, entries with openings, or weeks. `/about/figures` says how they are made.',
      ),
    openings: count,
    companies: count,
    jobs: count.describe('Copies of an opening are several.'),
    asOf: z.iso.datetime().describe('When it was last found to be so.'),
    isCurrent: z.boolean(),
    isThinned: z
      .boolean()
      .describe('Older than 30 days: `jobIds` are those of the last version of the same day (UTC).'),
    jobIds: z.array(z.string()).describe('The jobs that it rests on; some may have closed since.'),
  }),
})

export const suggestAnswer: z.ZodType<SuggestAnswer> = z.strictObject({
  data: z
    .array(
      z.strictObject({
        kind: z.enum(kinds).describe('The search parameter that it is a value of.'),
        slug,
        label: words,
        detail: words.describe('What it is: `City in Germany`.'),
        count: count.describe('Open jobs that have it, some minutes old at most.'),
        query: z.string().describe('What choosing it adds to a search.'),
      }),
    )
    .max(8),
  meta: z.strictObject({
    typed: z.string().describe('The part of the typed text that the suggestions stand for.'),
  }),
})

export const guidesAnswer = z.strictObject({
  data: z
    .array(
      z.strictObject({
        kind: z.enum(['guide', 'comparison', 'term']),
        href: z
          .string()
          .describe('The passage that says most of it: the address of the page, and its heading.'),
        title: words,
        heading: words.nullable().describe('Of the passage; null: the beginning of the page.'),
        excerpt: words.nullable().describe('From the passage. Null where only names were asked for.'),
      }),
    )
    .max(20),
  meta: z.strictObject({
    total: count,
    readAs: z
      .array(z.strictObject({ typed: words, as: words.nullable() }))
      .describe('Words that no page says, with what they were read as; null: nothing is near.'),
    isPartial: z.boolean().describe('No page says all of it; these say some.'),
  }),
})

export const feedItem: z.ZodType<JsonFeedItem> = z.strictObject({
  id,
  url: z.url(),
  title: z.string(),
  content_text: z.string(),
  date_published: instant,
  authors: z.array(z.strictObject({ name: z.string(), url: z.url() })),
  tags: z.array(z.string()),
  _waypost: z.strictObject({
    company: rowShape.company,
    role: named.nullable(),
    countries: z.array(slug),
    places: rowShape.places,
    locationStated: rowShape.locationStated,
    workplace: rowShape.workplace,
    employmentType: rowShape.employmentType,
    seniority: rowShape.seniority,
    visa: rowShape.visa,
    eligibility: rowShape.eligibility,
    eligibleFrom: rowShape.eligibleFrom,
    pay: rowShape.pay,
    payImplausible: rowShape.payImplausible,
    skills: rowShape.skills,
    firstSeenAt: rowShape.firstSeenAt,
  }),
})

export const jsonFeed: z.ZodType<JsonFeed> = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  next_url: z.url().optional(),
  language: z.string(),
  items: z.array(feedItem).max(100),
  _waypost: z.strictObject({ about: z.url(), canonical: z.string(), ignored: z.array(ignored) }),
})

/** RFC 9457. */
export const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: words,
  errors: z.record(z.string(), words).optional().describe('A sentence for each parameter that is refused.'),
  requestId: z.string(),
})
