import { buttonClass } from '@/components/ui/button'
import type { Sort } from '@/lib/search/search'
import { jobsHref, replaced } from './query-string'

type Props = { query: string; after: string | null; before: string | null; sort?: Sort }

export function Pager({ query, after, before, sort = 'newest' }: Props) {
  if (!after && !before) return null
  const isByAge = sort === 'newest'
  return (
    <nav aria-label="Pages" className="flex justify-between gap-3 py-4">
      {before ? (
        <a
          data-scroll="top"
          rel="prev"
          className={buttonClass()}
          href={jobsHref(replaced(query, 'before', before))}
        >
          ← {isByAge ? 'Newer' : 'Previous'} jobs
        </a>
      ) : (
        <span />
      )}
      {after ? (
        <a
          data-scroll="top"
          rel="next"
          className={buttonClass()}
          href={jobsHref(replaced(query, 'after', after))}
        >
          {isByAge ? 'Older' : 'More'} jobs →
        </a>
      ) : null}
    </nav>
  )
}
