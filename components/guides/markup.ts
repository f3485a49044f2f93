import type { Shown } from './page-parts'

type Given = { baseUrl: string; board: string }

/** https://developers.google.com/search/docs/appearance/structured-data/article */
export function articleMarkup(page: Shown & { href: string }, { baseUrl, board }: Given) {
  const { name, url } = page.author
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: page.title,
    description: page.description,
    datePublished: page.published,
    dateModified: page.reviewed,
    inLanguage: 'en',
    author: { '@type': 'Organization', name, ...(url ? { url } : {}) },
    publisher: { '@type': 'Organization', name: board, url: baseUrl },
    mainEntityOfPage: new URL(page.href, baseUrl).href,
  }
}

type Term = { term: string; short: string; href: string; spellings: readonly string[] }

/** https://schema.org/DefinedTerm */
export function termMarkup({ term, short, href, spellings }: Term, { baseUrl, board }: Given) {
  const others = spellings.filter((spelling) => spelling !== term)
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    name: term,
    ...(others.length > 0 ? { alternateName: others } : {}),
    description: short,
    url: new URL(href, baseUrl).href,
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      name: `Glossary of ${board}`,
      url: new URL('/glossary', baseUrl).href,
    },
  }
}
