'use client'

import type { ShownRow } from '@/components/jobs/job-row'
import { foldCopies, lastSeenAt } from '@/lib/jobs/fold'
import { isNew } from '@/lib/jobs/visit'
import { useNewSince } from './visit'

type Props = {
  rows: readonly ShownRow[]
  locale: string
  /** There is room for the number alone, as on a phone; the whole sentence is read out, and shown on hover. */
  isShort: boolean
  className: string
}

/** Of the jobs on this page, those that are new to this browser; of other pages nothing is claimed. */
export function NewCount({ rows, locale, isShort, className }: Props) {
  const since = useNewSince()
  // As many as are marked: copies of one opening stand in one row.
  const count = foldCopies(rows).filter(({ row, copies }) =>
    isNew({ firstSeenAt: lastSeenAt([row, ...copies]) }, since),
  ).length
  if (since === null || count === 0) return null
  const when = `since your last visit on ${dayOf(new Date(since), locale)}`
  return (
    <p
      className={`new-count text-14 whitespace-nowrap text-ink-2 ${className}`}
      title={`${count} new on this page ${when}`}
    >
      <span className="font-semibold text-signal tabular">{count} new</span>
      <span className={isShort ? 'sr-only' : 'max-sm:sr-only'}> on this page</span>
      <span className="sr-only"> {when}</span>
    </p>
  )
}

/** The day as the person lived it: this is only ever drawn in the browser. */
function dayOf(date: Date, locale: string): string {
  const isThisYear = date.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date)
}
