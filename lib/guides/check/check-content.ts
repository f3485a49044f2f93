import { parseText } from '../directives'
import { contentFolder, type Library, loadLibrary, pagesOf } from '../library'
import type { AnyPage } from '../pages'
import { faultsOfDuplicates } from './duplicates'
import { faultsOfLinks } from './links'
import { faultsOfMarkdown } from './markdown'
import { faultsOfNames } from './names'
import { faultsOfNumbers } from './numbers'
import { faultsOfParts } from './parts'
import { proseOf } from './prose'
import { faultsOfReading } from './reading'

/** What stands outside of the texts: slugs of the taxonomy, and the day until which a text may have been written. */
export type Known = { roles: ReadonlySet<string>; skills: ReadonlySet<string>; today: string }

/** Every fault of every text, each as one line for a person; empty when all is well. Throws on a file that cannot be read. */
export async function checkContent(known: Known, folder = contentFolder): Promise<string[]> {
  const library = await loadLibrary(folder, 0)
  const pages = pagesOf(library)
  const read = pages.map((page) => {
    const parsed = parseText(page.source, page.context)
    return { page, parsed, prose: proseOf(parsed) }
  })
  const byPage = read.flatMap(({ page, parsed, prose }) =>
    [
      ...page.text.faults,
      ...faultsOfNames(page, library, known),
      ...faultsOfMarkdown(page, parsed),
      ...faultsOfLinks(page, pages, known),
      ...faultsOfParts(page, known),
      ...faultsOfNumbers(page, prose, library.numberNames),
      ...faultsOfReading(page, prose),
    ].map((fault) => `${page.file}: ${fault}`),
  )
  return [...byPage, ...faultsOfDuplicates(read), ...faultsOfLists(library, pages)]
}

/** Of the files that several texts share. */
function faultsOfLists(library: Library, pages: readonly AnyPage[]): string[] {
  const owners = new Map<string, string>()
  const shared = library.terms.flatMap(({ slug, spellings }) =>
    spellings.flatMap((spelling) => {
      const owner = owners.get(spelling.toLowerCase()) ?? slug
      owners.set(spelling.toLowerCase(), owner)
      return owner === slug
        ? []
        : [`content/glossary: "${spelling}" is a spelling of ${owner} and of ${slug}`]
    }),
  )
  const unused = library.numberNames
    .filter(({ name }) => !pages.some(({ source }) => source.includes(name)))
    .map(({ name }) => `content/number-names.json: no text says "${name}"`)
  const bare = library.tags
    .filter(({ slug }) => !pages.some(({ tags }) => tags.includes(slug)))
    .map(({ slug }) => `content/tags.json: no page has the tag "${slug}"`)
  const tagsTwice = library.tags
    .filter(({ slug }, at) => library.tags.findIndex((one) => one.slug === slug) !== at)
    .map(({ slug }) => `content/tags.json: "${slug}" stands there twice`)
  const twice = [library.sources, library.authors].flatMap((list) =>
    list.filter(({ id }, at) => list.findIndex((one) => one.id === id) !== at).map(({ id }) => id),
  )
  return [
    ...shared,
    ...unused,
    ...bare,
    ...tagsTwice,
    ...twice.map((id) => `content: "${id}" stands twice in sources.json or authors.json`),
  ]
}
