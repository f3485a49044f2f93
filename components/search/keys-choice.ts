'use client'

import { useSyncExternalStore } from 'react'
import { keptValue } from '@/components/kept/kept-value'

/** Keys of one letter must be possible to turn off (WCAG 2.1.4): speech input would press them by accident. */
const kept = keptValue('keys')

export function areKeysOn(): boolean {
  return kept.get() !== 'off'
}

export function setKeysOn(isOn: boolean): void {
  kept.set(isOn ? null : 'off')
}

export function useKeysOn(): boolean {
  return useSyncExternalStore(kept.subscribe, areKeysOn, () => true)
}
