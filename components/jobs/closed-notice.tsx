import { dayText } from '@/components/format'
import type { CloseReason } from '@/db/values'

export const closeReasonWords: Record<CloseReason, string> = {
  filled: 'it was filled',
  withdrawn: 'the employer withdrew it',
  expired: 'its time ran out',
  removed: 'it was removed by this board',
  source_gone: 'its source no longer shows it',
}

type Props = {
  closedAt: string
  reason: CloseReason
  locale: string
  /** The page of the job, when this is not it. */
  elsewhere?: string
}

/** One calm band: when and why. The page keeps its address, loses its button, and offers what is open instead. */
export function ClosedNotice({ closedAt, reason, locale, elsewhere }: Props) {
  return (
    <p role="status" className="rounded border-l-4 border-closed bg-closed-soft px-4 py-3 text-16">
      <strong className="font-semibold">This job is closed.</strong> It closed on{' '}
      <time dateTime={closedAt}>{dayText(closedAt, locale)}</time> because {closeReasonWords[reason]}. Open
      jobs like it are listed on {elsewhere ? <a href={elsewhere}>its page</a> : 'this page'}.
    </p>
  )
}
