import type { SeedJob } from '../types'

/** One job under one id: the facts of the later reading, the dates of the earlier, and an address where only that has one. */
export function fold(earlier: readonly SeedJob[], later: readonly SeedJob[]): SeedJob[] {
  const jobs = new Map(earlier.map((job) => [keyOf(job), job]))
  for (const job of later) {
    const known = jobs.get(keyOf(job))
    jobs.set(keyOf(job), known ? folded(known, job) : job)
  }
  return [...jobs.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** An Ashby id is unique across boards, and a board may have been renamed. */
function keyOf({ id }: SeedJob): string {
  return id.startsWith('ashby:') ? `ashby:${id.slice(id.lastIndexOf(':') + 1)}` : id
}

function folded(earlier: SeedJob, later: SeedJob): SeedJob {
  const samePlace = earlier.locations[0] === later.locations[0]
  return {
    ...later,
    locations: samePlace ? earlier.locations : later.locations,
    addresses: samePlace ? earlier.addresses : undefined,
    pay: later.pay ?? earlier.pay,
    publishedAt: first(earlier.publishedAt, later.publishedAt),
    firstSeenAt: first(earlier.firstSeenAt, later.firstSeenAt),
  }
}

function first(a: string, b: string): string {
  return a < b ? a : b
}
