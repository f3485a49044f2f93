'use client'

import type { MouseEvent } from 'react'
import { focusAfter } from './landmarks'
import { jobsHref, searchIn, without } from './query-string'
import { fillForm, searchForm } from './search-form'
import { hasRoomForPane, type usePane } from './use-pane'
import type { useSheet } from './use-sheet'

type Listing = {
  /** The search in the address, as it was drawn last. */
  query: string
  /** The search that the jobs on the screen answer. */
  canonical: string
  isStale: boolean
  sheet: ReturnType<typeof useSheet>
  pane: ReturnType<typeof usePane>
}

/** The search in place: its form follows at once, its address is one to go back to. */
export function goToSearch(next: string): void {
  const now = searchHere()
  if (next === now) return
  const form = searchForm()
  if (form) fillForm(form, next, now)
  window.history.pushState(null, '', jobsHref(next))
}

/**
 * What a click on a link of the listing does: a row opens beside the list where there is room; links to a search inside this view
 * change the search in place; a new tab, or any other link, is left alone.
 */
export function useLinks({ query, canonical, isStale, sheet, pane }: Listing) {
  return function followLink(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest('a')
    if (link?.dataset.row !== undefined) {
      if (!hasRoomForPane()) return
      event.preventDefault()
      // A press of a key is a click without a count.
      return pane.open(link, link.dataset.row, event.detail === 0)
    }
    if (!link || link.origin !== window.location.origin || link.pathname !== '/jobs') return
    if (link.hash === '#filters' || (link.hash === '#results' && sheet.isOpen)) {
      event.preventDefault()
      return link.hash === '#filters' ? sheet.open(link) : sheet.close()
    }
    if (link.hash) return
    event.preventDefault()
    if (link.dataset.pane === 'close') return pane.close()
    // The address moves on before anything is drawn, and the answer comes later still.
    const here = searchHere()
    const isLate = (isStale || here !== query) && link.dataset.chip !== undefined
    goToSearch(isLate ? without(here, canonical, link.search) : searchIn(new URLSearchParams(link.search)))
    if (link.dataset.scroll === 'top') document.getElementById('results')?.scrollIntoView()
    focusAfter(link)
  }
}

function searchHere(): string {
  return searchIn(new URLSearchParams(window.location.search))
}
