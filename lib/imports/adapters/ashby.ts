import { z } from 'zod'
import { structuredWorkplace } from '@/lib/taxonomy/workplace'
import { type Adapter, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields, JobFields } from '../shape'
import { boardIn } from './board-address'
import { dateOf } from './dates'
import { tierOf } from './pay'
import { placeOf, remoteByFlag } from './places'

// https://developers.ashbyhq.com/docs/public-job-posting-api

const answer = z.object({ jobs: z.array(z.unknown()) })

const place = z.object({
  location: z.string().nullish(),
  address: z
    .object({
      postalAddress: z
        .object({
          addressLocality: z.string().nullish(),
          addressRegion: z.string().nullish(),
          addressCountry: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
})

const component = z.object({
  compensationType: z.string().nullish(),
  interval: z.string().nullish(),
  currencyCode: z.string().nullish(),
  minValue: z.number().nullish(),
  maxValue: z.number().nullish(),
})

const job = place.extend({
  id: z.string(),
  title: z.string(),
  jobUrl: z.string(),
  applyUrl: z.string().nullish(),
  department: z.string().nullish(),
  team: z.string().nullish(),
  employmentType: z.string().nullish(),
  secondaryLocations: z.array(place).nullish(),
  publishedAt: z.string().nullish(),
  isRemote: z.boolean().nullish(),
  workplaceType: z.string().nullish(),
  descriptionHtml: z.string().nullish(),
  shouldDisplayCompensationOnJobPostings: z.boolean().nullish(),
  compensation: z
    .object({
      compensationTiers: z
        .array(z.object({ title: z.string().nullish(), components: z.array(component).nullish() }))
        .nullish(),
      summaryComponents: z.array(component).nullish(),
    })
    .nullish(),
})
type AshbyJob = z.output<typeof job>

const unlisted = z.object({ isListed: z.literal(false) })

export const ashby: Adapter = {
  name: 'ashby',
  label: 'Ashby',
  example: 'acme, or https://jobs.ashbyhq.com/acme',
  /** Names of boards have spaces here: "Demo Employer". */
  boardOf: (typed) =>
    boardIn(/^[\w-]+(?: [\w-]+)+$/.test(typed.trim()) ? `jobs.ashbyhq.com/${typed.trim()}` : typed, [
      /^jobs\.ashbyhq\.com\/([^/?#]+)/i,
      /^api\.ashbyhq\.com\/posting-api\/job-board\/([^/?#]+)/i,
    ]),
  firstAsk: (board) => ({
    url: `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(board)}?includeCompensation=true`,
    accept: 'json',
  }),
  homeOf: (board) => `https://jobs.ashbyhq.com/${encodeURIComponent(board)}`,
  read(text) {
    const { jobs } = requireShape(answer, parseJson(text))
    const listed = jobs.filter((item) => !unlisted.safeParse(item).success)
    return {
      jobs: readItems(listed, { item: job, idOf: ({ id }) => id, toJob: fieldsOf }),
      next: [],
      total: listed.length,
    }
  },
}

function fieldsOf(item: AshbyJob): ItemFields {
  const locations = [item, ...(item.secondaryLocations ?? [])].flatMap(({ location, address }) =>
    placeOf(location, {
      locality: address?.postalAddress?.addressLocality,
      region: address?.postalAddress?.addressRegion,
      country: address?.postalAddress?.addressCountry,
    }),
  )
  return {
    openingKey: null,
    company: null,
    title: item.title,
    url: item.jobUrl,
    applyUrl: item.applyUrl ?? null,
    locations,
    workplace: item.workplaceType
      ? structuredWorkplace(item.workplaceType)
      : remoteByFlag(item.isRemote, locations),
    employmentType: item.employmentType ?? null,
    seniority: null,
    department: item.department ?? item.team ?? null,
    html: item.descriptionHtml ?? '',
    pay: item.shouldDisplayCompensationOnJobPostings === false ? [] : payOf(item.compensation),
    payText: null,
    publishedAt: dateOf(item.publishedAt),
  }
}

/** Salaries alone: equity and bonuses are no pay of a period. The summary is the span of all tiers, so it only stands in for them. */
function payOf(compensation: AshbyJob['compensation']): JobFields['pay'] {
  const tiers = (compensation?.compensationTiers ?? []).flatMap(({ title, components }) =>
    salariesOf(components ?? [], title ?? null),
  )
  return tiers.length > 0 ? tiers : salariesOf(compensation?.summaryComponents ?? [], null)
}

function salariesOf(components: readonly z.output<typeof component>[], title: string | null) {
  return components
    .filter((one) => one.compensationType === 'Salary')
    .flatMap(({ minValue: min, maxValue: max, currencyCode: currency, interval: period }) =>
      tierOf({ min, max, currency, period, title }),
    )
}
