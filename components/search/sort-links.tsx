import type { Sort } from '@/lib/search/search'
import { jobsHref, replaced } from './query-string'

const words: Record<Sort, string> = { newest: 'Newest', relevance: 'Relevance', pay: 'Pay' }

/** What the order of the list is called, where it is read out. */
export const orderWords: Record<Sort, string> = {
  newest: 'newest first',
  relevance: 'most relevant first',
  pay: 'highest pay first',
}

/** The order as plain links: they work without scripts, and each is a search with an address. */
export function SortLinks({ query, sort }: { query: string; sort: Sort }) {
  return (
    <nav aria-label="Order" className="flex items-center gap-1 text-14">
      {(['newest', 'relevance', 'pay'] as const).map((one) => (
        <a
          key={one}
          href={jobsHref(replaced(query, 'sort', one === 'newest' ? null : one))}
          aria-current={one === sort ? 'true' : undefined}
          className={`inline-flex min-h-8 items-center rounded px-1.5 pointer-coarse:min-h-11 ${one === sort ? 'font-semibold text-ink no-underline' : ''}`}
        >
          {words[one]}
        </a>
      ))}
    </nav>
  )
}
