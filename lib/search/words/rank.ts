import type { Condition, RankTerm, ValueKind } from '../condition'
import { phraseCondition, type Queries, wordsCondition } from './span-conditions'
import type { Span } from './spans'

/**
 * Points of relevance, for the words of a search together. What the words say of the work shares `title`, `role` and `skill`; what they say
 * of its place and workplace shares those. A day of age costs `FRESHNESS_POINTS`. Judged in `bench/relevance`.
 */
export const POINTS = {
  title: 4000,
  phrase: 1500,
  role: 4000,
  skill: 2500,
  place: 2500,
  level: 2000,
  workplace: 2000,
  type: 2000,
  pay: 200,
  text: 100,
} as const

type Name = keyof typeof POINTS

const nameOf: Partial<Record<ValueKind, Name>> = {
  role: 'role',
  skill: 'skill',
  city: 'place',
  region: 'place',
  country: 'place',
  seniority: 'level',
  workplace: 'workplace',
  employmentType: 'type',
}

const ofTheTerms: ReadonlySet<Name | undefined> = new Set<Name>(['place', 'workplace'])

/** What every job can have, whatever is searched for. */
export const boardTerms: readonly RankTerm[] = [
  {
    name: 'pay',
    points: POINTS.pay,
    condition: { is: 'not', of: { is: 'any', kind: 'pay', values: [0] } },
  },
  { name: 'text', points: POINTS.text, condition: { is: 'any', kind: 'text', values: [1] } },
]

export function rankTerms(spans: readonly Span[], queries: Queries): RankTerm[] {
  const asked = spans.filter((span) => !span.isNegated)
  const work = asked.filter(isOfTheWork)
  const terms = asked.filter((span) => !isOfTheWork(span))
  return [
    ...work.flatMap((span) => [...titleTerms(span, queries, work.length), ...senseTerms(span, work.length)]),
    ...terms.flatMap((span) => senseTerms(span, terms.length)),
    ...(work.length > 1 ? together(work, queries) : []),
    ...boardTerms,
  ]
}

/** "Remote" or "Berlin" in a title says no more than the job's own facts do. */
function isOfTheWork({ meaning }: Span): boolean {
  const senses = meaning?.senses ?? []
  return senses.length === 0 || senses.some(({ kind }) => !ofTheTerms.has(nameOf[kind]))
}

function titleTerms(span: Span, queries: Queries, among: number): RankTerm[] {
  const title = wordsCondition('title', span, queries)
  const whole = span.leaves.length > 1 ? phraseCondition(span, queries) : null
  return [...(title ? [term('title', title, among)] : []), ...(whole ? [term('phrase', whole, among)] : [])]
}

/** All of the work in one title. */
function together(work: readonly Span[], queries: Queries): RankTerm[] {
  const titles = work.map((span) => wordsCondition('title', span, queries))
  const of = titles.filter((title) => title !== null)
  return of.length === work.length ? [term('phrase', { is: 'all', of }, 1)] : []
}

function senseTerms({ meaning }: Span, among: number): RankTerm[] {
  return (meaning?.senses ?? []).flatMap(({ kind, values }) => {
    const name = nameOf[kind]
    return name ? [term(name, { is: 'any', kind, values }, among)] : []
  })
}

function term(name: Name, condition: Condition, among: number): RankTerm {
  return { name, points: Math.round(POINTS[name] / among), condition }
}
