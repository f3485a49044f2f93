import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import type { JobRow } from '@/lib/jobs/rows'
import { orderOf, payCurrencyOf } from './clauses'
import { type Chip, describeSearch } from './describe'
import { currentEngine } from './engine/start'
import { type FacetAnswer, type FacetLimits, type Facets, searchFacets } from './facets'
import { foldedPage } from './folded-page'
import { type SearchPage, searchPage } from './page'
import { readSearch } from './read'
import { type Resolved, resolveSearch } from './resolve'
import { NONE, type PageAt, type Search, type Sort } from './search'
import { stepsFrom } from './steps'
import type { SearchParams } from './url/given'
import { type Ignored, printSearch, type Refusal } from './url/grammar'
import { type Why, whyOf } from './why'
import type { Understood } from './words/read-words'

/** A row as it leaves the board: without the number that counts inside. */
export type PublicJobRow = Omit<JobRow, 'id'>

/** What `/api/v1/jobs` answers, and `/api/listing` of a folded page; the page `/jobs` starts from the same value. */
export type SearchAnswer = {
  data: PublicJobRow[]
  page: { after: string | null; before: string | null }
  meta: {
    /** Null, like `facets`, when counting took too long. */
    total: number | null
    facets: Facets | null
    /** The understood search; equal searches have equal strings. */
    canonical: string
    chips: Chip[]
    ignored: Ignored[]
    refused: Refusal[]
    sort: Sort
    /** Words that were read as something known: `k8s` as Kubernetes. */
    understood: readonly Understood[]
    /** Ways out when nothing was found; `query` is a canonical search, `count` exactly its total. */
    steps: { label: string; query: string; count: number }[]
    /** By public id, when the order is by relevance: what each row is ranked by. */
    why: Record<string, Why[]>
    /** What the result contains that was not stated, in words: "38 state no pay". */
    stated: string | null
    /** The board's clock, against which ages are shown. */
    asOf: string
  }
}

/** Page, counts and chips of whatever a URL says. */
export function answerSearch(params: SearchParams, limits?: FacetLimits): Promise<SearchAnswer> {
  return answerWith(searchPage, params, limits)
}

/** The same for a list that folds copies: its page holds as many openings as others hold jobs. Counts are of jobs. */
export function answerListing(params: SearchParams): Promise<SearchAnswer> {
  return answerWith(foldedPage, params)
}

async function answerWith(
  readPage: (search: Search, at: PageAt) => Promise<SearchPage>,
  params: SearchParams,
  limits?: FacetLimits,
): Promise<SearchAnswer> {
  const { search, at, ignored, refused } = await readSearch(params)
  const canonical = printSearch(search)
  const paged = readPage(search, at)
  const counted =
    canonical === '' || canonical === `sort=${search.sort}`
      ? paged.then((page) => countAll(search, at, page))
      : searchFacets(search, limits)
  const [page, counts, chips, resolved] = await Promise.all([
    paged,
    counted,
    describeSearch(search),
    resolveSearch(search),
  ])
  const asOf = systemClock()
  const isEmpty = page.rows.length === 0 && page.refused === null && at.after === null && at.before === null
  const [steps, why] = await Promise.all([
    isEmpty && canonical !== '' ? stepsFrom(search, limits?.timeLimitMs ?? env().FACETS_TIME_LIMIT_MS) : [],
    whyRanked(resolved, page, asOf),
  ])
  return {
    data: page.rows.map(publicRow),
    page: { after: page.after, before: page.before },
    meta: {
      total: counts?.total ?? null,
      facets: counts?.facets ?? null,
      canonical,
      chips,
      ignored,
      refused: page.refused ? [...refused, page.refused] : refused,
      sort: search.sort,
      understood: resolved.words?.understood ?? [],
      steps: steps.map(({ label, search, count }) => ({ label, query: printSearch(search), count })),
      why,
      stated: counts && statedWords(search, counts),
      asOf: asOf.toISOString(),
    },
  }
}

function whyRanked(
  resolved: Resolved,
  { rows }: SearchPage,
  asOf: Date,
): Promise<Record<string, Why[]>> | Record<string, never> {
  const order = orderOf(resolved, payCurrencyOf(resolved))
  return order.by === 'relevance' ? whyOf(rows, order.terms, asOf) : {}
}

type Kept = { newest: string; at: number; counts: Promise<FacetAnswer | null> }
let kept: Kept | undefined
const KEPT_FOR_MS = 5000

/**
 * Counts of the whole board, the dearest and most asked for: 60 ms of SQL for 15,000 jobs. They are kept for seconds, and not past
 * the next job that is published.
 */
function countAll(search: Search, at: PageAt, page: SearchPage): Promise<FacetAnswer | null> {
  const newest = page.rows[0]?.publicId
  if (currentEngine() || newest === undefined || at.after !== null || at.before !== null)
    return searchFacets(search)
  if (kept?.newest === newest && performance.now() - kept.at < KEPT_FOR_MS) return kept.counts
  const mine: Kept = { newest, at: performance.now(), counts: searchFacets(search) }
  kept = mine
  const forget = () => {
    if (kept === mine) kept = undefined
  }
  mine.counts.then((counts) => counts ?? forget(), forget)
  return mine.counts
}

function publicRow({ id: _, ...row }: JobRow): PublicJobRow {
  return row
}

/** A floor keeps jobs that state no pay; the count says how many of its jobs they are. */
function statedWords({ pay }: Search, { facets }: FacetAnswer): string | null {
  if (!pay?.floor || pay.floor === NONE || pay.statedOnly) return null
  const silent = facets.pay.find((row) => row.value === NONE)?.count ?? 0
  if (silent === 0) return null
  const number = new Intl.NumberFormat(env().BOARD_LOCALE).format(silent)
  return `${number} ${silent === 1 ? 'states' : 'state'} no pay`
}
