import Link from 'next/link'

/** Names what is shown and by how much its dates were moved (decision 20). */
export function DemoBanner({ offsetDays }: { offsetDays: number | null }) {
  return (
    <div className="no-print border-b border-line bg-signal-soft text-14">
      <p className="wrap flex flex-wrap gap-x-3 py-1.5">
        <span>
          <strong className="font-semibold">Demo.</strong> Real jobs from public snapshots
          {offsetDays ? `, every date moved forward by ${offsetDays} days` : ''}. Nothing is sent outside.
        </span>
        <span className="flex gap-3">
          <Link href="/demo">Try it as somebody</Link>
          <Link href="/demo/mail">Caught mail</Link>
        </span>
      </p>
    </div>
  )
}
