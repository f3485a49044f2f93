'use client'

import { Check, CircleHelp, X } from 'lucide-react'
import { type MayWork, mayWorkFrom } from '@/lib/jobs/eligibility'
import type { Asked } from './asked'
import { useHomeCountry } from './home-country'

const answers: Record<MayWork, { words: string; Icon: typeof Check; look: string }> = {
  yes: { words: 'Open to you', Icon: Check, look: 'font-medium text-ink' },
  no: { words: 'Not open to you', Icon: X, look: 'font-medium text-ink-2' },
  'not-stated': { words: 'Does not say who may apply', Icon: CircleHelp, look: '' },
}

type Props = {
  job: Asked
  /** The country that the search names: it stands until the person says another. */
  country?: string | null
}

/** Whether somebody in a country may take a remote job, and the words of the job on which that rests. */
export function Answer({ job, country = null }: Props) {
  const from = useHomeCountry() ?? country
  const answer = from === null ? null : mayWorkFrom(job, from)
  if (answer === null) return null
  const { words, Icon, look } = answers[answer]
  return (
    <span data-answer={answer} className="flex min-w-0 items-center gap-1.5 text-ink-2">
      <Icon size={14} aria-hidden="true" className="flex-none" />
      <span className="truncate" title={job.eligibility ?? undefined}>
        <span className={look}>{words}</span>
        {/* Words that name no country that is known stay the job's own words: nothing is read into them. */}
        {job.eligibility ? `: ${job.eligibility}` : null}
      </span>
    </span>
  )
}
