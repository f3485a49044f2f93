import { payWords } from '@/lib/jobs/pay-words'
import type { JobPage } from '@/lib/jobs/queries'

/** The pay of each zone or level, where the source states several; the fact above is their span. */
export function PayTiers({ tiers, locale }: { tiers: JobPage['payTiers']; locale: string }) {
  if (tiers.length < 2) return null
  const amount = (text: string | null) => (text === null ? null : Number(text))
  return (
    <details>
      <summary className="w-fit rounded text-sign pointer-coarse:min-h-11 pointer-coarse:content-center">
        {tiers.length} pay ranges
      </summary>
      <ul>
        {tiers.map((tier) => (
          <li key={JSON.stringify(tier)} className="tabular">
            {payWords({ ...tier, min: amount(tier.min), max: amount(tier.max) }, locale)}
            {tier.title ? <span className="text-ink-2"> {tier.title}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
