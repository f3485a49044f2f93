import { contentFolder, type Library, loadLibrary } from './library'
import type { AnyPage } from './pages'
import { wordsOf } from './search/words'

export type NamedPage = { kind: AnyPage['kind']; title: string; href: string }

/** `texts` are words as somebody typed them, and what they were read as. */
type Search = { roles: readonly string[]; texts: readonly string[] }

const MOST = 3
/** Of the longest names. */
const MOST_WORDS = 6

/** Overviews and terms that a search of jobs names, by their role or by their very words: at most three, roles first. */
export async function pagesNamed({ roles, texts }: Search, folder = contentFolder): Promise<NamedPage[]> {
  const library = await loadLibrary(folder)
  const byRole = roles.flatMap((role) => library.guides.filter((one) => isOverview(one) && one.role === role))
  const byName = texts
    .flatMap((text) => runsOf(wordsOf(text)))
    .flatMap((run) => namesOf(library).get(run) ?? [])
  const pages = [...new Set<AnyPage>([...byRole, ...byName])]
  return pages
    .sort((a, b) => Number(b.kind === 'guide') - Number(a.kind === 'guide'))
    .slice(0, MOST)
    .map(({ kind, title, href }) => ({ kind, title, href }))
}

const kept = new WeakMap<Library, Map<string, AnyPage>>()

function namesOf(library: Library): Map<string, AnyPage> {
  const known = kept.get(library)
  if (known) return known
  const names = new Map<string, AnyPage>()
  const add = (name: string, page: AnyPage) => names.set(wordsOf(name).join(' '), page)
  for (const term of library.terms) for (const name of [term.term, ...term.spellings]) add(name, term)
  for (const guide of library.guides) if (isOverview(guide)) add(guide.title, guide)
  kept.set(library, names)
  return names
}

function isOverview(guide: { section: string }): boolean {
  return guide.section === 'overview'
}

function runsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (_, more) =>
      words.slice(from, from + more + 1).join(' '),
    ),
  )
}
