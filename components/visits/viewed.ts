'use client'

import { useSyncExternalStore } from 'react'
import { keptValue } from '@/components/kept/kept-value'
import { withViewed } from '@/lib/jobs/visit'

/** Public ids with a space between them, the newest last. */
const kept = keptValue('viewed')

let read: { text: string | null; ids: ReadonlySet<string> } = { text: null, ids: new Set() }

function viewedIds(): ReadonlySet<string> {
  const text = kept.get()
  if (text !== read.text) read = { text, ids: new Set(idsIn(text)) }
  return read.ids
}

function idsIn(text: string | null): string[] {
  return text?.split(' ').filter((id) => /^[a-z2-7]{26}$/.test(id)) ?? []
}

export function useViewed(publicId: string): boolean {
  return useSyncExternalStore(
    kept.subscribe,
    () => viewedIds().has(publicId),
    () => false,
  )
}

export function markViewed(publicId: string): void {
  kept.set(withViewed(idsIn(kept.get()), publicId).join(' '))
}
