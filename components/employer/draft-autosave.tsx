'use client'

import { useEffect, useState } from 'react'

/** Long enough not to save within a word, short enough that a crash costs a sentence. */
const QUIET_MS = 1500
const RETRY_MS = 10_000

type Props = { formId: string; action: string; locale: string }

/** Saves the form a moment after the last key, and says when. The form works without it: it has a button. */
export function DraftAutosave({ formId, action, locale }: Props) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    return watch(form, action, (at, words) => {
      setSaid(words || `Saved ${new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at)}`)
    })
  }, [formId, action, locale])
  return (
    <p role="status" className="tabular min-h-5 text-14 text-ink-2">
      {said}
    </p>
  )
}

type Say = (at: Date, words?: string) => void

function watch(form: HTMLFormElement, action: string, say: Say): () => void {
  let timer = 0
  let isDirty = false
  let sending: AbortController | null = null

  const save = async (keepalive = false) => {
    window.clearTimeout(timer)
    if (!isDirty) return
    sending?.abort()
    sending = new AbortController()
    isDirty = false
    try {
      const body = new FormData(form)
      const answer = await fetch(action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        signal: sending.signal,
        keepalive,
      })
      const json = (await answer.json()) as { updatedAt?: string; newerElsewhere?: boolean; detail?: string }
      if (!answer.ok) return say(new Date(), `Not saved: ${json.detail ?? 'the board did not take it.'}`)
      const seenAt = form.elements.namedItem('seenAt')
      if (seenAt instanceof HTMLInputElement && json.updatedAt) seenAt.value = json.updatedAt
      say(
        new Date(),
        json.newerElsewhere ? 'Saved. It replaced what was saved elsewhere in the meantime.' : '',
      )
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
      isDirty = true
      say(new Date(), 'Not saved yet: no connection. It is tried again.')
      timer = window.setTimeout(() => void save(), RETRY_MS)
    }
  }
  const touched = () => {
    isDirty = true
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), QUIET_MS)
  }
  const left = () => {
    if (document.visibilityState === 'hidden') void save(true)
  }
  // The button sends everything itself; an older save must not arrive after it.
  const submitted = () => {
    window.clearTimeout(timer)
    isDirty = false
    sending?.abort()
  }
  form.addEventListener('input', touched)
  form.addEventListener('submit', submitted)
  document.addEventListener('visibilitychange', left)
  return () => {
    submitted()
    form.removeEventListener('input', touched)
    form.removeEventListener('submit', submitted)
    document.removeEventListener('visibilitychange', left)
  }
}
