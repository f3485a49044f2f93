/** The middle value; of an even number the mean of both. Throws on none. */
export function median(values: readonly number[]): number {
  return percentile([...values].sort(ascending), 0.5)
}

/**
 * The value below which this part of the sorted values lies, 0 to 1, between two of them in proportion: `percentile_cont` of
 * PostgreSQL, type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996). Throws on none.
 */
export function percentile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('there is no value')
  return below + (above - below) * (place - Math.floor(place))
}

export function ascending(a: number, b: number): number {
  return a - b
}

/** What a vote is made of: one job that states its pay. */
export type PayPoint = { openingId: number; companyId: number; seniority: number; payPoint: number | null }

/**
 * One vote for each company and level, the median of its openings, whose points are the medians of their jobs; sorted. A firm with a
 * hundred openings weighs as much as one with two, and a copy in another city nothing. The points come in the order of company, level and
 * opening; what states no pay is passed over.
 */
export function votesOf(points: readonly PayPoint[]): number[] {
  const votes: number[] = []
  let openings: number[] = []
  let jobs: number[] = []
  let last: PayPoint | null = null
  for (const point of points) {
    if (point.payPoint === null) continue
    const isSameVote = last?.companyId === point.companyId && last.seniority === point.seniority
    if (jobs.length > 0 && !(isSameVote && last?.openingId === point.openingId)) {
      openings.push(middle(jobs))
      jobs = []
    }
    if (openings.length > 0 && !isSameVote) {
      votes.push(middle(openings))
      openings = []
    }
    jobs.push(point.payPoint)
    last = point
  }
  if (jobs.length > 0) openings.push(middle(jobs))
  if (openings.length > 0) votes.push(middle(openings))
  return votes.sort(ascending)
}

function middle(values: number[]): number {
  return values.length === 1 ? (values[0] ?? 0) : median(values)
}

const MOST_BINS = 24

/** Equal steps of a round width (1, 2 or 5 and zeros) over sorted votes, at most 24. */
export function binsOf(sorted: readonly number[]): { from: number; to: number; votes: number }[] {
  const [lowest, highest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const step = roundStep((highest - lowest) / (MOST_BINS - 2))
  const first = Math.floor(lowest / step)
  const bins = Array.from({ length: Math.floor(highest / step) - first + 1 }, (_, i) => ({
    from: (first + i) * step,
    to: (first + i + 1) * step,
    votes: 0,
  }))
  for (const vote of sorted) {
    const bin = bins[Math.floor(vote / step) - first]
    if (bin) bin.votes++
  }
  return bins
}

/** The smallest of 1, 2, 5, 10, 20, 50 and so on that is at least as large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)))
  return [1, 2, 5, 10].map((one) => one * power).find((step) => step >= least) ?? power * 10
}
