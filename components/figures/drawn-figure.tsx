import type { DrawnQuestion } from '@/lib/figures/question'
import type { FigurePage } from './figure-page'

type Props = { question: DrawnQuestion; page: FigurePage }

/** A picture of numbers about jobs, on a line of its own. Nothing is drawn of too few jobs. */
export function DrawnFigure(_props: Props) {
  return null
}
