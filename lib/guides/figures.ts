import { drawnMeasures, inlineMeasures } from '@/lib/figures/asked'
import { figuresOf, type Known } from '@/lib/figures/queries'
import type { Measure } from '@/lib/figures/types'
import { contentFolder, type Library, loadLibrary } from './library'
import type { Question, StandIns } from './stand-in'
import type { PageText } from './text'

/** The figures that a text names, and those of `role`; ways to other roles need those of all guides. */
export async function knownFor(text: PageText, role?: string, folder = contentFolder): Promise<Known> {
  const questions = questionsOf(text)
  const needsAll = questions.some(({ name }) => name === 'transitions')
  const roles = needsAll ? rolesNamed(await loadLibrary(folder)) : []
  return figuresOf([...new Set([...roles, ...questions.flatMap(rolesOf), ...(role ? [role] : [])])])
}

/** By the heads of pages: to read all their texts takes a second. */
function rolesNamed({ guides, comparisons }: Library): string[] {
  return [
    ...guides.flatMap(({ role, related }) => [role, ...related]),
    ...comparisons.flatMap((page) => page.roles),
  ]
}

/** Roles whose figures guides and comparisons show, and what they ask beyond the usual. */
export async function askedByGuides(
  folder = contentFolder,
): Promise<{ roles: string[]; measures: Measure[] }> {
  const library = await loadLibrary(folder)
  const pages = [...library.guides, ...library.comparisons]
  const roles = new Set(rolesNamed(library))
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
  const wages = guides.flatMap((guide) => {
    if (guide.section !== 'salary') return []
    const [wage] = guide.text.parts.flatMap((part) =>
      part.kind === 'public' && part.number.name === 'wage-median' ? [part.number] : [],
    )
    return wage ? [[guide.role, wage] as const] : []
  })
  return { wages: new Map(wages), survey: statistics.survey }
}
