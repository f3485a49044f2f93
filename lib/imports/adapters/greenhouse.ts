import { z } from 'zod'
import { toMajor } from '@/lib/money'
import { type Adapter, parseJson, type ReadJob, readItems, requireShape } from '../adapter'
import { decodedOnce } from '../decode'
import type { ItemFields, JobFields } from '../shape'
import { boardIn } from './board-address'
import { dateOf } from './dates'

// https://developers.greenhouse.io/job-board.html#list-jobs

const answer = z.object({
  jobs: z.array(z.unknown()),
  meta: z.object({ total: z.number() }).partial().nullish(),
})

const named = z.object({ name: z.string().nullish() })
const job = z.object({
  id: z.union([z.number(), z.string()]),
  internal_job_id: z.union([z.number(), z.string()]).nullish(),
  title: z.string(),
  absolute_url: z.string(),
  location: named.nullish(),
  company_name: z.string().nullish(),
  content: z.string().nullish(),
  first_published: z.string().nullish(),
  application_deadline: z.string().nullish(),
  departments: z.array(named).nullish(),
  pay_input_ranges: z
    .array(
      z.object({
        min_cents: z.number().nullish(),
        max_cents: z.number().nullish(),
        currency_type: z.string().nullish(),
        title: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** The answer to a question for one job. */
const single = z.object({
  id: z.union([z.number(), z.string()]),
  title: z.string(),
  jobs: z.undefined().optional(),
})

export const greenhouse: Adapter = {
  name: 'greenhouse',
  label: 'Greenhouse',
  example: 'acme, or https://boards.greenhouse.io/acme',
  boardOf: (typed) =>
    boardIn(typed, [
      /^(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io\/(?:embed\/job_(?:board|app)(?:\/js)?\?(?:.*&)?for=)?(?!embed\b)([\w-]+)/i,
      /^boards-api\.greenhouse\.io\/v1\/boards\/([\w-]+)/i,
    ]),
  firstAsk: (board) => ({
    url: `https://boards-api.greenhouse.io/v1/boards/${board}/jobs?content=true&pay_transparency=true`,
    accept: 'json',
  }),
  homeOf: (board) => `https://boards.greenhouse.io/${board}`,
  read(text) {
    const stated = parseJson(text)
    if (single.safeParse(stated).success) return { jobs: readJobs([stated]), next: [], total: null }
    const { jobs, meta } = requireShape(answer, stated)
    return { jobs: readJobs(jobs), next: [], total: meta?.total ?? null }
  },
}

function readJobs(items: readonly unknown[]): ReadJob[] {
  return readItems(items, { item: job, idOf: ({ id }) => id, toJob: fieldsOf })
}

/** `updated_at` is touched on all jobs at once and says nothing; a prospect post has no `internal_job_id`. */
function fieldsOf(item: z.output<typeof job>): ItemFields {
  return {
    openingKey: item.internal_job_id == null ? null : String(item.internal_job_id),
    company: item.company_name ?? null,
    title: item.title,
    url: item.absolute_url,
    locations: item.location?.name ? [{ text: item.location.name }] : [],
    department: item.departments?.[0]?.name ?? null,
    html: decodedOnce(item.content ?? ''),
    pay: (item.pay_input_ranges ?? []).flatMap(tierOf),
    publishedAt: dateOf(item.first_published),
    closesAt: dateOf(item.application_deadline),
  }
}

type Range = NonNullable<z.output<typeof job>['pay_input_ranges']>[number]

/** "Cents" are minor units. The period stands in no field: amounts below 1,000 are by the hour, as the page of the source shows them. */
function tierOf({
  min_cents: low,
  max_cents: high,
  currency_type: currency,
  title,
}: Range): NonNullable<JobFields['pay']> {
  if (!currency || (low == null && high == null)) return []
  const major = (cents: number | null | undefined) => (cents == null ? null : toMajor(cents, currency))
  const top = Math.max(major(high) ?? 0, major(low) ?? 0)
  return [
    {
      min: major(low),
      max: major(high),
      currency,
      period: top < 1000 ? 'hour' : 'year',
      title: title ?? null,
    },
  ]
}
