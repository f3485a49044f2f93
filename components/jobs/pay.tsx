import { payWords } from '@/lib/jobs/pay-words'
import type { JobRow } from '@/lib/jobs/rows'

type Props = { pay: JobRow['pay']; implausible: boolean; locale: string }

export function Pay({ pay, implausible, locale }: Props) {
  if (!pay) return <span className="text-ink-2">Pay not stated</span>
  return (
    <span className="tabular font-medium">
      {payWords(pay, locale)}
      {implausible ? (
        <span className="font-normal text-ink-2"> (as stated; left out of filters and figures)</span>
      ) : null}
    </span>
  )
}
