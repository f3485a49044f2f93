import { useEffect, useRef, useState } from 'react'
import type { SuggestAnswer } from '@/lib/search/suggest/answer-suggest'
import type { SuggestField } from '@/lib/search/suggest/suggest'
import { fragmentOf } from './suggest-fragment'

/** Between two letters of somebody who types fast. */
const PAUSE_MS = 80

const nothing: SuggestAnswer = { data: [], meta: { typed: '' } }

/** Suggestions for the text last asked about: an answer that comes too late is thrown away, one that fails is none. */
export function useSuggestions(field: SuggestField) {
  const [answer, setAnswer] = useState(nothing)
  /** Place of the highlighted one; -1 none. */
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
  }

  function ask(text: string, pauseMs = PAUSE_MS) {
    asked.current?.abort()
    setActive(-1)
    const fragment = fragmentOf(text, field)
    if (fragment === '') return close()
    asked.current = new AbortController()
    const { signal } = asked.current
    const timer = setTimeout(async () => {
      const found = await fetchSuggestions(fragment, field, signal).catch(() => nothing)
      if (!signal.aborted) show(found)
    }, pauseMs)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }

  return { answer, active, isOpen: answer.data.length > 0, setActive, ask, close }
}

async function fetchSuggestions(q: string, field: SuggestField, signal: AbortSignal): Promise<SuggestAnswer> {
  const response = await fetch(`/api/v1/suggestions?${new URLSearchParams({ q, in: field })}`, { signal })
  return response.ok ? response.json() : nothing
}
