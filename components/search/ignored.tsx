import type { Ignored as Part, Refusal } from '@/lib/search/url/grammar'
import { jobsHref, pairsOf, replaced, toggledIn } from './query-string'

type Props = { ignored: Part[]; refused: Refusal[]; query: string }

/** What was not understood is named with the nearest that is known, never dropped in silence (promise 3). */
export function Ignored({ ignored, refused, query }: Props) {
  if (ignored.length + refused.length === 0) return null
  return (
    <div
      role="status"
      className="mb-3 grid gap-1 rounded border-l-4 border-signal bg-signal-soft px-4 py-2 text-14"
    >
      {refused.map((part) => (
        <p key={`${part.key} ${part.reason}`}>
          <code className="font-mono">{part.key}</code> {refusalWords[part.reason]}
        </p>
      ))}
      {ignored.map((part) => (
        <IgnoredPart key={`${part.key}=${part.value ?? ''}`} part={part} query={query} />
      ))}
    </div>
  )
}

function IgnoredPart({ part, query }: { part: Part; query: string }) {
  const written = part.value === null ? part.key : `${part.key}=${part.value}`
  return (
    <p className="break-words">
      {part.reason === 'needs-place' ? (
        <NeedsPlace part={part} query={query} />
      ) : part.key === 'where' && part.value !== null ? (
        <>No single place is known as “{part.value.slice(0, 120)}”, so it was left aside.</>
      ) : (
        <>
          <code className="font-mono">{written.slice(0, 120)}</code> {ignoredWords[part.reason]}
        </>
      )}
      {part.nearest === null ? null : part.value === null || part.reason === 'unknown-parameter' ? (
        <>
          {' '}
          Did you mean <code className="font-mono">{part.nearest}</code>?
        </>
      ) : (
        <>
          {' '}
          Did you mean <a href={suggestion(part, query)}>{part.nearestLabel ?? part.nearest}</a>?
        </>
      )}
    </p>
  )
}

/** Half of a question: what it is missing, and where to say that. */
function NeedsPlace({ part, query }: { part: Part; query: string }) {
  if (part.key === 'radius') {
    return (
      <>
        <code className="font-mono">radius={part.value}</code> needs a place to measure from. Name a city in
        “City, region or country” and it counts.
      </>
    )
  }
  const remote = toggledIn(pairsOf(replaced(query, 'near_or_remote', null)), { workplace: true }, 'remote')
  return (
    <>
      “Or remote for me” adds remote jobs to those near a place. Name a city in “City, region or country”, or
      see <a href={jobsHref(remote)}>remote jobs alone</a>.
    </>
  )
}

/** The same search with the nearest known value; a place typed in words is suggested as its entry of the gazetteer. */
function suggestion({ key, value, nearest }: Part, query: string): string {
  const left = [...new URLSearchParams(query)].filter(([k, v]) => !(k === key && v === value))
  const plain = new URLSearchParams(left).toString()
  return jobsHref(replaced(plain, key, nearest))
}

const ignoredWords: Record<Part['reason'], string> = {
  'unknown-parameter': 'is no part of a search and was left aside.',
  'unknown-value': 'is not known and was left aside.',
  'no-words': 'holds no word that can be searched for, so it was left aside.',
  'needs-pay': 'says nothing without a pay floor and was left aside.',
  'needs-place': 'needs a place and was left aside.',
}

const refusalWords: Record<Refusal['reason'], string> = {
  'given-twice': 'was given more than once, so it could not be used.',
  'too-many': 'was given too often, so it could not be used.',
  'too-long': 'is too long, so it could not be used.',
  'out-of-range': 'is out of range, so it could not be used.',
  'too-slow':
    'takes too long just now. Try again in a moment, add a filter, or take words out of their quotes.',
  'bad-cursor': 'does not lead to a page of this list. Start again from the newest job.',
  'both-cursors': 'and its counterpart were both given, so neither could be used.',
}
