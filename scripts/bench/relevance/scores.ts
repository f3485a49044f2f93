/** 2 relevant, 1 related, 0 wrong. */
export type Grade = 0 | 1 | 2

/** Normalised discounted cumulative gain, gain 2^grade - 1, of the first `depth`: https://en.wikipedia.org/wiki/Discounted_cumulative_gain */
export function ndcg(ranking: readonly Grade[], judged: readonly Grade[], depth: number): number {
  const ideal = gain(
    [...judged].sort((a, b) => b - a),
    depth,
  )
  return ideal === 0 ? 1 : gain(ranking, depth) / ideal
}

function gain(grades: readonly Grade[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce<number>((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)
}

/** Share of the first `depth` that is relevant; fewer results than that count as wrong ones. */
export function precision(ranking: readonly Grade[], depth: number): number {
  return ranking.slice(0, depth).filter((grade) => grade === 2).length / depth
}
