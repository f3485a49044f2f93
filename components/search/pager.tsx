import { buttonClass } from '@/components/ui/button'
import { jobsHref, replaced } from './query-string'

export function Pager({
  query,
  after,
  before,
}: {
  query: string
  after: string | null
  before: string | null
}) {
  if (!after && !before) return null
  return (
    <nav aria-label="Pages" className="flex justify-between gap-3 py-4">
      {before ? (
        <a
          data-scroll="top"
          rel="prev"
          className={buttonClass()}
          href={jobsHref(replaced(query, 'before', before))}
        >
          ← Newer jobs
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
          Older jobs →
        </a>
      ) : null}
    </nav>
  )
}
