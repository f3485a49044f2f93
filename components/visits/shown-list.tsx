'use client'

import { useVisit } from './visit'

/** Beside a list of jobs: this browser has been shown the board as of then. */
export function ShownList({ asOf }: { asOf: string }) {
  useVisit(asOf)
  return null
}
