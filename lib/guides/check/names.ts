import type { Library } from '../library'
import type { AnyPage } from '../pages'
import type { Known } from './check-content'

/** What the head of a page names: roles, terms, sources, tags, an author and days. */
export function faultsOfNames(page: AnyPage, library: Library, { roles, today }: Known): string[] {
  const { cited } = page.text
  const isSource = (id: string) => library.sources.some((source) => source.id === id)
  return [
    ...rolesOf(page)
      .filter((role) => !roles.has(role))
      .map((role) => `"${role}" is not in content/taxonomy/roles.json`),
    ...relatedTerms(page)
      .filter((slug) => !library.terms.some((term) => term.slug === slug))
      .map((slug) => `related: there is no term "${slug}"`),
    ...page.sources
      .filter((id) => !isSource(id))
      .map((id) => `sources: "${id}" is not in content/sources.json`),
    ...page.sources
      .filter((id) => !cited.includes(id))
      .map((id) => `sources: "${id}" is declared and not cited`),
    ...page.tags
      .filter((slug) => !library.tags.some((tag) => tag.slug === slug))
      .map((slug) => `tags: "${slug}" is not in content/tags.json`),
    ...(library.authors.some(({ id }) => id === page.author)
      ? []
      : [`author: "${page.author}" is not in content/authors.json`]),
    ...(page.reviewed > today ? [`reviewed: ${page.reviewed} has not come yet`] : []),
    ...(page.kind === 'term' && page.related.includes(page.slug)
      ? ['related: it names the term itself']
      : []),
  ]
}

function rolesOf(page: AnyPage): string[] {
  if (page.kind === 'guide') return [page.role, ...page.related]
  return page.kind === 'comparison' ? page.roles : []
}

function relatedTerms(page: AnyPage): string[] {
  return page.kind === 'term' ? page.related : []
}
