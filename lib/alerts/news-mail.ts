import { env } from '@/lib/env'
import type { MailPart } from '@/lib/mail/templates'
import type { News } from './news'

/** "2 figures moved, 1 page new or reviewed". */
export function countedNews({ figures, pages, morePages }: News): string {
  const read = pages.length + morePages
  return [
    figures.length > 0 ? `${figures.length} ${figures.length === 1 ? 'figure' : 'figures'} moved` : '',
    read > 0 ? `${read} ${read === 1 ? 'page' : 'pages'} new or reviewed` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

export function newsParts(news: News): MailPart[] {
  const { role, href, figures, pages, morePages } = news
  return [
    { heading: newsTitle(news) },
    ...(figures.length > 0 ? [{ text: FIGURES_LEAD }, { items: figures }] : []),
    ...(pages.length > 0 ? [{ text: PAGES_LEAD }, { items: pages }] : []),
    {
      link: {
        label: morePages > 0 ? `${morePages} more, from the guide: ${role}` : `The guide: ${role}`,
        href,
      },
    },
  ]
}

export const FIGURES_LEAD = 'Figures that moved. Each is computed from open jobs and leads to them.'
export const PAGES_LEAD = 'New pages of the guides, and those that were reviewed:'

export function newsTitle({ role, since }: News): string {
  const day = new Intl.DateTimeFormat(env().BOARD_LOCALE, { dateStyle: 'medium', timeZone: 'UTC' })
  return `What changed for ${role} since ${day.format(new Date(since))}`
}
