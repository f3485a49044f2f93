import type { Condition, RankTerm, ValueKind } from './condition'
import { type Queries, wordsCondition } from './span-conditions'
import type { Span } from './spans'

/**
 * Points of relevance, for the words of a search together. Each word that stands in the title, and each thing that the words name and
 * the job has, brings its share; a day of age costs `FRESHNESS_POINTS`. `bench/results.md` has how the order was judged.
 */
const POINTS = { title: 4000, wholeTitle: 1500, payStated: 200, textHere: 100 } as const

const senses: Partial<Record<ValueKind, { name: string; points: number }>> = {
  role: { name: 'role', points: 3000 },
  skill: { name: 'skill', points: 2500 },
  city: { name: 'place', points: 2500 },
  region: { name: 'place', points: 2500 },
  country: { name: 'place', points: 2500 },
  seniority: { name: 'level', points: 2000 },
  workplace: { name: 'workplace', points: 2000 },
  employmentType: { name: 'type', points: 2000 },
}

/** What every job can have, whatever is searched for. */
export const boardTerms: readonly RankTerm[] = [
  {
    name: 'pay',
    points: POINTS.payStated,
    condition: { is: 'not', of: { is: 'any', kind: 'pay', values: [0] } },
  },
  { name: 'text', points: POINTS.textHere, condition: { is: 'any', kind: 'text', values: [1] } },
]

export function rankTerms(spans: readonly Span[], queries: Queries): RankTerm[] {
  const asked = spans.filter((span) => !span.isNegated)
  const share = (points: number) => Math.round(points / Math.max(1, asked.length))
  const terms: RankTerm[] = []
  const titles: Condition[] = []
  for (const span of asked) {
    const title = wordsCondition('title', span, queries)
    if (title) {
      titles.push(title)
      terms.push({ name: 'title', points: share(POINTS.title), condition: title })
    }
    for (const { kind, values } of span.meaning?.senses ?? []) {
      const sense = senses[kind]
      if (sense)
        terms.push({ name: sense.name, points: share(sense.points), condition: { is: 'any', kind, values } })
    }
  }
  if (titles.length > 1)
    terms.push({ name: 'title', points: POINTS.wholeTitle, condition: { is: 'all', of: titles } })
  return [...terms, ...boardTerms]
}
