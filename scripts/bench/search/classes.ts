import {
  all,
  city,
  country,
  from,
  type Pairs,
  pay,
  phrase,
  remote,
  role,
  seniority,
  skills,
  type,
  words,
  workplace,
} from './asked'
import type { Draw, Drawn } from './draw'
import { pick, seeded } from './random'
import { LONELY_WORDS } from './text'

/** Which of the bars a class is held to. A phrase nobody asked for before is read from the texts themselves: a line of its own. */
export type Bar = 'structured' | 'words' | 'broad' | 'deep' | 'phrase' | null

/** `make` answers null when a job does not state what the class asks for. */
export type BenchClass = { name: string; bar: Bar; make: (draw: Draw) => Pairs | null }

export const classes: readonly BenchClass[] = [
  { name: 'no filter', bar: 'structured', make: () => [] },
  { name: 'role', bar: 'structured', make: ({ job }) => all(role(job)) },
  {
    name: 'role, remote, seniority',
    bar: 'structured',
    make: ({ job }) => all(role(job), remote(job), seniority(job)),
  },
  { name: 'company', bar: 'structured', make: ({ job }) => [['company', job.company]] },
  { name: 'country', bar: 'structured', make: (draw) => all(country(draw)) },
  {
    name: 'country, remote, pay',
    bar: 'structured',
    make: (draw) => all(country(draw), remote(draw.job), pay(draw.job)),
  },
  { name: 'workplace', bar: 'structured', make: ({ job }) => all(workplace(job)) },
  { name: 'seniority, type', bar: 'structured', make: ({ job }) => all(seniority(job), type(job)) },
  { name: 'radius 50 km', bar: 'structured', make: (draw) => all(city(draw), [['radius', '50']]) },
  { name: 'skill', bar: 'structured', make: (draw) => all(skills(draw, 'skill', 1)) },
  { name: '3 skills', bar: 'words', make: (draw) => all(skills(draw, 'skill.all', 3)) },
  { name: 'keyword', bar: 'words', make: (draw) => all(words(draw, 'middling', 1)) },
  { name: '2 keywords', bar: 'words', make: (draw) => all(words(draw, 'middling', 2)) },
  {
    name: 'keyword, country, pay',
    bar: 'words',
    make: (draw) => all(words(draw, 'middling', 1), country(draw), pay(draw.job)),
  },
  { name: 'broad keyword', bar: 'broad', make: (draw) => all(words(draw, 'broad', 1)) },
  { name: '2 broad keywords', bar: 'broad', make: (draw) => all(words(draw, 'broad', 2)) },
  {
    name: '5 filters',
    bar: 'structured',
    make: (draw) =>
      all(role(draw.job), seniority(draw.job), workplace(draw.job), country(draw), skills(draw, 'skill', 1)),
  },
  { name: '2 common words, no hit', bar: 'broad', make: () => [['q', LONELY_WORDS.join(' ')]] },
  {
    name: 'page at depth 10,000',
    bar: 'deep',
    make: ({ random, drawn }) => [['after', pick(random, drawn.deep)]],
  },
  {
    name: '2 keywords by relevance',
    bar: null,
    make: (draw) => all(words(draw, 'middling', 2), [['sort', 'relevance']]),
  },
  { name: 'role by pay', bar: null, make: ({ job }) => all(role(job), [['sort', 'pay']]) },
  {
    name: 'without company and seniority',
    bar: null,
    make: ({ job }) => all([['not.company', job.company]], seniority(job, 'not.seniority')),
  },
  { name: 'role not stated, country', bar: null, make: (draw) => all([['role', 'none']], country(draw)) },
  { name: 'remote, from my country', bar: null, make: (draw) => all(remote(draw.job), from(draw)) },
  {
    name: 'near or remote',
    bar: null,
    make: (draw) =>
      all(
        city(draw),
        [
          ['radius', '25'],
          ['near_or_remote', '1'],
        ],
        country(draw, 'from'),
      ),
  },
  // The last: texts that are still being read for it would keep others waiting.
  { name: 'phrase', bar: 'phrase', make: (draw) => all(phrase(draw)) },
]

const TRIES = 50_000

/** Searches of a class, no two from the same draw; fewer distinct ones where the corpus has no more. */
export function searchesOf(one: BenchClass, drawn: Drawn, count: number, seed = 1): URLSearchParams[] {
  const random = seeded(seed)
  const made: URLSearchParams[] = []
  for (let tries = 0; made.length < count && tries < TRIES; tries++) {
    const pairs = one.make({ random, job: pick(random, drawn.facts), drawn })
    if (pairs) made.push(new URLSearchParams(pairs.map(([key, value]) => [key, value])))
  }
  if (made.length < count) throw new Error(`"${one.name}": only ${made.length} searches could be drawn`)
  return made
}
