import type { SearchAnswer } from '@/lib/search/answer'
import { jobsHref, replaced } from './query-string'
import { inQuotes } from './quoted'

type Props = { words: SearchAnswer['meta']['understood']; query: string }

/** What words were read as, and the way to search for the words themselves. */
export function Understood({ words, query }: Props) {
  if (words.length === 0) return null
  const q = new URLSearchParams(query).get('q') ?? ''
  const exact = words.reduce((so, word) => inQuotes(so, word.typed), q)
  return (
    <p className="min-w-0 pb-3 text-14 text-ink-2" role="status">
      {words.map(({ typed, label }, i) => (
        <span key={`${typed} ${label}`}>
          {i > 0 ? ', ' : null}“{typed}” read as <b className="font-medium text-ink">{label}</b>
        </span>
      ))}
      {exact === q ? null : (
        <>
          {' · '}
          <a href={jobsHref(replaced(query, 'q', exact))}>
            Search for the {words.length === 1 && !/\s/.test(words[0]?.typed ?? '') ? 'word' : 'words'} as
            typed
          </a>
        </>
      )}
    </p>
  )
}
