import type { Cadence } from '@/db/values'
import { env } from '@/lib/env'
import { workplaceLabels } from '@/lib/jobs/labels'
import { payWords } from '@/lib/jobs/pay-words'
import type { JobRow } from '@/lib/jobs/rows'
import { oneLine } from '@/lib/mail/rules'
import { type ComposedMail, composeMail, type MailItem, type MailPart } from '@/lib/mail/templates'
import type { News } from './news'
import { countedNews, newsParts } from './news-mail'
import { unsubscribeToken } from './token'

/** A mail names so many jobs; the rest stand on the page of this alert. */
export const JOBS_IN_MAIL = 20

export type AlertMail = {
  savedSearch: { id: string; name: string; canonical: string; cadence: Cadence; bringsNews: boolean }
  deliveryId: number
  /** One row for each opening, newest first, at most `JOBS_IN_MAIL`. */
  jobs: JobRow[]
  /** Openings of this alert, shown or not. */
  total: number
  /** Of its role. A mail without a job has some. */
  news: News | null
}

export function alertMail({ savedSearch, deliveryId, jobs, total, news }: AlertMail): ComposedMail {
  const name = oneLine(savedSearch.name, 120)
  const rest = total - jobs.length
  const every = { link: { label: 'Every open job of this search', href: jobsHref(savedSearch.canonical) } }
  const aboutJobs: MailPart[] = [
    { text: leadOf(name, total, news) },
    { items: jobs.map(itemOf) },
    ...(rest > 0
      ? [{ link: { label: `${rest} more in this alert`, href: `/account/searches/alerts/${deliveryId}` } }]
      : []),
    every,
  ]
  const noJob: MailPart[] = [{ text: `There is no new job in your saved search:\n${name}` }, every]
  const aboutRole = news ? newsParts(news) : []
  return composeMail({
    subject: subjectOf({ name, first: jobs[0], total, news }),
    parts: total > 0 ? [...aboutJobs, ...aboutRole] : [...aboutRole, ...noJob],
    why: `You get this mail because you saved this search, ${whenOf(savedSearch)}.`,
    foot: [
      { label: 'Stop mails of this search', href: `/unsubscribe?token=${unsubscribeToken(savedSearch.id)}` },
      { label: 'All your saved searches', href: '/account/searches' },
    ],
  })
}

type Matter = { name: string; first: JobRow | undefined; total: number; news: News | null }

function subjectOf({ name, first, total, news }: Matter): string {
  if (total === 0 && news) return `${news.role}: ${countedNews(news)}`
  return total === 1 && first ? `${first.title} at ${first.company.name}` : `${total} new jobs: ${name}`
}

function leadOf(name: string, total: number, news: News | null): string {
  const matches = total === 1 ? 'A new job matches' : `${total} new jobs match`
  const below = news ? `\nWhat changed for ${news.role} stands below.` : ''
  return `${matches} your saved search:\n${name}${below}`
}

function whenOf({ cadence, bringsNews }: AlertMail['savedSearch']): string {
  if (!bringsNews) return whenWords[cadence]
  return `${whenWords[cadence]}, with news of its role${cadence === 'weekly' ? '' : ' once a week'}`
}

const whenWords: Record<Cadence, string> = {
  instant: 'to be told at once',
  daily: 'to be told once a day',
  weekly: 'to be told once a week',
}

/** RFC 8058 one-click: a POST to the address stops the mails, without a sign-in; RFC 2919 names the list. */
export function alertHeaders(savedSearchId: string): Record<string, string> {
  const { BASE_URL } = env()
  const oneClick = new URL(`/api/unsubscribe?token=${unsubscribeToken(savedSearchId)}`, BASE_URL)
  return {
    'List-Unsubscribe': `<${oneClick.href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<${savedSearchId}.alerts.${oneClick.hostname}>`,
    'Auto-Submitted': 'auto-generated',
  }
}

function itemOf(job: JobRow): MailItem {
  const where = [...job.places, job.workplace ? workplaceLabels[job.workplace] : ''].filter(Boolean)
  return {
    title: job.title,
    href: job.href,
    lines: [
      [job.company.name, ...where].join(' · '),
      job.pay ? payWords(job.pay, env().BOARD_LOCALE) : 'Pay not stated',
    ],
  }
}

function jobsHref(canonical: string): string {
  return canonical ? `/jobs?${canonical}` : '/jobs'
}
