'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { keptValue } from '@/components/kept/kept-value'
import { hasEnded, readVisit, visitAt } from '@/lib/jobs/visit'

const kept = keptValue('visit')

/** Null until this page has shown a list, so that nobody reads the cut of the visit before. */
let newSince: string | null = null

/** Jobs as of this time of the board are on the screen: the visit goes on, or a new one begins. */
function show(asOf: string): void {
  const visit = visitAt(readVisit(kept.get()), asOf, Date.now())
  newSince = visit.newSince
  kept.set(JSON.stringify(visit))
}

const NOTED_EVERY_MS = 60_000
let notedAt = 0

/** Somebody is here. What happens after the end of a visit leaves it ended: the next list begins a new one. */
function noteActivity(): void {
  const now = Date.now()
  if (now - notedAt < NOTED_EVERY_MS) return
  notedAt = now
  const visit = readVisit(kept.get())
  if (visit !== null && !hasEnded(visit, now)) kept.set(JSON.stringify({ ...visit, activeAt: now }))
}

/** In a list: the time of the board after which a job is new to this browser, or null. */
export function useNewSince(): string | null {
  return useSyncExternalStore(
    kept.subscribe,
    () => newSince,
    () => null,
  )
}

const activities = ['pointerdown', 'keydown', 'scroll'] as const

/** In each list, with the board's clock of what it shows. */
export function useVisit(asOf: string): void {
  useEffect(() => show(asOf), [asOf])
  useEffect(() => {
    const heed = { passive: true, capture: true }
    for (const activity of activities) document.addEventListener(activity, noteActivity, heed)
    return () => {
      for (const activity of activities) document.removeEventListener(activity, noteActivity, heed)
    }
  }, [])
}
