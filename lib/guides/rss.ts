import { env } from '@/lib/env'
import { atAddress } from '@/lib/feeds/links'
import { element } from '@/lib/feeds/xml'
import { contentFolder, loadLibrary } from './library'

const ITEMS = 100

/**
 * New and changed guides, comparisons and terms as RSS 2.0 (rssboard.org/rss-specification), the last reviewed first. A page that was changed is a
 * new item: its guid holds the day.
 */
export async function guidesRss(folder = contentFolder): Promise<string> {
  const { guides, comparisons, terms, tags } = await loadLibrary(folder)
  const pages = [...guides, ...comparisons, ...terms]
    .sort((a, b) =>
      a.reviewed === b.reviewed ? (a.href < b.href ? -1 : 1) : a.reviewed < b.reviewed ? 1 : -1,
    )
    .slice(0, ITEMS)
  const { BOARD_NAME, BOARD_LOCALE } = env()
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', `Guides · ${BOARD_NAME}`),
    element('link', atAddress('/guides')),
    element('description', 'New and changed guides to roles, comparisons and terms.'),
    element('language', BOARD_LOCALE),
    element('atom:link', null, { rel: 'self', type: 'application/rss+xml', href: atAddress('/guides.rss') }),
    ...pages.map((page) =>
      [
        '<item>',
        element('title', page.published === page.reviewed ? page.title : `${page.title} (changed)`),
        element('link', atAddress(page.href)),
        element('guid', `${atAddress(page.href)}#${page.reviewed}`, { isPermaLink: 'false' }),
        element('pubDate', new Date(page.reviewed).toUTCString()),
        element('description', page.description),
        ...tags.filter(({ slug }) => page.tags.includes(slug)).map(({ title }) => element('category', title)),
        '</item>',
      ].join('\n'),
    ),
    '</channel>',
    '</rss>\n',
  ].join('\n')
}
