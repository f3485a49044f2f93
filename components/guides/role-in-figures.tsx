import { DrawnFigure } from '@/components/figures/drawn-figure'
import type { FigurePage } from '@/components/figures/figure-page'
import type { DrawnQuestion } from '@/lib/figures/question'
import type { PageText } from '@/lib/guides/text'

export const IN_FIGURES = { id: 'in-figures', text: 'In figures', depth: 2 } as const

const shown = [
  'pay-by-country',
  'skills',
  'workplace',
  'seniority',
  'employment',
  'places',
  'companies',
  'openings-per-week',
] as const satisfies DrawnQuestion['name'][]

type Props = {
  role: string
  /** What it draws itself is not drawn twice. */
  text: PageText
  page: FigurePage
}

/** What the open jobs of a role say today, of every role in the same way, whatever its text asks. */
export function RoleInFigures({ role, text, page }: Props) {
  const drawn = new Set(text.parts.flatMap((part) => (part.kind === 'drawn' ? [part.question.name] : [])))
  return (
    <section aria-labelledby={IN_FIGURES.id} className="prose-guide">
      <h2 id={IN_FIGURES.id}>
        <a href={`#${IN_FIGURES.id}`} className="link-here">
          {IN_FIGURES.text}
        </a>
      </h2>
      {shown
        .filter((name) => !drawn.has(name))
        .map((name) => (
          <DrawnFigure key={name} question={{ name, role }} page={page} />
        ))}
    </section>
  )
}
