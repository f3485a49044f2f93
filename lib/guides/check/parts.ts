import type { Element } from 'hast'
import type { AnyPage } from '../pages'
import { type Part, type PassageName, passages } from '../parts'
import { partOf } from '../text'
import { listElements, textOf } from '../tree'
import type { Known } from './check-content'
import { splitSentences } from './prose'

const wanted: Record<AnyPage['kind'], readonly PassageName[]> = {
  guide: passages,
  comparison: ['short', 'artefact', 'number'],
  term: ['short'],
}
/** The question of a page is answered in three sentences, a term in one. */
const sentencesInShort: Record<AnyPage['kind'], number> = { guide: 3, comparison: 3, term: 1 }
const ITEMS_OF_PRACTICE = 3

type Placed = { part: Part; element: Element }

/** Passages once each and not empty; figures and jobs that exist, and enough of them. */
export function faultsOfParts(page: AnyPage, known: Known): string[] {
  const placed = listElements(page.text.tree).flatMap((element): Placed[] => {
    const part = partOf(page.text, element)
    return part ? [{ part, element }] : []
  })
  return [
    ...faultsOfPassages(page, placed),
    ...faultsOfJobs(page, placed),
    ...placed.flatMap(({ part }) => unknownIn(part, known)),
  ]
}

function faultsOfPassages(page: AnyPage, placed: Placed[]): string[] {
  const of = (name: PassageName) =>
    placed.filter(({ part }) => part.kind === 'passage' && part.name === name).map(({ element }) => element)
  const counted = passages.flatMap((name) => {
    const least = wanted[page.kind].includes(name) ? 1 : 0
    const found = of(name).length
    return found === least ? [] : [`:::${name} stands there ${found} times, and ${least} is right`]
  })
  const empty = passages
    .filter((name) => of(name).some((element) => bodyOf(element).trim() === ''))
    .map((name) => `:::${name} is empty`)
  const items = of('practice').map(
    (element) => listElements(element).filter(({ tagName }) => tagName === 'li').length,
  )
  const [short] = of('short')
  const sentences = short ? splitSentences(textOf(short).trim()).length : sentencesInShort[page.kind]
  const first = page.text.tree.children.find((node) => node.type === 'element')
  return [
    ...counted,
    ...empty,
    ...items
      .filter((count) => count !== ITEMS_OF_PRACTICE)
      .map((count) => `:::practice has ${count} items, and ${ITEMS_OF_PRACTICE} is right`),
    ...(short && short !== first ? [':::short must come first'] : []),
    ...(sentences === sentencesInShort[page.kind]
      ? []
      : [`:::short has ${sentences} sentences, and ${sentencesInShort[page.kind]} is right`]),
  ]
}

/** Without its heading. Figures and jobs count as words. */
function bodyOf({ children }: Element): string {
  return children
    .filter((child) => !(child.type === 'element' && child.tagName === 'h3'))
    .map((child) => textOf(child) + (child.type === 'element' && listElements(child).length > 0 ? ' x' : ''))
    .join('')
}

function faultsOfJobs(page: AnyPage, placed: Placed[]): string[] {
  if (page.kind === 'term') return []
  const asked = placed.flatMap(({ part }) =>
    part.kind === 'jobs' ? [`${part.role} ${part.filters.join(' ')}`] : [],
  )
  const hasFigure = placed.some(({ part }) => part.kind === 'figure' || part.kind === 'drawn')
  return [
    ...(asked.length === 0 ? ['it shows no ::jobs'] : []),
    ...(hasFigure ? [] : ['it shows no figure']),
    ...asked
      .filter((one, at) => asked.indexOf(one) !== at)
      .map((one) => `::jobs of ${one.trim()} stands there twice`),
  ]
}

function unknownIn(part: Part, known: Known): string[] {
  const named =
    part.kind === 'figure' || part.kind === 'drawn'
      ? Object.entries(part.question)
      : part.kind === 'jobs'
        ? [['role', part.role], ...part.filters]
        : []
  return named.flatMap(([key, value]) => {
    if ((key === 'role' || key === 'against') && !known.roles.has(String(value))) {
      return [`${part.kind} names the unknown role "${value}"`]
    }
    const isSkill = key === 'skill' || key === 'of-skill'
    return isSkill && !known.skills.has(String(value))
      ? [`${part.kind} names the unknown skill "${value}"`]
      : []
  })
}
