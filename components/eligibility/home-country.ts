'use client'

import { useSyncExternalStore } from 'react'
import { keptValue } from '@/components/kept/kept-value'
import { isCountry } from '@/lib/jobs/eligibility'

const kept = keptValue('home-country')

/** Where this browser's person works from, as a country's slug such as `de`; null when they have not said so, and on the server. */
export function useHomeCountry(): string | null {
  return useSyncExternalStore(kept.subscribe, homeCountry, () => null)
}

export function chooseHomeCountry(country: string | null): void {
  kept.set(country)
  if (country === null) delete document.documentElement.dataset.home
  else document.documentElement.dataset.home = country
}

function homeCountry(): string | null {
  const country = kept.get()
  return country !== null && isCountry(country) ? country : null
}
