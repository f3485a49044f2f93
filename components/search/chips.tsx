import { X } from 'lucide-react'
import type { Chip } from '@/lib/search/describe'
import { jobsHref } from './query-string'

/** Each part of the search in words, with the way to take it back. */
export function Chips({ chips }: { chips: Chip[] }) {
  if (chips.length === 0) return null
  return (
    <ul aria-label="This search" className="chips flex gap-2 pb-3 text-14 sm:flex-wrap">
      {chips.map((chip) => (
        <li key={chip.label} className="flex-none">
          <a
            href={jobsHref(chip.without)}
            data-chip=""
            className="inline-flex min-h-7 items-center gap-1.5 rounded border border-sign bg-sign-soft px-2.5 text-ink no-underline hover:bg-paper-2 hover:no-underline pointer-coarse:min-h-11"
          >
            <span className="max-w-72 truncate" title={chip.label}>
              {chip.label}
            </span>
            <X size={14} aria-hidden="true" />
            <span className="sr-only">: take away</span>
          </a>
        </li>
      ))}
      {chips.length > 1 ? (
        <li className="flex-none">
          <a href="/jobs" className="inline-flex min-h-7 items-center px-1 pointer-coarse:min-h-11">
            Clear all
          </a>
        </li>
      ) : null}
    </ul>
  )
}
