'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { markViewed } from '@/components/visits/viewed'
import { jobsHref, openJobIn, paneHref, searchIn } from './query-string'
import { isTyping } from './use-keys'

/** From here on there is room for a job beside the list. */
const WIDE = '(width >= 75rem)'

export const PANE_TITLE = 'pane-title'

/** Opens and closes the job beside the list. The address says which is open, so that back, forward and a shared link work. */
export function usePane(openId: string | null) {
  const anchor = useRef<{ row: HTMLElement; top: number } | null>(null)
  const wantsFocus = useRef(false)

  function go(href: string, row: HTMLElement | null) {
    anchor.current = row && { row, top: row.getBoundingClientRect().top }
    window.history.pushState(null, '', href)
  }

  function open(row: HTMLElement, id: string, byKey: boolean) {
    wantsFocus.current = byKey
    // The address, which moves before anything is drawn: two quick clicks are one step.
    if (id === openJobIn(new URLSearchParams(window.location.search))) return focusTitle()
    go(paneHref(searchHere(), id), row)
  }

  function close() {
    if (openId === null) return
    const row = rowOf(openId)
    go(jobsHref(searchHere()), row)
    const next = row ?? document.getElementById('results-title')
    next?.focus({ preventScroll: true })
  }

  function focusTitle() {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    document.getElementById(PANE_TITLE)?.focus({ preventScroll: true })
  }

  // The list becomes narrower and its rows higher: the row that was chosen stays where the eye is.
  useClientLayoutEffect(() => {
    const at = anchor.current
    anchor.current = null
    if (at?.row.isConnected)
      window.scrollBy({ top: at.row.getBoundingClientRect().top - at.top, behavior: 'instant' })
  }, [openId])

  useEffect(() => {
    if (openId !== null) markViewed(openId)
  }, [openId])

  useEffect(() => {
    if (openId === null) return
    function onKey(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented && isOfListing(event.target)) close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return { open, close, focusTitle }
}

export function hasRoomForPane(): boolean {
  return window.matchMedia(WIDE).matches
}

function searchHere(): string {
  return searchIn(new URLSearchParams(window.location.search))
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#results a[data-row="${CSS.escape(id)}"]`)
}

/** Escape elsewhere belongs to a menu, a dialog or a field. */
function isOfListing(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal], dialog[open]') || isTyping(target)) return false
  return target === document.body || (target instanceof Element && target.closest('.jobs-view') !== null)
}

const useClientLayoutEffect = typeof window === 'undefined' ? () => {} : useLayoutEffect
