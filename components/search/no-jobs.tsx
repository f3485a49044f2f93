import { numberText } from '@/components/format'
import { EmptyState } from '@/components/ui/empty-state'
import type { SearchAnswer } from '@/lib/search/answer'
import type { Chip } from '@/lib/search/describe'
import { jobsHref } from './query-string'

type Props = { steps: SearchAnswer['meta']['steps']; chips: Chip[]; locale: string }

/** No dead end (SEARCH.md §1, rule 6): what to drop or widen, and how many jobs each of that gives. */
export function NoJobs({ steps, chips, locale }: Props) {
  if (chips.length === 0) {
    return (
      <EmptyState title="No jobs yet" step={<a href="/employer">Post the first one</a>}>
        Jobs appear here as soon as an employer publishes them.
      </EmptyState>
    )
  }
  if (steps.length > 0) {
    return (
      <EmptyState title="No open job matches all of this">
        <p>What to change, and how many jobs that gives:</p>
        <ul className="mt-1 grid" aria-label="Ways out">
          {steps.map(({ label, query, count }) => (
            <WayOut
              key={label}
              label={label}
              query={query}
              count={`${numberText(count, locale)} ${count === 1 ? 'job' : 'jobs'}`}
            />
          ))}
        </ul>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No open job matches all of this">
      <p>Take one part away, and see what is left:</p>
      <ul className="mt-1 grid" aria-label="Ways out">
        {chips.map((chip) => (
          <WayOut key={chip.label} label={`Without ${chip.label}`} query={chip.without} />
        ))}
      </ul>
    </EmptyState>
  )
}

function WayOut({ label, query, count }: { label: string; query: string; count?: string }) {
  return (
    <li>
      <a href={jobsHref(query)} className="inline-flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11">
        {label}
        {count ? <span className="tabular text-ink-2">· {count}</span> : null}
      </a>
    </li>
  )
}
