export const AUTHOR = 'author@example.org'

/** In place of the files of guides: each test has a page of its own, and all of them have one author. */
export async function getPageAt(href: string) {
  return href.startsWith('/glossary/') ? { href, title: 'A page', authorEmail: AUTHOR } : null
}
