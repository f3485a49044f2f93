import type { Against } from './measure'

/** `sql` and `engine` in this process, without HTTP; `http` through a production board, which has its engine. */
export const layers = ['sql', 'engine', 'http'] as const
export type Layer = (typeof layers)[number]

/**
 * `page`: from the URL to 20 rows. `counts`: from the URL to the total, all facets and the ids of the first page. `api`, `html`:
 * an answer over HTTP. `prefix`, `typo`: suggestions.
 */
export type Work = 'page' | 'counts' | 'api' | 'html' | 'prefix' | 'typo'

/** One line of the JSON file. Times in ms; `reference` is R, the p50 of the reference in turns with this cell at as many clients. */
export type Result = {
  bench: 'search'
  jobs: number
  layer: Layer
  work: Work
  case: string
  clients: number
  p50: number
  p95: number
  n: number
  perSecond: number
  errors: number
  reference: number
  referenceP95: number
}

export type Told = Pick<Result, 'jobs' | 'layer' | 'work' | 'case' | 'clients'>

export function resultOf(told: Told, { cell, reference }: Against): Result {
  return {
    bench: 'search',
    ...told,
    p50: rounded(cell.p50),
    p95: rounded(cell.p95),
    n: cell.n,
    perSecond: rounded(cell.perSecond),
    errors: cell.errors,
    reference: rounded(reference.p50),
    referenceP95: rounded(reference.p95),
  }
}

/** What is no time of a class: memory, load, recall, requests a second beside the reference route. */
export type Fact = { bench: 'search'; jobs: number; fact: string; value: number; unit: string }

export function factOf(jobs: number, fact: string, value: number, unit: string): Fact {
  return { bench: 'search', jobs, fact, value: rounded(value), unit }
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
