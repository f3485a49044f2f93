'use client'

import { isNew } from '@/lib/jobs/visit'
import { useNewSince } from './visit'

/** A word, and amber beside it: this board first had the job after this browser's last visit. */
export function NewMark({ firstSeenAt }: { firstSeenAt: string }) {
  if (!isNew({ firstSeenAt }, useNewSince())) return null
  return (
    <span data-new="" className="font-semibold text-signal">
      New
    </span>
  )
}
