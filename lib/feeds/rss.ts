import { env } from '@/lib/env'
import { addressesOf, type Door, type DoorItem } from './door'
import { ignoredWords } from './ignored'
import { linesOf, tagsOf } from './item-words'
import { atAddress } from './links'
import { orderWords, titleOf } from './titles'
import { element, escapeXml } from './xml'

const RSS = 'application/rss+xml'

/**
 * RSS 2.0 (rssboard.org/rss-specification) with the paging links of RFC 5005. Titles are text; descriptions are HTML, as readers take
 * them. It holds no date of its own making: the same jobs are the same bytes.
 */
export function rssOf(door: Door): string {
  const { self, next, previous, home } = addressesOf('/jobs.rss', door)
  const link = (rel: string, href: string | null) =>
    href === null ? [] : [element('atom:link', null, { rel, type: RSS, href })]
  const head = [
    element('title', titleOf(door)),
    element('link', home),
    element('description', [orderWords[door.sort], ignoredWords(door.ignored)].filter(Boolean).join(' ')),
    element('language', env().BOARD_LOCALE),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    ...link('self', self),
    ...link('next', next),
    ...link('previous', previous),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    ...head,
    ...door.items.map(itemOf),
    '</channel>',
    '</rss>\n',
  ].join('\n')
}

function itemOf(item: DoorItem): string {
  const { job } = item
  const paragraphs = linesOf(item).map((line) => `<p>${escapeXml(line)}</p>`)
  return [
    '<item>',
    element('title', job.title),
    element('link', atAddress(job.href)),
    element('guid', job.publicId, { isPermaLink: 'false' }),
    // RFC 822 with the year in four digits, as the specification prefers.
    element('pubDate', new Date(job.firstPublishedAt).toUTCString()),
    element('dc:creator', job.company.name),
    ...tagsOf(item).map((tag) => element('category', tag)),
    element('description', paragraphs.join('')),
    '</item>',
  ].join('\n')
}
