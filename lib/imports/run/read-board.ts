import { boardAgent } from '@/lib/outside/agent'
import { fetchOutside } from '@/lib/outside/fetch-outside'
import { type Adapter, type Ask, type Columns, type Page, type ReadJob, Unreadable } from '../adapter'
import type { ImportedJob } from '../shape'
import { holdHost, MAX_WAIT_S, waitForTurn } from './pace'
import type { Answer, Ending, Marks } from './run-import'

type Reading = {
  adapter: Adapter
  board: string
  /** Of the last whole answer; null to read it whatever it was. */
  marks: Marks | null
  columns?: Columns | undefined
  /** Called before each wait. */
  keepAlive: () => Promise<void>
  /** Hosts of the operator's own network that imports may ask. */
  allowed?: readonly string[]
  fetch?: typeof fetchOutside
  pace?: Pace
}

type Pace = {
  waitForTurn: (url: string) => Promise<boolean>
  holdHost: (url: string, seconds: number) => Promise<void>
}

/** Pages and details of one source in one run; a board beyond that is read in part, and says so. */
const MAX_ASKS = 5000
const MAX_JOBS = 50_000
const TRIES = 3
/** Pages of jobs that fail one after the other before the whole source counts as down. */
const UNREAD_IN_A_ROW = 5
const DEFAULT_WAIT_S = 5

const types: Record<Ask['accept'], RegExp> = {
  json: /[/+]json$/,
  xml: /[/+]xml$|^text\/plain$/,
  html: /^text\/html$|^application\/xhtml\+xml$/,
  text: /^text\/|^application\/(?:octet-stream|csv|vnd\.ms-excel)$/,
}
const accepts: Record<Ask['accept'], string> = {
  json: 'application/json',
  xml: 'application/xml, text/xml, application/rss+xml',
  html: 'text/html',
  text: 'text/csv, text/plain',
}

/** Asks a source for all it has, page by page and where it must be job by job, at a pace that hurts nobody. */
export async function* readBoard({
  adapter,
  board,
  marks,
  columns,
  keepAlive,
  allowed = [],
  fetch = fetchOutside,
  pace = { waitForTurn, holdHost },
}: Reading): Answer {
  const first = adapter.firstAsk(board)
  const queue: Ask[] = [first]
  let ending: Ending = { kind: 'whole', etag: null, lastModified: null }
  let asks = 0
  let total: number | null = null
  let read = 0
  let unreadInARow = 0
  for (let ask = queue.shift(); ask; ask = queue.shift()) {
    if (++asks > MAX_ASKS || read >= MAX_JOBS)
      return partial(`More than ${read} jobs: the rest was not read.`)
    const answer = await question(ask, ask === first ? marks : null)
    if (typeof answer === 'string') return partial(answer)
    if (answer.status === 304) return { kind: 'unchanged' }
    if (ask === first) ending = { kind: 'whole', ...answer.marks }
    const page = readPage(answer.body, ask)
    if (typeof page === 'string') return partial(page)
    total ??= page.total
    queue.push(...page.next)
    const jobs: ReadJob[] = []
    for (const job of page.jobs.slice(0, MAX_JOBS - read)) {
      const detailed = await withDetail(job)
      if (typeof detailed !== 'string') {
        unreadInARow = 0
        jobs.push(...detailed)
        continue
      }
      // One page that does not answer spares the others; many in a row are an outage.
      if (++unreadInARow === UNREAD_IN_A_ROW) return partial(detailed)
      jobs.push(unreadDetail(job, detailed))
    }
    yield* inBatches(jobs)
    read += page.jobs.length
    if (read > MAX_JOBS) return partial(`The source has more than ${MAX_JOBS} jobs: the rest was not read.`)
  }
  if (total !== null && read < total)
    return partial(`The source says it has ${total} jobs and showed ${read}.`)
  return ending

  function readPage(body: string, ask: Ask): Page | string {
    try {
      return adapter.read(body, { board, ask, columns })
    } catch (error) {
      if (error instanceof Unreadable) return `${shortUrl(ask.url)}: ${error.message}.`
      throw error
    }
  }

  /** The job with its text; a job whose page is gone is gone. */
  async function withDetail(job: ReadJob): Promise<ReadJob[] | string> {
    if (!job.ok || !job.detail) return [job]
    if (++asks > MAX_ASKS) return `The source was asked ${MAX_ASKS} times: the rest was not read.`
    const answer = await question(job.detail, null)
    if (typeof answer === 'string') return answer
    if (answer.status === 404 || answer.status === 410) return []
    const page = readPage(answer.body, job.detail)
    return typeof page === 'string' ? page : page.jobs.map((one) => namedInList(one, job.job))
  }

  async function question(ask: Ask, since: Marks | null) {
    for (let tries = 1; ; tries++) {
      await keepAlive()
      if (!(await pace.waitForTurn(ask.url)))
        return `${shortUrl(ask.url)}: the source asks to be left alone for a while.`
      const answer = await fetch(ask.url, {
        accept: accepts[ask.accept],
        types: types[ask.accept],
        from: boardAgent(),
        allowed,
        ...(ask.post === undefined ? {} : { method: 'POST' as const, body: JSON.stringify(ask.post) }),
        ...(since ?? {}),
      })
      if (!answer.ok) return `${shortUrl(ask.url)}: ${answer.message}`
      const { status, headers, body } = answer
      const isDetail = ask !== first && (status === 404 || status === 410)
      if (status === 304 || (status >= 200 && status < 300) || isDetail)
        return { status, body, marks: { etag: headers.etag, lastModified: headers.lastModified } }
      const waitS = headers.retryAfterSeconds ?? DEFAULT_WAIT_S * tries
      const isBusy = status === 429 || status >= 500
      if (isBusy) await pace.holdHost(ask.url, waitS)
      if (!isBusy || tries === TRIES || waitS > MAX_WAIT_S) return statusWords(status, ask.url)
    }
  }
}

/** A source that lists all in one answer is written in pieces all the same. */
const BATCH = 500

function* inBatches(jobs: readonly ReadJob[]): Generator<ReadJob[]> {
  for (let start = 0; start < jobs.length; start += BATCH) yield jobs.slice(start, start + BATCH)
}

function unreadDetail(one: ReadJob, reason: string): ReadJob {
  if (!one.ok) return one
  const { externalId, title } = one.job
  return { ok: false, refusal: { externalId, title, field: 'page', value: one.detail?.url ?? '', reason } }
}

/** A page that cannot be read need not say whose it is; the list has said so. */
function namedInList(one: ReadJob, { externalId, title }: ImportedJob): ReadJob {
  return one.ok ? one : { ok: false, refusal: { ...one.refusal, externalId, title } }
}

function partial(reason: string): Ending {
  return { kind: 'partial', reason: reason.slice(0, 500) }
}

function statusWords(status: number, url: string): string {
  const place = shortUrl(url)
  if (status === 404 || status === 410) return `${place}: there is no such board (${status}).`
  if (status === 401 || status === 403)
    return `${place}: the source does not let anybody read this (${status}).`
  if (status === 429) return `${place}: the source asks to be left alone for a while (429).`
  return `${place}: the source answered with an error (${status}).`
}

function shortUrl(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`.slice(0, 200)
}
