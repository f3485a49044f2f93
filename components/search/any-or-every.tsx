import { NONE } from '@/lib/search/search'
import { jobsHref, type Pairs, pairsOf, sortedQuery } from './query-string'

/** Whether one of the chosen skills is enough or a job needs them all: two links, the same search said with the other key. */
export function AnyOrEvery({ query }: { query: string }) {
  const pairs = pairsOf(query)
  const any = pairs.filter(([key, value]) => key === 'skill' && value !== NONE)
  const every = pairs.filter(([key]) => key === 'skill.all')
  if (any.length + every.length === 0) return null
  const link = (words: string, isNow: boolean, href: string) => (
    <a
      href={href}
      aria-current={isNow ? 'true' : undefined}
      className={`inline-flex min-h-7 items-center pointer-coarse:min-h-11 ${isNow ? 'font-semibold text-ink no-underline' : ''}`}
    >
      {words}
    </a>
  )
  return (
    <nav aria-label="Chosen skills" className="flex flex-wrap items-center gap-x-3">
      <span className="text-ink-2">A job has</span>
      {link('any of them', every.length === 0, jobsHref(saidWith(pairs, 'skill.all', 'skill')))}
      {link('all of them', any.length === 0, jobsHref(saidWith(pairs, 'skill', 'skill.all')))}
    </nav>
  )
}

function saidWith(pairs: Pairs, from: string, to: string): string {
  const said = pairs.flatMap(([key, value]): Pairs => {
    if (key !== from) return [[key, value]]
    // Nothing has a skill and states none.
    return value === NONE ? [] : [[to, value]]
  })
  const once = new Map(said.map(([key, value]) => [`${key} ${value}`, [key, value] as const]))
  return sortedQuery(once.values())
}
