type Copy = { opening: string; company: { slug: string } }
export type Folded<R> = { row: R; copies: R[] }

/**
 * Jobs of a list with the copies of one opening behind the first of them: one job for each city, several ids, several boards. Order and
 * number of the jobs themselves stay what they are.
 */
export function foldCopies<R extends Copy>(rows: readonly R[]): Folded<R>[] {
  const folded = new Map<string, Folded<R>>()
  for (const row of rows) {
    const key = openingOf(row)
    const first = folded.get(key)
    if (first) first.copies.push(row)
    else folded.set(key, { row, copies: [] })
  }
  return [...folded.values()]
}

/** How many of the jobs, from the first on, stand in so many openings: up to the job that would begin one more. */
export function countWithin(openings: number, rows: readonly Copy[]): number {
  const found = new Set<string>()
  const end = rows.findIndex((row) => found.add(openingOf(row)).size > openings)
  return end < 0 ? rows.length : end
}

function openingOf({ company, opening }: Copy): string {
  return `${company.slug} ${opening}`
}

/** When the newest of them was first seen here: a copy that is new makes its row new. */
export function lastSeenAt(jobs: readonly { firstSeenAt: string }[]): string {
  return (
    jobs
      .map(({ firstSeenAt }) => firstSeenAt)
      .sort()
      .at(-1) ?? ''
  )
}
