import { EmptyState } from '@/components/ui/empty-state'
import type { Chip } from '@/lib/search/describe'
import { jobsHref } from './query-string'

export function NoJobs({ chips }: { chips: Chip[] }) {
  if (chips.length === 0) {
    return (
      <EmptyState title="No jobs yet" step={<a href="/employer">Post the first one</a>}>
        Jobs appear here as soon as an employer publishes them.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No open job matches all of this">
      <p>Take one part away, and see what is left:</p>
      <ul className="mt-1 grid">
        {chips.map((chip) => (
          <li key={chip.label}>
            <a
              href={jobsHref(chip.without)}
              className="inline-flex min-h-7 items-center pointer-coarse:min-h-11"
            >
              Without {chip.label}
            </a>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
