import { type Bar, classes } from './classes'
import { PEER_JOBS, peerCases } from './peer'
import { type Fact, type Layer, layers, type Result, rounded, type Work } from './result'

/** A line of the issue's table: `null` where nothing was measured that it could be read off. */
export type BarLine = { bar: string; wanted: string; seen: string; where: string; isReached: boolean | null }

const barOf = new Map(classes.map((one) => [one.name, one.bar]))

/** What issue 3 asks for at the largest size measured, one client, in ratios to R. The worst class of each kind counts. */
export function barLines(results: readonly Result[], facts: readonly Fact[]): BarLine[] {
  const jobs = Math.max(...results.map((one) => one.jobs), ...facts.map((one) => one.jobs))
  const here = results.filter((one) => one.jobs === jobs && one.clients === 1)
  const inProcess = layers.filter((layer) => layer !== 'http' && here.some((one) => one.layer === layer))
  const lines = inProcess.flatMap((layer) => {
    const of = (bar: Bar, work: Work = 'page') =>
      here.filter((one) => {
        const own = barOf.get(one.case)
        return one.layer === layer && one.work === work && (bar ? own === bar : own !== 'phrase')
      })
    return [
      pageBar(layer, 'first page, structured filters', of('structured'), { p50: 4, p95: 15 }),
      pageBar(layer, 'first page, keyword or 3 skills', of('words'), { p50: 25, p95: 70 }),
      pageBar(layer, 'first page, broad keyword', of('broad'), { p95: 80 }),
      pageBar(layer, 'total, facets and ids, every class but phrases', of(null, 'counts'), { p95: 60 }),
      pageBar(layer, 'total, facets and ids, phrases', of('phrase', 'counts'), { p95: 60 }),
      pageBar(layer, 'page at depth 10,000', of('deep'), { p50: 2 }),
      growthBar(results, layer, jobs),
    ]
  })
  return [
    ...lines,
    ...suggestionBars(here, facts, jobs),
    ...factBars(facts, jobs),
    ...peerBars(results),
  ].filter((line) => line !== null)
}

type Wanted = { p50?: number; p95?: number }

function pageBar(layer: Layer, bar: string, found: readonly Result[], wanted: Wanted): BarLine | null {
  if (found.length === 0) return null
  const worst = (key: 'p50' | 'p95') => {
    const [most] = [...found].sort((a, b) => b[key] / b.reference - a[key] / a.reference)
    return most ? { ratio: most[key] / most.reference, name: most.case } : { ratio: Number.NaN, name: '' }
  }
  const keys = (['p50', 'p95'] as const).filter((key) => wanted[key] !== undefined)
  return {
    bar: `${bar} (${layer})`,
    wanted: keys.map((key) => `${key} <= ${wanted[key]} R`).join(', '),
    seen: keys.map((key) => `${rounded(worst(key).ratio)} R`).join(', '),
    where: [...new Set(keys.map((key) => worst(key).name))].join('; '),
    isReached: keys.every((key) => worst(key).ratio <= (wanted[key] ?? 0)),
  }
}

/** In units of R, since the machine is not as fast in every hour. */
function growthBar(results: readonly Result[], layer: Layer, jobs: number): BarLine | null {
  const smallest = Math.min(...results.map((one) => one.jobs))
  if (smallest === jobs) return null
  const growths = results.flatMap((large) => {
    const isPage =
      large.jobs === jobs && large.layer === layer && large.work === 'page' && large.clients === 1
    if (!isPage || barOf.get(large.case) !== 'structured') return []
    const small = results.find(
      (one) =>
        one.jobs === smallest &&
        one.case === large.case &&
        one.layer === layer &&
        one.work === 'page' &&
        one.clients === 1,
    )
    return small
      ? { name: large.case, growth: large.p50 / large.reference / (small.p50 / small.reference) }
      : []
  })
  const [worst] = growths.sort((a, b) => b.growth - a.growth)
  if (!worst) return null
  return {
    bar: `growth ${thousands(smallest)} → ${thousands(jobs)}, structured page, p50 (${layer})`,
    wanted: '<= 1.5x',
    seen: `${rounded(worst.growth)}x`,
    where: worst.name,
    isReached: worst.growth <= 1.5,
  }
}

function suggestionBars(here: readonly Result[], facts: readonly Fact[], jobs: number): (BarLine | null)[] {
  const recall = facts.find((one) => one.jobs === jobs && one.fact === 'recall@8 of one typo')?.value
  return (['prefix', 'typo'] as const).map((work) => {
    const [found] = here.filter((one) => one.work === work && one.layer === 'engine')
    if (!found) return null
    const limit = work === 'prefix' ? 15 : 140
    const ratio = found.p95 / found.reference
    const isRecalled = work === 'prefix' || (recall ?? 0) >= 0.95
    return {
      bar: found.case,
      wanted: `p95 <= ${limit} R${work === 'typo' ? ', recall@8 >= 0.95' : ''}`,
      seen: `${rounded(ratio)} R${work === 'typo' ? `, ${recall ?? '-'}` : ''}`,
      where: '',
      isReached: ratio <= limit && isRecalled,
    }
  })
}

const factLimits = [
  { fact: 'mixed / one row by key, 4 clients', wanted: '>= 0.7', isReached: (value: number) => value >= 0.7 },
  { fact: 'engine with words', wanted: '<= 200 MB', isReached: (value: number) => value <= 200 },
  { fact: 'engine, growth of the process', wanted: '<= 200 MB', isReached: (value: number) => value <= 200 },
  { fact: 'cold start / reading once', wanted: '<= 1.5', isReached: (value: number) => value <= 1.5 },
]

function factBars(facts: readonly Fact[], jobs: number): (BarLine | null)[] {
  return factLimits.map(({ fact, wanted, isReached }) => {
    const found = facts.find((one) => one.jobs === jobs && one.fact === fact)
    if (!found) return null
    return {
      bar: fact,
      wanted,
      seen: `${found.value} ${found.unit}`.trim(),
      where: '',
      isReached: isReached(found.value),
    }
  })
}

/** At 100,000 jobs, whichever sizes were measured beside it. */
function peerBars(results: readonly Result[]): BarLine[] {
  return peerCases.flatMap(({ name, peerMs, timesLess }) =>
    (['api', 'html'] as const).flatMap((work) => {
      const cells = results.filter(
        (one) => one.jobs === PEER_JOBS && one.work === work && one.case === `peer: ${name}`,
      )
      const single = cells.find((one) => one.clients === 1)
      if (!single) return []
      const errors = cells.reduce((sum, one) => sum + one.errors, 0)
      const times = peerMs / single.p50
      return {
        bar: `peer at 100,000, ${work === 'api' ? '/api/v1/jobs' : '/jobs'}: ${name}`,
        wanted: `${timesLess}x less than ${peerMs} ms, no error`,
        seen: `${rounded(times)}x (${single.p50} ms), ${errors} errors`,
        where: cells.map((one) => `${one.clients}: ${one.p50}/${one.p95}`).join(', '),
        isReached: times >= timesLess && errors === 0,
      }
    }),
  )
}

export function thousands(jobs: number): string {
  return jobs.toLocaleString('en')
}
