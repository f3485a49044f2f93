import { z } from 'zod'
import { structuredWorkplace } from '@/lib/taxonomy/workplace'
import { type Adapter, type Ask, parseJson, readItems, requireShape } from '../adapter'
import type { ItemFields } from '../shape'
import { boardIn } from './board-address'
import { timeOf } from './dates'
import { listSection } from './html'
import { tierOf } from './pay'
import { placeOf } from './places'

// https://github.com/lever/postings-api

const job = z.object({
  id: z.string(),
  text: z.string(),
  hostedUrl: z.string(),
  applyUrl: z.string().nullish(),
  createdAt: z.number().nullish(),
  categories: z
    .object({
      commitment: z.string().nullish(),
      department: z.string().nullish(),
      team: z.string().nullish(),
      location: z.string().nullish(),
      allLocations: z.array(z.string()).nullish(),
    })
    .nullish(),
  workplaceType: z.string().nullish(),
  opening: z.string().nullish(),
  description: z.string().nullish(),
  descriptionBody: z.string().nullish(),
  lists: z.array(z.object({ text: z.string().nullish(), content: z.string().nullish() })).nullish(),
  additional: z.string().nullish(),
  salaryRange: z
    .object({
      currency: z.string().nullish(),
      interval: z.string().nullish(),
      min: z.number().nullish(),
      max: z.number().nullish(),
    })
    .nullish(),
  salaryDescriptionPlain: z.string().nullish(),
})
type LeverJob = z.output<typeof job>

const PAGE = 100

export const lever: Adapter = {
  name: 'lever',
  label: 'Lever',
  example: 'acme, or https://jobs.lever.co/acme',
  boardOf(typed) {
    if (/^eu:[\w.-]{1,100}$/.test(typed.trim())) return typed.trim()
    const european = boardIn(`https://${bareOf(typed)}`, [
      /^jobs\.eu\.lever\.co\/([^/?#]+)/i,
      /^api\.eu\.lever\.co\/v0\/postings\/([^/?#]+)/i,
    ])
    if (european) return `eu:${european}`
    return boardIn(typed, [/^jobs\.lever\.co\/([^/?#]+)/i, /^api\.lever\.co\/v0\/postings\/([^/?#]+)/i])
  },
  firstAsk: (board) => pageOf(board, 0),
  homeOf(board) {
    const { host, site } = siteOf(board)
    return `https://jobs.${host}/${site}`
  },
  read(text, { board, ask }) {
    const items = requireShape(z.array(z.unknown()), parseJson(text))
    return {
      jobs: readItems(items, { item: job, idOf: ({ id }) => id, toJob: fieldsOf }),
      next: ask && items.length === PAGE ? [pageOf(board, skipOf(ask) + PAGE)] : [],
      total: null,
    }
  },
}

function bareOf(typed: string): string {
  return typed.trim().replace(/^https?:\/\//i, '')
}

/** The boards on the European host are written `eu:acme`. */
function siteOf(board: string): { host: string; site: string } {
  const european = board.startsWith('eu:')
  return {
    host: european ? 'eu.lever.co' : 'lever.co',
    site: encodeURIComponent(european ? board.slice(3) : board),
  }
}

function pageOf(board: string, skip: number): Ask {
  const { host, site } = siteOf(board)
  return {
    url: `https://api.${host}/v0/postings/${site}?mode=json&skip=${skip}&limit=${PAGE}`,
    accept: 'json',
  }
}

function skipOf({ url }: Ask): number {
  return Number(new URL(url).searchParams.get('skip') ?? 0)
}

function fieldsOf(item: LeverJob): ItemFields {
  const { categories, salaryRange } = item
  const all = categories?.allLocations?.length ? categories.allLocations : [categories?.location]
  return {
    openingKey: null,
    company: null,
    title: item.text,
    url: item.hostedUrl,
    applyUrl: item.applyUrl ?? null,
    locations: all.flatMap((place) => placeOf(place)),
    workplace: structuredWorkplace(item.workplaceType),
    employmentType: categories?.commitment ?? null,
    seniority: null,
    department: categories?.department ?? categories?.team ?? null,
    html: textOf(item),
    pay: salaryRange
      ? tierOf({ ...salaryRange, currency: salaryRange.currency, period: salaryRange.interval })
      : [],
    payText: item.salaryDescriptionPlain ?? null,
    publishedAt: timeOf(item.createdAt),
  }
}

/** `description` holds `opening` and `descriptionBody` again; jobs of older boards have only some of the three. */
function textOf({ opening, description, descriptionBody, lists, additional }: LeverJob): string {
  const whole = description || descriptionBody || ''
  return [
    opening && !whole.includes(opening) ? opening : '',
    whole,
    ...(lists ?? []).map((list) => listSection(list.text, list.content)),
    additional ?? '',
  ].join('')
}
