import { describeSearch, nameOfSearch } from '@/lib/search/describe'
import { matchesOf } from '@/lib/search/matches'
import { readSearch } from '@/lib/search/read'
import { resolveSearch } from '@/lib/search/resolve'
import type { Search } from '@/lib/search/search'
import { printSearch } from '@/lib/search/url/grammar'
import { parseSearch } from '@/lib/search/url/input'

export type ReadQuery = {
  /** What was understood. */
  search: Search
  canonical: string
  /** `All jobs` when it asks for nothing; at most 120 characters. */
  name: string
  /** Its parts in words. */
  parts: string[]
  /** What was left out, as in the URL: a search with such a part would send what was not asked for. */
  left: string[]
  /** A filter lost its last value (a role that is gone): such a search matches nothing. */
  lostFilter: boolean
}

/** What identifies a search is what it asks for, not where a page of it began or how it was sorted. */
const pageKeys = ['after', 'before', 'limit', 'sort']

export async function readQuery(query: string): Promise<ReadQuery> {
  const params = new URLSearchParams(query)
  for (const key of pageKeys) params.delete(key)
  const { search, ignored, refused } = await readSearch(params)
  const [chips, name, { lostFilter }] = await Promise.all([
    describeSearch(search),
    nameOfSearch(search),
    resolveSearch(search),
  ])
  return {
    search,
    canonical: printSearch(search),
    name,
    parts: chips.map(({ label }) => label),
    left: [
      ...ignored.map(({ key, value }) => (value === null ? key : `${key}=${value}`)),
      ...refused.map(({ key }) => key),
    ],
    lostFilter,
  }
}

/** Those of the jobs that a stored search matches now, by the page's own query. */
export async function matchingJobs(canonical: string, jobIds: number[]): Promise<number[]> {
  return matchesOf(parseSearch(new URLSearchParams(canonical)).search, jobIds)
}
