import type { Element } from 'hast'
import type { Seniority } from '@/db/values'
import { type Section, sections } from './input'
import { contentFolder, loadLibrary } from './library'
import type { Guide } from './pages'
import { partOf } from './text'
import { textOf } from './tree'

/** A part of a guide, as a job's page names it. */
export type Passage = { title: string; href: string; begins: string }

export type PassageAbout = {
  role: string
  skills: readonly string[]
  seniority: Seniority | null
  statesPay: boolean
}

const MOST = 3
const BEGINS_CHARS = 160

type Found = Passage & { section: Section; filters: readonly (readonly [string, string])[] }

/**
 * The two or three parts of the role's guide that concern a job most: those that show open jobs by one of its skills or by its level, the one
 * about pay where it states some, and the overview where no other does. None twice from one part; empty without a guide.
 */
export async function passagesFor(about: PassageAbout, folder = contentFolder): Promise<Passage[]> {
  const { guides } = await loadLibrary(folder)
  const own = guides
    .filter(({ role }) => role === about.role)
    .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section))
  const overview = own.find(({ section }) => section === 'overview')
  const chosen = own
    .flatMap(partsOf)
    .map((part) => ({ part, points: pointsOf(part, about) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ part }) => part)
    .filter((part, i, all) => all.findIndex(({ href }) => href === part.href) === i)
    .slice(0, MOST)
  const more = overview && chosen.length < 2 ? [whole(overview)] : []
  return [...chosen, ...more].map(({ title, href, begins }) => ({ title, href, begins }))
}

/** Each heading of a guide under which open jobs are shown. */
function partsOf(guide: Guide): Found[] {
  const found: Found[] = []
  let heading: { id: string; title: string } | null = null
  let begins = ''
  for (const node of guide.text.tree.children) {
    if (node.type !== 'element') continue
    if (node.tagName === 'h2' || node.tagName === 'h3') {
      heading = { id: String(node.properties.id ?? ''), title: textOf(node) }
      begins = ''
    } else if (node.tagName === 'p' && begins === '') begins = beginningOf(guide, node)
    const part = partOf(guide.text, node)
    if (part?.kind !== 'jobs' || heading === null || part.role !== guide.role) continue
    const href = `${guide.href}#${heading.id}`
    found.push({ title: heading.title, href, begins, section: guide.section, filters: part.filters })
  }
  return found
}

function whole(guide: Guide): Passage {
  return { title: guide.title, href: guide.href, begins: guide.description }
}

/** Skills weigh most, since they tell one job of a role from another. */
function pointsOf({ section, filters }: Found, { skills, seniority, statesPay }: PassageAbout): number {
  return filters.reduce((points, [key, value]) => {
    if (key === 'skill' && skills.includes(value)) return points + 4
    if (key === 'seniority' && value === seniority) return points + 3
    return key === 'not.pay' && statesPay && section === 'salary' ? points + 2 : points
  }, 0)
}

/** The first sentences; a paragraph with a figure in it says more where the figure stands. */
function beginningOf(guide: Guide, paragraph: Element): string {
  if (paragraph.children.some((child) => child.type === 'element' && partOf(guide.text, child))) return ''
  const text = textOf(paragraph)
  if (text.length <= BEGINS_CHARS) return text
  const cut = text.slice(0, BEGINS_CHARS)
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`
}
