import { z } from 'zod'
import { type Adapter, type Ask, type Page, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields, JobFields } from '../shape'
import { boardIn } from './board-address'
import { dateOf } from './dates'
import { section } from './html'
import { type Place, placeOf, remoteByFlag } from './places'

// https://developers.smartrecruiters.com/docs/posting-api

const list = z.object({
  content: z.array(z.unknown()),
  offset: z.number().nullish(),
  limit: z.number().nullish(),
  totalFound: z.number().nullish(),
})

const labelled = z.object({ label: z.string().nullish() }).nullish()
const part = z.object({ title: z.string().nullish(), text: z.string().nullish() }).nullish()

const job = z.object({
  id: z.union([z.string(), z.number()]),
  name: z.string(),
  refNumber: z.string().nullish(),
  jobId: z.string().nullish(),
  company: z.object({ identifier: z.string().nullish(), name: z.string().nullish() }).nullish(),
  releasedDate: z.string().nullish(),
  location: z
    .object({
      city: z.string().nullish(),
      region: z.string().nullish(),
      country: z.string().nullish(),
      fullLocation: z.string().nullish(),
      remote: z.boolean().nullish(),
      hybrid: z.boolean().nullish(),
    })
    .nullish(),
  department: labelled,
  typeOfEmployment: labelled,
  experienceLevel: labelled,
  postingUrl: z.string().nullish(),
  applyUrl: z.string().nullish(),
  jobAd: z
    .object({
      sections: z
        .object({
          companyDescription: part,
          jobDescription: part,
          qualifications: part,
          additionalInformation: part,
        })
        .nullish(),
    })
    .nullish(),
})
type Posting = z.output<typeof job>

/** A single posting: the answer to the ask for the details of one job. */
const detail = z.object({ id: z.union([z.string(), z.number()]), content: z.undefined().optional() })
const withdrawn = z.object({ active: z.literal(false) })

const PAGE = 100

export const smartrecruiters: Adapter = {
  name: 'smartrecruiters',
  label: 'SmartRecruiters',
  example: 'Acme, or https://careers.smartrecruiters.com/Acme',
  boardOf: (typed) =>
    boardIn(typed, [
      /^(?:careers|jobs)\.smartrecruiters\.com\/([^/?#]+)/i,
      /^api\.smartrecruiters\.com\/v1\/companies\/([^/?#]+)/i,
    ]),
  firstAsk: (board) => pageAsk(board, 0),
  homeOf: (board) => `https://careers.smartrecruiters.com/${encodeURIComponent(board)}`,
  read(text, { board, ask }) {
    const stated = parseJson(text)
    if (detail.safeParse(stated).success) {
      const open = withdrawn.safeParse(stated).success ? [] : [stated]
      const jobs = readItems(open, { item: job, idOf, toJob: (item) => fieldsOf(item, board) })
      return { jobs, next: [], total: null }
    }
    const page = requireShape(list, stated)
    return {
      jobs: readItems(page.content, {
        item: job,
        idOf,
        toJob: (item) => ({
          ...fieldsOf(item, board),
          detail: { url: `${postingsOf(board)}/${encodeURIComponent(item.id)}`, accept: 'json' },
        }),
      }),
      next: ask ? nextOf(board, page) : [],
      total: page.totalFound ?? null,
    }
  },
}

function idOf({ id }: { id?: unknown }): unknown {
  return id
}

function postingsOf(board: string): string {
  return `https://api.smartrecruiters.com/v1/companies/${encodeURIComponent(board)}/postings`
}

function pageAsk(board: string, offset: number): Ask {
  return { url: `${postingsOf(board)}?offset=${offset}&limit=${PAGE}`, accept: 'json' }
}

/** An empty page is the end of the list, whatever the total says. */
function nextOf(board: string, { content, offset, totalFound }: z.output<typeof list>): Page['next'] {
  const seen = (offset ?? 0) + content.length
  return content.length > 0 && seen < (totalFound ?? 0) ? [pageAsk(board, seen)] : []
}

/** `jobId` stands only in the details, `refNumber` of the same job in both. */
function fieldsOf(item: Posting, board: string): ItemFields {
  const { location } = item
  const locations = placeOf(location?.fullLocation, {
    locality: location?.city,
    region: location?.region,
    country: location?.country,
  })
  const company = encodeURIComponent(item.company?.identifier ?? board)
  return {
    openingKey: item.refNumber ?? item.jobId ?? null,
    company: item.company?.name ?? null,
    title: item.name,
    url: item.postingUrl ?? `https://jobs.smartrecruiters.com/${company}/${encodeURIComponent(item.id)}`,
    applyUrl: item.applyUrl ?? null,
    locations,
    workplace: workplaceOf(location, locations),
    employmentType: item.typeOfEmployment?.label ?? null,
    seniority: item.experienceLevel?.label ?? null,
    department: item.department?.label ?? null,
    html: textOf(item),
    payText: null,
    publishedAt: dateOf(item.releasedDate),
  }
}

/** Where the flag `hybrid` is stated too, the two are one choice of three; alone, `remote` is a flag beside an office. */
function workplaceOf(location: Posting['location'], places: readonly Place[]): JobFields['workplace'] {
  if (location?.hybrid) return 'hybrid'
  if (location?.remote && location.hybrid === false) return 'remote'
  return remoteByFlag(location?.remote, places)
}

function textOf({ jobAd }: Posting): string {
  const parts = jobAd?.sections
  return [
    parts?.companyDescription,
    parts?.jobDescription,
    parts?.qualifications,
    parts?.additionalInformation,
  ]
    .map((one) => section(one?.title, one?.text))
    .join('')
}
