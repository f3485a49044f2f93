import { kinds } from './label'

/** How a label was found; a better way wins over a greater weight. */
export const tiers = { exact: 0, start: 1, inside: 2, jobless: 3, mistyped: 4, mistypedStart: 5 } as const
export type Tier = (typeof tiers)[keyof typeof tiers]

export const MAX_SUGGESTIONS = 8
/** Of one kind, unless the other kinds have no more. */
const MAX_OF_KIND = 4

/** Keeps the best labels of each kind, so that a thousand companies leave room for a skill. */
export class Best {
  /** Of each kind `tier * labels + rank`, least first. */
  private readonly scores = kinds.map((): number[] => [])

  /** `labels` is how many there are: ranks are below it. */
  constructor(private readonly labels: number) {}

  get size(): number {
    return this.scores.reduce((sum, list) => sum + list.length, 0)
  }

  get hasExact(): boolean {
    return this.scores.some((list) => (list[0] ?? Infinity) < (tiers.exact + 1) * this.labels)
  }

  offer(kind: number, rank: number, tier: Tier): void {
    const list = this.scores[kind] ?? []
    const score = tier * this.labels + rank
    if (list.length === MAX_SUGGESTIONS && score >= (list[MAX_SUGGESTIONS - 1] ?? 0)) return
    const known = list.findIndex((one) => one % this.labels === rank)
    if (known >= 0) {
      if ((list[known] ?? 0) <= score) return
      list.splice(known, 1)
    }
    const place = list.findIndex((one) => one > score)
    list.splice(place < 0 ? list.length : place, 0, score)
    list.length = Math.min(list.length, MAX_SUGGESTIONS)
  }

  /** Ranks of the labels to suggest, the best first. */
  ranks(): number[] {
    const first = this.scores.flatMap((list) => list.slice(0, MAX_OF_KIND)).sort(ascending)
    const rest = this.scores.flatMap((list) => list.slice(MAX_OF_KIND)).sort(ascending)
    const chosen = [...first, ...rest].slice(0, MAX_SUGGESTIONS)
    return chosen.sort(ascending).map((score) => score % this.labels)
  }
}

function ascending(a: number, b: number): number {
  return a - b
}
