import { useEffect, useRef, useState } from 'react'
import type { GuidesAnswer } from '@/lib/guides/search/answer-guides'
import type { SuggestAnswer } from '@/lib/search/suggest/answer-suggest'
import type { SuggestField } from '@/lib/search/suggest/suggest'
import { fragmentOf } from './suggest-fragment'

/** Between two letters of somebody who types fast. */
const PAUSE_MS = 80
/** Fewer begin the name of too many guides. */
const GUIDES_FROM_LETTERS = 3
const MOST_GUIDES = '3'

/** A passage of a guide, a comparison or a term: a place to read at, not a filter. */
export type SuggestedGuide = GuidesAnswer['data'][number]

const nothing: SuggestAnswer = { data: [], meta: { typed: '' } }
const noGuides: SuggestedGuide[] = []

/** Suggestions for the text last asked about: an answer that comes too late is thrown away, one that fails is none. */
export function useSuggestions(field: SuggestField) {
  const [answer, setAnswer] = useState(nothing)
  const [guides, setGuides] = useState(noGuides)
  /** Place of the highlighted one, guides behind the others; -1 none. */
  const [active, setActive] = useState(-1)
  const asked = useRef<AbortController>(null)
  useEffect(() => () => asked.current?.abort(), [])

  function show(next: SuggestAnswer) {
    setAnswer(next)
    setActive(-1)
  }

  function close() {
    asked.current?.abort()
    show(nothing)
    setGuides(noGuides)
  }

  function ask(text: string, pauseMs = PAUSE_MS) {
    asked.current?.abort()
    setActive(-1)
    const fragment = fragmentOf(text, field)
    if (fragment === '') return close()
    asked.current = new AbortController()
    const { signal } = asked.current
    const timer = setTimeout(async () => {
      const guidesFound = fetchGuides(fragment, field, signal).catch(() => noGuides)
      const found = await fetchSuggestions(fragment, field, signal).catch(() => nothing)
      if (!signal.aborted) show(found)
      // They stand below: what comes later moves nothing that is there already.
      const guides = await guidesFound
      if (!signal.aborted) setGuides(guides)
    }, pauseMs)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }

  const count = answer.data.length + guides.length
  return { answer, guides, count, active, isOpen: count > 0, setActive, ask, close }
}

async function fetchSuggestions(q: string, field: SuggestField, signal: AbortSignal): Promise<SuggestAnswer> {
  const response = await fetch(`/api/v1/suggestions?${new URLSearchParams({ q, in: field })}`, { signal })
  return response.ok ? response.json() : nothing
}

async function fetchGuides(q: string, field: SuggestField, signal: AbortSignal): Promise<SuggestedGuide[]> {
  if (field !== 'words' || q.length < GUIDES_FROM_LETTERS) return noGuides
  const params = new URLSearchParams({ q, in: 'names', limit: MOST_GUIDES })
  const response = await fetch(`/api/v1/guides?${params}`, { signal })
  return response.ok ? ((await response.json()) as GuidesAnswer).data : noGuides
}
