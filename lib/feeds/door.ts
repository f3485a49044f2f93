import type { JobRow } from '@/lib/jobs/rows'
import { nameOfSearch } from '@/lib/search/describe'
import { searchPage } from '@/lib/search/page'
import { readSearch } from '@/lib/search/read'
import type { Sort } from '@/lib/search/search'
import { type Ignored, printSearch, type Refusal } from '@/lib/search/url/grammar'
import { type JobExtra, listJobExtras } from './extras'
import { atAddress } from './links'

/** A feed reader comes by every hour or so: more than a page, so that it misses nothing. */
export const FEED_SIZE = 50

export type DoorItem = { job: JobRow; extra: JobExtra }

/** A search as a feed shows it: the same jobs in the same order as `/api/v1/jobs` with the same parameters. */
export type Door = {
  /** "Backend developer, remote". */
  name: string
  canonical: string
  sort: Sort
  /** The query as asked for: a reader that keeps its own address keeps a filter that is not understood today. */
  query: string
  items: DoorItem[]
  after: string | null
  before: string | null
  ignored: Ignored[]
  /** Not empty: nothing else counts. */
  refused: Refusal[]
}

/** Of a page of 50 where the URL gives no `limit`. */
export async function readDoor(params: URLSearchParams): Promise<Door> {
  const { search, at, ignored, refused } = await readSearch(params)
  const door: Door = {
    name: await nameOfSearch(search),
    canonical: printSearch(search),
    sort: search.sort,
    query: params.toString(),
    items: [],
    after: null,
    before: null,
    ignored,
    refused,
  }
  if (refused.length > 0) return door
  const page = await searchPage(search, hasLimit(params) ? at : { ...at, limit: FEED_SIZE })
  if (page.refused) return { ...door, refused: [page.refused] }
  const extras = await listJobExtras(page.rows.map((job) => job.id))
  const items = page.rows.map((job) => ({ job, extra: extras(job.id) }))
  return { ...door, items, after: page.after, before: page.before }
}

/** An empty field of a form counts as absent. */
export function hasLimit(params: URLSearchParams): boolean {
  return params.getAll('limit').some((value) => value.trim() !== '')
}

/** The address of a door, of its neighbours, and of the page that shows the same search. */
export function addressesOf(path: string, { query, canonical, after, before }: Door) {
  return {
    self: atAddress(path, query),
    next: after === null ? null : atAddress(path, turned(query, 'after', after)),
    previous: before === null ? null : atAddress(path, turned(query, 'before', before)),
    home: atAddress('/jobs', canonical),
  }
}

function turned(query: string, key: 'after' | 'before', cursor: string): string {
  const params = new URLSearchParams(query)
  params.delete('after')
  params.delete('before')
  params.set(key, cursor)
  return params.toString()
}
