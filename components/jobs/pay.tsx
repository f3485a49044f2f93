import type { PayPeriod } from '@/db/values'
import { payPeriodLabels } from '@/lib/jobs/labels'

type Stated = { min: number | null; max: number | null; currency: string; period: PayPeriod }

/** Pay as the company states it: "$82,000–104,000 a year", "from €55 an hour". */
export function payText(pay: Stated, locale: string): string {
  const whole = [pay.min, pay.max].every((n) => n === null || Number.isInteger(n))
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: pay.currency,
    currencyDisplay: 'narrowSymbol',
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  })
  const amount =
    pay.min !== null && pay.max !== null && pay.min !== pay.max
      ? `${money.format(pay.min)} – ${money.format(pay.max)}`
      : pay.min !== null
        ? `${pay.max === null ? 'from ' : ''}${money.format(pay.min)}`
        : pay.max !== null
          ? `up to ${money.format(pay.max)}`
          : ''
  return `${amount} ${payPeriodLabels[pay.period]}`
}

type Props = { pay: Stated | null; implausible: boolean; locale: string }

export function Pay({ pay, implausible, locale }: Props) {
  if (!pay) return <span className="text-ink-2">Pay not stated</span>
  const dollars = pay.currency !== 'USD' && /\$/.test(payText(pay, locale))
  return (
    <span className="tabular font-medium">
      {payText(pay, locale)}
      {dollars ? <span className="font-normal text-ink-2"> {pay.currency}</span> : null}
      {implausible ? (
        <span className="font-normal text-ink-2"> (as stated; left out of filters and figures)</span>
      ) : null}
    </span>
  )
}
