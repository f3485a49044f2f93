import type pg from 'pg'
import { clausesOf, orderOf, payCurrencyOf } from '@/lib/search/clauses'
import { searchFacets } from '@/lib/search/facets'
import { pageIds, searchPage } from '@/lib/search/page'
import { readSearch } from '@/lib/search/read'
import { resolveSearch } from '@/lib/search/resolve'
import { PAGE_SIZE } from '@/lib/search/search'
import { type BenchClass, searchesOf } from './classes'
import type { Drawn } from './draw'
import { inTurns, take } from './measure'
import { readTwentyRows } from './reference'
import { type Layer, type Result, resultOf } from './result'

const SEARCHES = 200
const WARM_UP = 20
/** The bench counts for as long as counting takes; the board itself gives up sooner. */
const COUNT_WITHIN_MS = 60_000

type Order = {
  pool: pg.Pool
  jobs: number
  layer: Extract<Layer, 'sql' | 'engine'>
  drawn: Drawn
  classes: readonly BenchClass[]
  limitMs: number
  onResult: (result: Result) => void
  /** Ends when this layer is what answers. */
  whenReady: () => Promise<void>
}

const works = { page: askPage, counts: askCounts } as const

/** Each class through `searchPage` and through `searchFacets`, from the URL on, at one and at four clients. */
export async function measureInProcess(order: Order): Promise<void> {
  const { drawn, limitMs, layer } = order
  for (const one of order.classes) {
    const warming = searchesOf(one, drawn, WARM_UP, 2)
    const asked = searchesOf(one, drawn, SEARCHES)
    for (const work of ['page', 'counts'] as const) {
      if (work === 'counts' && one.bar === 'deep') continue
      await take({ asked: warming, clients: 1, limitMs: limitMs / 4, ask: works[work] })
      for (const clients of [1, 4]) await measureCell(order, { name: one.name, work, asked, clients })
    }
    // The engine has learnt every word by now: what a search costs that somebody asked before.
    const isAgain = layer === 'engine' && (one.bar === 'words' || one.bar === 'broad' || one.bar === 'phrase')
    if (isAgain) await measureCell(order, { name: `${one.name}, again`, work: 'page', asked, clients: 1 })
  }
}

type CellAsked = {
  name: string
  work: keyof typeof works
  asked: readonly URLSearchParams[]
  clients: number
}

async function measureCell(order: Order, { name, work, asked, clients }: CellAsked): Promise<void> {
  const { pool, jobs, layer, limitMs, onResult, whenReady } = order
  await whenReady()
  const load = { asked, clients, limitMs, ask: works[work] }
  const against = await inTurns(load, () => readTwentyRows(pool, clients))
  onResult(resultOf({ jobs, layer, work, case: name, clients }, against))
}

async function askPage(params: URLSearchParams): Promise<void> {
  const { search, at } = await readSearch(params)
  const { refused } = await searchPage(search, at)
  if (refused) throw new Error(`${params} is refused: ${refused.reason}`)
}

/** What an answer needs beside the rows: the total, every facet with its own filter removed, the ids of the page. */
async function askCounts(params: URLSearchParams): Promise<void> {
  const { search } = await readSearch(params)
  const resolved = await resolveSearch(search)
  const order = orderOf(resolved, payCurrencyOf(resolved))
  const [counts] = await Promise.all([
    searchFacets(search, { timeLimitMs: COUNT_WITHIN_MS }),
    pageIds(
      { clauses: clausesOf(resolved), order, edge: null, direction: 'onward', limit: PAGE_SIZE },
      resolved,
    ),
  ])
  if (!counts) throw new Error(`${params} is not counted`)
}
