import type { Called } from '@/lib/figures/called'
import type { Known } from '@/lib/figures/queries'
import type { DrawnQuestion, InlineQuestion } from '@/lib/figures/question'

/** What the figures of one page are made of. */
export type FigurePage = {
  known: Known
  called: Called
  /** The public number that stands in where too few jobs state pay, in words; null where none does. */
  standIn: (question: InlineQuestion | DrawnQuestion) => string | null
}
