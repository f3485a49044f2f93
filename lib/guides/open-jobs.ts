import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import type { PublicJobRow } from '@/lib/search/answer'
import { countSearch } from '@/lib/search/count'
import { nameOfSearch } from '@/lib/search/describe'
import { foldedPage } from '@/lib/search/folded-page'
import { readSearch } from '@/lib/search/read'
import { firstPage, type Search } from '@/lib/search/search'
import { isTimeout } from '@/lib/search/sql/shape'
import { printSearch } from '@/lib/search/url/grammar'
import type { JobsAsked } from './parts'
import type { PageText } from './text'

const SHOWN = 3

/** `query` is a canonical search, `words` what it is called. */
type Nearest = { query: string; words: string; total: number }
export type OpenJobs = {
  rows: PublicJobRow[]
  /** Null when counting took too long. */
  total: number | null
  /** The board's clock, against which ages are shown. */
  asOf: string
  /** Where nothing is open: the same with a filter fewer, if that finds something. */
  nearest: Nearest | null
}

/**
 * The jobs of each block of a text, by the block. One after another: a page that asked for all at once would take most of the
 * connections that there are from everybody else.
 */
export async function openJobsIn({ parts }: PageText): Promise<ReadonlyMap<JobsAsked, OpenJobs>> {
  const found = new Map<JobsAsked, OpenJobs>()
  for (const part of parts) if (part.kind === 'jobs') found.set(part, await openJobsOf(part))
  return found
}

/** The newest open jobs of a role with the filters that a text names. */
async function openJobsOf({ role, filters }: Pick<JobsAsked, 'role' | 'filters'>): Promise<OpenJobs> {
  const asOf = systemClock().toISOString()
  const search = await searchOf(role, filters)
  const page = search && (await foldedPage(search, { ...firstPage, limit: SHOWN }))
  if (!search || !page || page.rows.length === 0) {
    return { rows: [], total: 0, asOf, nearest: await nearestTo(role, filters) }
  }
  return {
    rows: page.rows.map(({ id: _, ...row }) => row),
    total: await totalOf(search),
    asOf,
    nearest: null,
  }
}

/** Null where a filter means nothing on this board: without it, other jobs would stand under its title. */
async function searchOf(role: string, filters: JobsAsked['filters']): Promise<Search | null> {
  const { search, ignored, refused } = await readSearch([['role', role], ...filters])
  return ignored.length + refused.length > 0 ? null : search
}

async function nearestTo(role: string, filters: JobsAsked['filters']): Promise<Nearest | null> {
  const fewer = filters.length > 1 ? filters.map((one) => filters.filter((other) => other !== one)) : []
  for (const left of [...fewer, []]) {
    const search = await searchOf(role, left)
    const total = search && (await totalOf(search))
    if (search && total) return { query: printSearch(search), words: await nameOfSearch(search), total }
  }
  return null
}

function totalOf(search: Search): Promise<number | null> {
  return countSearch(search, env().FACETS_TIME_LIMIT_MS).catch((error: unknown) => {
    if (isTimeout(error)) return null
    throw error
  })
}
