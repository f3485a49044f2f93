import type { AnyPage } from '../pages'
import type { Known } from './check-content'

/** Pages that a text may name besides other texts. */
const places = new Set([
  '/',
  '/jobs',
  '/companies',
  '/guides',
  '/guides/compare',
  '/glossary',
  '/about/search',
])

/** Links inside the board that lead nowhere. */
export function faultsOfLinks(page: AnyPage, pages: readonly AnyPage[], known: Known): string[] {
  return page.text.links.flatMap((link) => faultOfLink(link, { page, pages, known }))
}

type Given = { page: AnyPage; pages: readonly AnyPage[]; known: Known }

function faultOfLink(link: string, { page, pages, known }: Given): string[] {
  const url = new URL(link, `https://board.invalid${page.href}`)
  const target = pages.find(({ href }) => href === url.pathname)
  if (!target && !places.has(url.pathname)) return [`the link "${link}" leads to no page`]
  const id = decodeURIComponent(url.hash.slice(1))
  if (id && !target?.text.toc.some((entry) => entry.id === id))
    return [`the link "${link}" leads to no heading`]
  const named = (key: string) => url.searchParams.getAll(key).flatMap((value) => value.split(','))
  return [
    ...named('role')
      .filter((slug) => !known.roles.has(slug))
      .map((slug) => `the link "${link}" names the unknown role "${slug}"`),
    ...named('skill')
      .filter((slug) => !known.skills.has(slug))
      .map((slug) => `the link "${link}" names the unknown skill "${slug}"`),
  ]
}
