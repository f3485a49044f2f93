import type { Called } from '@/lib/figures/called'
import type { Known } from '@/lib/figures/queries'

/** What the figures of one page are made of. */
export type FigurePage = {
  known: Known
  called: Called
  /** The public wage that stands in where too few jobs state pay, by role; null where there is none. */
  standIn: (role: string) => string | null
}
