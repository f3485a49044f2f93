import type { Ignored as Part } from '@/lib/search/grammar'
import { jobsHref, replaced } from './query-string'

/** What was not understood is named with the nearest that is known, never dropped in silence (promise 3). */
export function Ignored({ ignored, query }: { ignored: Part[]; query: string }) {
  if (ignored.length === 0) return null
  return (
    <div role="status" className="mb-3 grid gap-1 border-l-4 border-signal bg-signal-soft px-4 py-2 text-14">
      {ignored.map((part) => (
        <p key={`${part.key}=${part.value ?? ''}`}>
          Not understood and left aside: <code className="font-mono">{part.value === null ? part.key : `${part.key}=${part.value}`}</code>.
          {part.nearest && part.value !== null ? (
            <>
              {' '}
              Did you mean <a href={jobsHref(replaced(query, part.key, part.nearest))}>{part.nearestLabel ?? part.nearest}</a>?
            </>
          ) : part.nearest ? (
            <> Did you mean “{part.nearest}”?</>
          ) : null}
        </p>
      ))}
    </div>
  )
}
