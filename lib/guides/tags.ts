import type { Tag } from './input'
import { contentFolder, type Library, loadLibrary, pagesOf } from './library'
import {
  type Entry,
  listComparisons,
  listGuides,
  listTerms,
  type RoleGuides,
  type TermEntry,
} from './queries'

export type TaggedPages = Tag & { roles: RoleGuides[]; comparisons: Entry[]; terms: TermEntry[] }

/** Every tag that a page has, in the order of `content/tags.json`, with how many have it. */
export async function listTags(folder = contentFolder): Promise<(Tag & { pages: number })[]> {
  const library = await loadLibrary(folder)
  return library.tags
    .map((tag) => ({ ...tag, pages: hrefsWith(library, tag.slug).size }))
    .filter(({ pages }) => pages > 0)
}

/** The pages of a tag, each kind in the order of its own list; null when no page has it. */
export async function getTag(slug: string, folder = contentFolder): Promise<TaggedPages | null> {
  const library = await loadLibrary(folder)
  const tag = library.tags.find((one) => one.slug === slug)
  const hrefs = hrefsWith(library, slug)
  if (!tag || hrefs.size === 0) return null
  const [roles, comparisons, terms] = await Promise.all([
    listGuides(folder),
    listComparisons(folder),
    listTerms(folder),
  ])
  const tagged = <E extends Entry>(entries: E[]) => entries.filter(({ href }) => hrefs.has(href))
  return {
    ...tag,
    roles: roles
      .map((role) => ({ ...role, guides: tagged(role.guides) }))
      .filter(({ guides }) => guides.length > 0),
    comparisons: tagged(comparisons),
    terms: tagged(terms),
  }
}

function hrefsWith(library: Library, slug: string): Set<string> {
  const pages = pagesOf(library)
  return new Set(pages.filter(({ tags }) => tags.includes(slug)).map(({ href }) => href))
}
