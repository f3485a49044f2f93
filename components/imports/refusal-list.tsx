import type { StoredRefusal } from '@/lib/imports/page-queries'

/** Jobs that could not be taken, each with its field and what stood in it. */
export function RefusalList({ refusals, total }: { refusals: readonly StoredRefusal[]; total: number }) {
  return (
    <ul className="grid gap-1 text-15">
      {refusals.map((one, i) => (
        // A source may name nothing of a job that cannot be read.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <li key={i}>
          <span className="font-medium">{one.title ?? one.externalId ?? 'A job without a name'}</span>:{' '}
          {one.field} {one.reason} <span className="text-ink-2">({one.value})</span>
        </li>
      ))}
      {total > refusals.length ? <li className="text-ink-2">… and {total - refusals.length} more.</li> : null}
    </ul>
  )
}
