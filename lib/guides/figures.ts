import { drawnMeasures, inlineMeasures } from '@/lib/figures/asked'
import { figuresOf, type Known } from '@/lib/figures/queries'
import type { Measure } from '@/lib/figures/types'
import { contentFolder, loadLibrary } from './library'
import type { Question, StandIns } from './stand-in'
import type { PageText } from './text'

/** The figures that a text names need these roles; ways to other roles need those of all guides. */
export async function knownFor(text: PageText, folder = contentFolder): Promise<Known> {
  const questions = questionsOf(text)
  const needsAll = questions.some(({ name }) => name === 'transitions')
  const roles = needsAll ? (await askedByGuides(folder)).roles : []
  return figuresOf([...new Set([...roles, ...questions.flatMap(rolesOf)])])
}

/** Roles whose figures guides and comparisons show, and what they ask beyond the usual. */
export async function askedByGuides(
  folder = contentFolder,
): Promise<{ roles: string[]; measures: Measure[] }> {
  const { guides, comparisons } = await loadLibrary(folder)
  const pages = [...guides, ...comparisons]
  const roles = new Set([
    ...guides.flatMap(({ role, related }) => [role, ...related]),
    ...comparisons.flatMap((page) => page.roles),
  ])
  const measures: Measure[] = []
  for (const page of pages)
    for (const part of page.text.parts) {
      if (part.kind !== 'figure' && part.kind !== 'drawn') continue
      for (const role of rolesOf(part.question)) roles.add(role)
      measures.push(
        ...(part.kind === 'figure' ? inlineMeasures(part.question) : drawnMeasures(part.question)),
      )
    }
  return { roles: [...roles].sort(), measures }
}

function questionsOf({ parts }: PageText): Question[] {
  return parts.flatMap((part) => (part.kind === 'figure' || part.kind === 'drawn' ? [part.question] : []))
}

function rolesOf(question: Question): string[] {
  return 'against' in question ? [question.role, question.against] : [question.role]
}

/** What stands in where too few jobs state pay. */
export async function standInsHere(folder = contentFolder): Promise<StandIns> {
  const { guides, statistics } = await loadLibrary(folder)
  const wages = guides.flatMap(({ role, section, text }) => {
    if (section !== 'salary') return []
    const [wage] = text.parts.flatMap((part) =>
      part.kind === 'public' && part.number.name === 'wage-median' ? [part.number] : [],
    )
    return wage ? [[role, wage] as const] : []
  })
  return { wages: new Map(wages), survey: statistics.survey }
}
