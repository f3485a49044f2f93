import { contentFolder, loadLibrary, pagesOf } from './library'

/** A guide, comparison or term by its address, without its text. */
export type PageAt = {
  href: string
  title: string
  /** Null where nobody can prove to be its author. */
  authorEmail: string | null
}

export async function getPageAt(href: string, folder = contentFolder): Promise<PageAt | null> {
  const library = await loadLibrary(folder)
  const page = pagesOf(library).find((one) => one.href === href)
  if (!page) return null
  const author = library.authors.find(({ id }) => id === page.author)
  return { href, title: page.title, authorEmail: author?.email ?? null }
}

export type PageName = { href: string; title: string }

/** Every guide, comparison and term. */
export async function listPages(folder = contentFolder): Promise<PageName[]> {
  return pagesOf(await loadLibrary(folder)).map(({ href, title }) => ({ href, title }))
}
