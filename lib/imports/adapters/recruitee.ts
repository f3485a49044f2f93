import { z } from 'zod'
import { type Adapter, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields, JobFields } from '../shape'
import { subdomainIn } from './board-address'
import { dateOf, endOf } from './dates'
import { tierOf } from './pay'
import { placeOf } from './places'

// https://docs.recruitee.com/reference/intro-to-careers-site-api

const answer = z.object({ offers: z.array(z.unknown()) })

const amount = z.union([z.number(), z.string()]).nullish()

const job = z.object({
  id: z.union([z.number(), z.string()]),
  title: z.string(),
  careers_url: z.string(),
  careers_apply_url: z.string().nullish(),
  company_name: z.string().nullish(),
  department: z.string().nullish(),
  employment_type_code: z.string().nullish(),
  experience_code: z.string().nullish(),
  location: z.string().nullish(),
  city: z.string().nullish(),
  state_name: z.string().nullish(),
  country: z.string().nullish(),
  locations: z
    .array(
      z.object({
        name: z.string().nullish(),
        city: z.string().nullish(),
        state: z.string().nullish(),
        country: z.string().nullish(),
      }),
    )
    .nullish(),
  remote: z.boolean().nullish(),
  hybrid: z.boolean().nullish(),
  on_site: z.boolean().nullish(),
  description: z.string().nullish(),
  requirements: z.string().nullish(),
  salary: z
    .object({ min: amount, max: amount, currency: z.string().nullish(), period: z.string().nullish() })
    .nullish(),
  published_at: z.string().nullish(),
  close_at: z.string().nullish(),
})
type Offer = z.output<typeof job>

export const recruitee: Adapter = {
  name: 'recruitee',
  label: 'Recruitee',
  example: 'acme, or https://acme.recruitee.com',
  boardOf: (typed) => subdomainIn(typed, ['recruitee.com']),
  firstAsk: (board) => ({ url: `https://${board}.recruitee.com/api/offers/`, accept: 'json' }),
  homeOf: (board) => `https://${board}.recruitee.com/`,
  read(text) {
    const { offers } = requireShape(answer, parseJson(text))
    return {
      jobs: readItems(offers, { item: job, idOf: ({ id }) => id, toJob: fieldsOf }),
      next: [],
      total: offers.length,
    }
  },
}

function fieldsOf(item: Offer): ItemFields {
  const { salary } = item
  const parts = { locality: item.city, region: item.state_name, country: item.country }
  const listed = (item.locations ?? []).flatMap(({ name, city, state, country }) =>
    placeOf(name, { locality: city, region: state, country }),
  )
  return {
    openingKey: null,
    company: item.company_name ?? null,
    title: item.title,
    url: item.careers_url,
    applyUrl: item.careers_apply_url ?? null,
    locations: listed.length > 0 ? listed : placeOf(item.location, parts),
    workplace: workplaceOf(item),
    employmentType: item.employment_type_code ?? null,
    seniority: item.experience_code ?? null,
    department: item.department ?? null,
    html: [item.description ?? '', item.requirements ?? ''].join(''),
    pay: salary
      ? tierOf({ min: salary.min, max: salary.max, currency: salary.currency, period: salary.period })
      : [],
    payText: null,
    publishedAt: dateOf(item.published_at),
    closesAt: endOf(item.close_at),
  }
}

/** Three flags for three ways of work; several of them are a choice, and none of them is not stated. */
function workplaceOf({ remote, hybrid, on_site: onSite }: Offer): JobFields['workplace'] {
  const stated = [remote && 'remote', hybrid && 'hybrid', onSite && 'onsite'].filter(
    (way) => way !== false && way != null,
  )
  return stated.length === 1 ? (stated[0] as JobFields['workplace']) : null
}
