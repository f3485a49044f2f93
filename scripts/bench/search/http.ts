import type pg from 'pg'
import { asking, type Served } from './board'
import { type BenchClass, searchesOf } from './classes'
import type { Drawn } from './draw'
import { cellOf, inTurns, type Taken, take } from './measure'
import { between, seeded } from './random'
import { readTwentyRows } from './reference'
import { type Fact, factOf, type Result, resultOf } from './result'
import type { Typed } from './suggestions'

const SEARCHES = 200
/** Of each class in the mixture. */
const MIXED = 25
const TURNS = 5
/** Of each class. */
const WARM_UP = 10
const WARM_UP_MS = 30_000

export type HttpOrder = {
  pool: pg.Pool
  jobs: number
  board: Served
  drawn: Drawn
  classes: readonly BenchClass[]
  limitMs: number
  onResult: (result: Result) => void
}

type Run = { name: string; work: Result['work']; urls: readonly string[]; clients: number }

/** Every class over HTTP, one URL after the other. */
export async function measureHttp(order: HttpOrder): Promise<void> {
  await warmUp(order, '/api/v1/jobs')
  for (const one of order.classes) {
    const urls = urlsOf(order, one, '/api/v1/jobs')
    for (const clients of [1, 4]) await timeUrls(order, { name: one.name, work: 'api', urls, clients })
  }
}

/** A process that has just started compiles what it runs. */
export async function warmUp(order: HttpOrder, path: string): Promise<void> {
  const connections = asking(1)
  const asked = order.classes.flatMap((one) => urlsOf(order, one, path, WARM_UP))
  await take({ asked, clients: 1, limitMs: WARM_UP_MS, ask: connections.get })
  connections.close()
}

export async function measureSuggestionsOverHttp(
  order: HttpOrder,
  typed: { prefixes: Typed[]; typos: Typed[] },
): Promise<void> {
  const urlOf = ({ text, field }: Typed) =>
    new URL(`/api/v1/suggestions?${new URLSearchParams({ q: text, in: field })}`, order.board.url).href
  const connections = asking(1)
  // The first request makes the index of labels.
  await take({ asked: typed.prefixes.map(urlOf), clients: 1, limitMs: WARM_UP_MS, ask: connections.get })
  connections.close()
  for (const [work, asked] of [
    ['prefix', typed.prefixes],
    ['typo', typed.typos],
  ] as const) {
    for (const clients of [1, 4]) {
      await timeUrls(order, { name: `suggestion, ${work}`, work, urls: asked.map(urlOf), clients })
    }
  }
}

/** Requests a second of all classes mixed beside those of one read by primary key, in turns. */
export async function measureMixture(order: HttpOrder, reference: Served): Promise<Fact[]> {
  const { jobs, pool, limitMs, onResult } = order
  const random = seeded(7)
  // A phrase of two words that most jobs have keeps the database busy for seconds: it has a line of its own.
  const mixed = order.classes
    .filter((one) => one.bar !== 'phrase')
    .flatMap((one) => urlsOf(order, one, '/api/v1/jobs', MIXED))
    .sort(() => random() - 0.5)
  const rows = Array.from({ length: 500 }, () => `${reference.url}/jobs/${between(random, 1, jobs)}`)
  const facts: Fact[] = []
  for (const clients of [1, 4]) {
    const connections = asking(clients)
    const turn = (urls: readonly string[]) =>
      take({ asked: forEver(urls, random), clients, limitMs: limitMs / TURNS, ask: connections.get })
    const [api, key, twenty]: [Taken[], Taken[], Taken[]] = [[], [], []]
    await turn(rows)
    await turn(mixed)
    for (let turns = 0; turns < TURNS; turns++) {
      api.push(await turn(mixed))
      key.push(await turn(rows))
      twenty.push(await readTwentyRows(pool, clients))
    }
    connections.close()
    const against = { cell: cellOf(api), reference: cellOf(twenty) }
    onResult(resultOf({ jobs, layer: 'http', work: 'api', case: 'all classes mixed', clients }, against))
    const byKey = cellOf(key).perSecond
    const at = `${clients} client${clients === 1 ? '' : 's'}`
    facts.push(
      factOf(jobs, `requests/s, all classes mixed, ${at}`, against.cell.perSecond, '/s'),
      factOf(jobs, `requests/s, one row by key, ${at}`, byKey, '/s'),
      factOf(jobs, `mixed / one row by key, ${at}`, against.cell.perSecond / byKey, ''),
    )
  }
  return facts
}

/** More than can be asked in a turn, each turn from another place on. */
function forEver(urls: readonly string[], random: () => number): string[] {
  const start = Math.floor(random() * urls.length)
  return Array.from({ length: 50_000 }, (_, at) => urls[(start + at) % urls.length] ?? '')
}

export function urlsOf(
  { board, drawn }: Pick<HttpOrder, 'board' | 'drawn'>,
  one: BenchClass,
  path: string,
  count = SEARCHES,
): string[] {
  return searchesOf(one, drawn, count).map((params) => new URL(`${path}?${params}`, board.url).href)
}

export async function timeUrls(order: HttpOrder, { name, work, urls, clients }: Run): Promise<void> {
  const { pool, jobs, limitMs, onResult } = order
  const connections = asking(clients)
  try {
    // More connections than four would measure the waiting for one, not R.
    const reference = () => readTwentyRows(pool, Math.min(clients, 4))
    const against = await inTurns({ asked: urls, clients, limitMs, ask: connections.get }, reference)
    onResult(resultOf({ jobs, layer: 'http', work, case: name, clients }, against))
  } finally {
    connections.close()
  }
}
