type Copy = { opening: string; company: { slug: string } }
export type Folded<R> = { row: R; copies: R[] }

/**
 * Jobs of a list with the copies of one opening behind the first of them: one job for each city, several ids, several boards. Order and
 * number of the jobs themselves stay what they are.
 */
export function foldCopies<R extends Copy>(rows: readonly R[]): Folded<R>[] {
  const folded = new Map<string, Folded<R>>()
  for (const row of rows) {
    const key = `${row.company.slug} ${row.opening}`
    const first = folded.get(key)
    if (first) first.copies.push(row)
    else folded.set(key, { row, copies: [] })
  }
  return [...folded.values()]
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
