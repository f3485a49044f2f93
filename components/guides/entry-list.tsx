import type { Entry } from '@/lib/guides/queries'

type Props = { id: string; title: string; entries: readonly Entry[] }

/** Pages under a heading, each with what it answers. */
export function EntryList({ id, title, entries }: Props) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={id} className="pb-8">
      <h2 id={id} className="pb-2 text-18 font-semibold">
        {title}
      </h2>
      <ul className="border-t border-line">
        {entries.map((entry) => (
          <li key={entry.href} className="grid gap-1 border-b border-line py-3">
            <h3 className="text-16 font-semibold">
              <a href={entry.href} className="inline-flex items-center pointer-coarse:min-h-11">
                {entry.title}
              </a>
            </h3>
            <p className="max-w-prose text-15 text-ink-2">{entry.description}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
