import type { Author, KnownAuthor, Tag } from './input'
import type { Library } from './library'
import type { AnyPage } from './pages'
import type { PageText } from './text'

export type CitedSource = Library['sources'][number] & { number: number }
export type PageAsShown<P extends AnyPage> = Omit<P, 'text' | 'author' | 'tags' | 'related'> & {
  /** With its terms linked. */
  text: PageText
  tags: Tag[]
  author: Author
  cited: CitedSource[]
}

/** A page with what stands beside its text. */
export function shown<P extends AnyPage>(library: Library, page: P) {
  const { sources, authors } = library
  const cited = page.text.cited.flatMap((id, at) =>
    sources.filter((source) => source.id === id).map((source) => ({ ...source, number: at + 1 })),
  )
  const tags = library.tags.filter(({ slug }) => page.tags.includes(slug))
  return {
    ...page,
    text: linkedText(library, page).text,
    author: shownAuthor(authors, page.author),
    tags,
    cited,
  }
}

function shownAuthor(authors: readonly KnownAuthor[], id: string): Author {
  const known = authors.find((one) => one.id === id)
  if (!known) return { id, name: id, about: '' }
  const { email: _, ...author } = known
  return author
}

const linked = new WeakMap<Library, Map<AnyPage, { text: PageText; terms: string[] }>>()

/** Links are made once for each state of the library: a new term of the glossary shows in every text. */
export function linkedText(library: Library, page: AnyPage): { text: PageText; terms: string[] } {
  const known = linked.get(library) ?? new Map()
  linked.set(library, known)
  const made = known.get(page) ?? linkTerms(library, page)
  known.set(page, made)
  return made
}

function linkTerms({ linkTerms }: Library, page: AnyPage) {
  const { tree, terms } = linkTerms(page.text.tree, page.kind === 'term' ? page.slug : undefined)
  return { text: { ...page.text, tree }, terms }
}
