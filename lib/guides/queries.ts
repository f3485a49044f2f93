import { setImmediate } from 'node:timers/promises'
import { type Section, sections } from './input'
import { contentFolder, type Library, loadLibrary } from './library'
import type { AnyPage, Comparison, Guide, Term } from './pages'
import { linkedText, type PageAsShown, shown } from './shown-page'
import { partOf } from './text'
import { listElements, textOf } from './tree'

/** A page in a list, without its text. */
export type Entry = { href: string; title: string; description: string; readingMinutes: number }
export type GuideEntry = Entry & { role: string; section: Section; published: string; reviewed: string }
export type RoleGuides = { role: string; title: string; description: string; guides: GuideEntry[] }

/** What a page shows beside its own text. */
export type Around = { previous: Entry | null; next: Entry | null; related: Entry[] }
export type ShownPage<P extends AnyPage> = PageAsShown<P> & Around

/** Every role that has guides, in order of title, with its pages in their order. Throws on a guide that cannot be read. */
export async function listGuides(folder = contentFolder): Promise<RoleGuides[]> {
  const { guides } = await loadLibrary(folder)
  return guides
    .filter((guide) => guide.section === 'overview')
    .sort(byTitle)
    .map(({ role, title, description }) => ({
      role,
      title,
      description,
      guides: guidesOf(guides, role).map(guideEntry),
    }))
}

export async function listComparisons(folder = contentFolder): Promise<(Entry & { roles: string[] })[]> {
  const { comparisons } = await loadLibrary(folder)
  return [...comparisons].sort(byTitle).map((one) => ({ ...entryOf(one), roles: one.roles }))
}

export type TermEntry = Entry & { slug: string; term: string }

export async function listTerms(folder = contentFolder): Promise<TermEntry[]> {
  const { terms } = await loadLibrary(folder)
  return [...terms].sort(byTerm).map(termEntry)
}

/** One page of a role's guide; null when there is none. */
export async function getGuide(
  role: string,
  section: string = 'overview',
  folder = contentFolder,
): Promise<(ShownPage<Guide> & { tabs: GuideEntry[]; roleTitle: string }) | null> {
  const library = await loadLibrary(folder)
  const own = guidesOf(library.guides, role)
  const guide = own.find((one) => one.section === section)
  if (!guide) return null
  const tabs = own.map(guideEntry)
  return {
    ...shown(library, guide),
    ...neighbours(own, guide, guideEntry),
    related: relatedTo(library, own[0] ?? guide, guide),
    tabs,
    roleTitle: own[0]?.title ?? guide.title,
  }
}

export async function getComparison(
  pair: string,
  folder = contentFolder,
): Promise<ShownPage<Comparison> | null> {
  const library = await loadLibrary(folder)
  const comparison = library.comparisons.find((one) => one.pair === pair)
  if (!comparison) return null
  const all = [...library.comparisons].sort(byTitle)
  const overviews = library.guides.filter(
    (one) => one.section === 'overview' && comparison.roles.includes(one.role),
  )
  const beside = all.filter(
    (one) => one !== comparison && one.roles.some((role) => comparison.roles.includes(role)),
  )
  return {
    ...shown(library, comparison),
    ...neighbours(all, comparison, entryOf),
    related: [...overviews, ...beside].map(entryOf),
  }
}

/** `usedBy` are the guides and comparisons whose text is linked to the term. */
export async function getTerm(
  slug: string,
  folder = contentFolder,
): Promise<(ShownPage<Term> & { short: string; usedBy: Entry[] }) | null> {
  const library = await loadLibrary(folder)
  const term = library.terms.find((one) => one.slug === slug)
  if (!term) return null
  const related = term.related.flatMap((other) => library.terms.filter((one) => one.slug === other))
  return {
    ...shown(library, term),
    ...neighbours([...library.terms].sort(byTerm), term, entryOf),
    related: related.map(entryOf),
    short: shortOf(term),
    usedBy: await usersOf(library, term),
  }
}

const usersKept = new WeakMap<Library, Map<string, Promise<Entry[]>>>()

/** Found once for each state of the library. */
function usersOf(library: Library, term: Term): Promise<Entry[]> {
  const ofLibrary = usersKept.get(library) ?? new Map<string, Promise<Entry[]>>()
  usersKept.set(library, ofLibrary)
  const known = ofLibrary.get(term.slug) ?? findUsers(library, term)
  ofLibrary.set(term.slug, known)
  known.catch(() => ofLibrary.delete(term.slug))
  return known
}

async function findUsers(library: Library, term: Term): Promise<Entry[]> {
  const users: Entry[] = []
  for (const page of [...library.guides, ...library.comparisons]) {
    if (!mayName(page, term)) continue
    if (linkedText(library, page).terms.includes(term.slug)) users.push(entryOf(page))
    // Texts that nobody has asked for yet are read here, some tens of milliseconds each: others have their turn.
    await setImmediate()
  }
  return users
}

function guidesOf(guides: readonly Guide[], role: string): Guide[] {
  const rank = (guide: Guide) => sections.indexOf(guide.section)
  return guides.filter((guide) => guide.role === role).sort((a, b) => rank(a) - rank(b))
}

/** The same section of the roles beside this one, and the comparisons that name it. */
function relatedTo({ guides, comparisons }: Library, overview: Guide, guide: Guide): Entry[] {
  const beside = overview.related.flatMap((role) =>
    guides.filter((one) => one.role === role && one.section === guide.section),
  )
  return [...beside, ...comparisons.filter((one) => one.roles.includes(guide.role))].map(entryOf)
}

function neighbours<P>(all: readonly P[], page: P, entry: (page: P) => Entry) {
  const at = all.indexOf(page)
  const of = (index: number) => (all[index] === undefined ? null : entry(all[index]))
  return { previous: of(at - 1), next: of(at + 1) }
}

function entryOf({ href, title, description, readingMinutes }: AnyPage): Entry {
  return { href, title, description, readingMinutes }
}

function guideEntry(guide: Guide): GuideEntry {
  const { role, section, published, reviewed } = guide
  return { ...entryOf(guide), role, section, published, reviewed }
}

function termEntry(term: Term): TermEntry {
  return { ...entryOf(term), slug: term.slug, term: term.term }
}

/** Without reading the text: most pages do not name most terms. */
function mayName({ source }: AnyPage, { spellings }: Term): boolean {
  const plain = source.toLowerCase().replace(/\s+/g, ' ')
  return spellings.some((spelling) => plain.includes(spelling.toLowerCase()))
}

/** The sentence that says what a term is. */
function shortOf(term: Term): string {
  const short = listElements(term.text.tree).find((element) => partOf(term.text, element)?.kind === 'passage')
  return short ? textOf(short).trim() : term.description
}

function byTitle(a: { title: string }, b: { title: string }): number {
  return a.title.localeCompare(b.title, 'en')
}

function byTerm(a: Term, b: Term): number {
  return a.term.localeCompare(b.term, 'en')
}
