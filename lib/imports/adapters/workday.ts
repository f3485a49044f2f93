import { z } from 'zod'
import { structuredWorkplace } from '@/lib/taxonomy/workplace'
import { type Adapter, type Ask, parseJson, readItems, requireShape, Unreadable } from '../adapter'
import type { ItemFields } from '../shape'
import { dateOf, endOf } from './dates'
import { placeOf } from './places'

// No reference is published: this is what the career pages of myworkdayjobs.com themselves ask for and get.

const list = z.object({
  jobPostings: z.array(z.unknown()),
  total: z.number().nullish(),
  facets: z
    .array(z.object({ values: z.array(z.object({ count: z.number().nullish() })).nullish() }))
    .nullish()
    .catch(null),
})

const listed = z.object({
  title: z.string(),
  externalPath: z.string().startsWith('/'),
  locationsText: z.string().nullish(),
  remoteType: z.string().nullish(),
  timeType: z.string().nullish(),
  bulletFields: z.array(z.string().nullable()).nullish(),
})

const single = z.object({ jobPostingInfo: z.record(z.string(), z.unknown()) })

const detailed = z.object({
  jobPostingId: z.string(),
  title: z.string(),
  externalUrl: z.string(),
  jobReqId: z.string().nullish(),
  jobDescription: z.string().nullish(),
  location: z.string().nullish(),
  additionalLocations: z.array(z.string()).nullish(),
  country: z.object({ descriptor: z.string().nullish() }).nullish(),
  remoteType: z.string().nullish(),
  timeType: z.string().nullish(),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
})

const PAGE = 20

export const workday: Adapter = {
  name: 'workday',
  label: 'Workday',
  example: 'https://acme.wd5.myworkdayjobs.com/Careers',
  boardOf(typed) {
    const site = siteIn(typed)
    return site && `https://${site.host}/${site.name}`
  },
  firstAsk: (board) => pageAsk(board, 0),
  homeOf: (board) => board,
  read(text, { board, ask }) {
    const stated = parseJson(text)
    if (single.safeParse(stated).success) {
      const { jobPostingInfo } = requireShape(single, stated)
      const open = jobPostingInfo.posted === false ? [] : [jobPostingInfo]
      const jobs = readItems(open, {
        item: detailed,
        idOf: ({ jobPostingId }) => jobPostingId,
        toJob: fieldsOfDetail,
      })
      return { jobs, next: [], total: null }
    }
    const page = requireShape(list, stated)
    const { jobPostings, total } = page
    return {
      jobs: readItems(jobPostings, {
        item: listed,
        idOf: ({ externalPath }) => postingIdIn(externalPath),
        toJob: (item) => ({
          ...fieldsOfListed(item, board),
          detail: { url: `${apiOf(board)}${item.externalPath}`, accept: 'json' },
        }),
      }),
      next: ask && jobPostings.length === PAGE ? nextOf(board, ask, total ?? 0) : [],
      total: totalOf(page),
    }
  },
}

const HOST = /^([a-z0-9_-]+)\.wd\d+\.myworkdayjobs(?:-impl)?\.com$/

/** The site of a career page, with or without its language, or of an address of what it asks for. */
function siteIn(typed: string): { host: string; tenant: string; name: string } | null {
  const bare = typed.trim().replace(/^https?:\/\//i, '')
  const [host = '', ...path] = bare.replace(/[?#].*$/s, '').split('/')
  const tenant = HOST.exec(host.toLowerCase())?.[1]
  const name =
    path[0] === 'wday' ? path[3] : path.find((part) => part !== '' && !/^[a-z]{2}-[A-Z]{2}$/.test(part))
  if (!tenant || !name || !/^[\w.-]{1,100}$/.test(name)) return null
  return { host: host.toLowerCase(), tenant, name }
}

function apiOf(board: string): string {
  const site = siteIn(board)
  if (!site && board === '')
    throw new Unreadable('does not say whose jobs it lists: name their career page (--as https://…)')
  if (!site) throw new Unreadable(`“${board}” is no career page of Workday`)
  return `https://${site.host}/wday/cxs/${site.tenant}/${site.name}`
}

function pageAsk(board: string, offset: number): Ask {
  return {
    url: `${apiOf(board)}/jobs`,
    post: { appliedFacets: {}, limit: PAGE, offset, searchText: '' },
    accept: 'json',
  }
}

const offsetOfAsk = z.object({ offset: z.number() })

function nextOf(board: string, ask: Ask, total: number): Ask[] {
  const seen = (offsetOfAsk.safeParse(ask.post).data?.offset ?? 0) + PAGE
  return total === 0 || seen < total ? [pageAsk(board, seen)] : []
}

const CEILING = 2000

/**
 * Only the first page states it; later ones say 0. Most sites count to 2,000 and show no more: there the counts of a filter tell how many
 * there are at least.
 */
function totalOf({ jobPostings, total, facets }: z.output<typeof list>): number | null {
  if (total !== CEILING) return total || (jobPostings.length === 0 ? 0 : null)
  const counts = (facets ?? []).map(({ values }) =>
    (values ?? []).reduce((sum, { count }) => sum + (count ?? 0), 0),
  )
  const beyond = counts.filter((count) => count > CEILING)
  return beyond.length > 0 ? Math.min(...beyond) : CEILING
}

/** "Posted 8 Days Ago" is no date, and "3 Locations" is no place: both are left to the details. */
function fieldsOfListed(item: z.output<typeof listed>, board: string): ItemFields {
  const place = /^\d+ \p{L}+$/u.test(item.locationsText?.trim() ?? '') ? null : item.locationsText
  return {
    openingKey: requisitionOf(postingIdIn(item.externalPath) ?? '', item.bulletFields ?? []),
    company: null,
    title: item.title,
    url: `${board}${item.externalPath}`,
    locations: placeOf(place),
    workplace: structuredWorkplace(item.remoteType),
    employmentType: item.timeType ?? null,
    seniority: null,
    department: null,
    payText: null,
  }
}

/** The last part of its path, as in `/job/AUT-Graz/Mechanic_R12-1`. */
function postingIdIn(path: unknown): string | null {
  return typeof path === 'string' ? (path.split('/').at(-1) ?? null) : null
}

/** Each employer chooses what the bullets show; the requisition is the one that the address ends with, as in `…_R12-1`. */
function requisitionOf(postingId: string, bullets: readonly (string | null)[]): string | null {
  const ending = postingId.slice(postingId.lastIndexOf('_') + 1)
  return bullets.find((bullet) => bullet && (ending === bullet || ending.startsWith(`${bullet}-`))) ?? null
}

/** `hiringOrganization` is the legal entity of the contract, such as "2100 Acme USA", and not the company that people know. */
function fieldsOfDetail(item: z.output<typeof detailed>): ItemFields {
  return {
    openingKey: item.jobReqId ?? null,
    company: null,
    title: item.title,
    url: item.externalUrl,
    locations: [
      ...placeOf(item.location, { country: item.country?.descriptor }),
      ...(item.additionalLocations ?? []).flatMap((place) => placeOf(place)),
    ],
    workplace: structuredWorkplace(item.remoteType),
    employmentType: item.timeType ?? null,
    seniority: null,
    department: null,
    html: item.jobDescription ?? '',
    payText: null,
    publishedAt: dateOf(item.startDate),
    closesAt: endOf(item.endDate),
  }
}
