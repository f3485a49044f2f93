import { drawingOf } from '@/lib/figures/draw'
import type { DrawnQuestion } from '@/lib/figures/question'
import { Figure } from './figure'
import type { FigurePage } from './figure-page'

type Props = { question: DrawnQuestion; page: FigurePage }

/** A picture of numbers about jobs, on a line of its own; where too few tell, the line says so. */
export function DrawnFigure({ question, page }: Props) {
  const drawn = drawingOf(question, page.known, page.called)
  if (drawn.ok) return <Figure drawing={drawn.drawing} locale={page.called.locale} />
  const standIn = page.standIn(question)
  return (
    <p className="figure-absent">
      {drawn.why} {standIn ? `Public statistics meanwhile: ${standIn}.` : null}
    </p>
  )
}
