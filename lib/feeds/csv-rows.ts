import { csvLine } from '@/lib/csv'
import type { JobRow } from '@/lib/jobs/rows'
import { type SearchPage, searchPage } from '@/lib/search/page'
import { readSearch } from '@/lib/search/read'
import { MAX_PAGE_SIZE, type PageAt, type Search } from '@/lib/search/search'
import type { Ignored, Refusal } from '@/lib/search/url/grammar'
import { hasLimit } from './door'
import { type JobExtra, listJobExtras } from './extras'
import { atAddress } from './links'

/** A file goes on behind it: its last id is the cursor of the next one. */
export const MOST_ROWS = 50_000

type Column = readonly [name: string, cell: (job: JobRow, extra: JobExtra) => string | number | null]

const columns: readonly Column[] = [
  ['id', (job) => job.publicId],
  ['url', (job) => atAddress(job.href)],
  ['title', (job) => job.title],
  ['company', (job) => job.company.name],
  ['places', (job) => job.places.join('; ')],
  ['countries', (_, extra) => extra.countries.join('; ')],
  ['location_stated', (job) => job.locationStated],
  ['workplace', (job) => job.workplace],
  ['employment_type', (job) => job.employmentType],
  ['seniority', (job) => job.seniority],
  ['role', (_, extra) => extra.role?.slug ?? null],
  ['visa', (job) => job.visa],
  ['eligibility', (job) => job.eligibility],
  ['pay_min', (job) => job.pay?.min ?? null],
  ['pay_max', (job) => job.pay?.max ?? null],
  ['pay_currency', (job) => job.pay?.currency ?? null],
  ['pay_period', (job) => job.pay?.period ?? null],
  ['skills', (job) => job.skills.map((skill) => skill.slug).join('; ')],
  ['first_published', (job) => job.firstPublishedAt],
  ['first_seen', (job) => job.firstSeenAt],
]

export const columnNames: readonly string[] = columns.map(([name]) => name)

export type Table = { pieces: AsyncGenerator<string>; ignored: Ignored[]; refused: Refusal[] }

type Limits = { mostRows?: number }

/**
 * The whole result from the cursor on, in rounds of 100 jobs, each with connections of its own: nothing is held while the reader
 * takes its time. With `limit` or `before` it is that one page, as in the API.
 */
export async function openTable(
  params: URLSearchParams,
  { mostRows = MOST_ROWS }: Limits = {},
): Promise<Table> {
  const { search, at, ignored, refused } = await readSearch(params)
  const isOnePage = hasLimit(params) || at.before !== null
  const from = hasLimit(params) ? at : { ...at, limit: Math.min(MAX_PAGE_SIZE, mostRows) }
  const none: SearchPage = { rows: [], cursors: [], after: null, before: null, refused: null }
  const first = refused.length > 0 ? none : await searchPage(search, from)
  const pieces = rounds(search, { first, from, mostRows: isOnePage ? first.rows.length : mostRows })
  return { pieces, ignored, refused: first.refused ? [first.refused] : refused }
}

type Begun = { first: SearchPage; from: PageAt; mostRows: number }

async function* rounds(search: Search, { first, from, mostRows }: Begun): AsyncGenerator<string> {
  let page = first
  let left = mostRows
  yield csvLine(columnNames) + (await linesOf(page))
  for (;;) {
    left -= page.rows.length
    if (page.after === null || page.rows.length === 0 || left <= 0) return
    page = await searchPage(search, { before: null, after: page.after, limit: Math.min(from.limit, left) })
    // The job at the edge was deleted, not closed: where the list goes on is not known any more.
    if (page.refused) throw new Error(`A list could not go on: ${page.refused.reason}`)
    yield await linesOf(page)
  }
}

async function linesOf({ rows }: SearchPage): Promise<string> {
  const extras = await listJobExtras(
    rows.map((job) => job.id),
    { texts: false },
  )
  return rows.map((job) => csvLine(columns.map(([, cell]) => cell(job, extras(job.id))))).join('')
}
