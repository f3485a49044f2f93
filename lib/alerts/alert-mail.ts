import type { Cadence } from '@/db/values'
import { env } from '@/lib/env'
import { workplaceLabels } from '@/lib/jobs/labels'
import { payWords } from '@/lib/jobs/pay-words'
import type { JobRow } from '@/lib/jobs/rows'
import { oneLine } from '@/lib/mail/rules'
import { type ComposedMail, composeMail, type MailItem } from '@/lib/mail/templates'
import { unsubscribeToken } from './token'

/** A mail names so many jobs; the rest stand on the page of this alert. */
export const JOBS_IN_MAIL = 20

export type AlertMail = {
  savedSearch: { id: string; name: string; canonical: string; cadence: Cadence }
  deliveryId: number
  /** One row for each opening, newest first, at most `JOBS_IN_MAIL`. */
  jobs: JobRow[]
  /** Openings of this alert, shown or not. */
  total: number
}

export function alertMail(alert: AlertMail): ComposedMail {
  const { savedSearch, deliveryId, jobs, total } = alert
  const name = oneLine(savedSearch.name, 120)
  const [first] = jobs
  const subject =
    total === 1 && first ? `${first.title} at ${first.company.name}` : `${total} new jobs: ${name}`
  const rest = total - jobs.length
  return composeMail({
    subject,
    parts: [
      {
        text: `${total === 1 ? 'A new job matches' : `${total} new jobs match`} your saved search:\n${name}`,
      },
      { items: jobs.map(itemOf) },
      ...(rest > 0
        ? [{ link: { label: `${rest} more in this alert`, href: `/account/searches/alerts/${deliveryId}` } }]
        : []),
      { link: { label: 'Every open job of this search', href: jobsHref(savedSearch.canonical) } },
    ],
    why: `You get this mail because you saved this search, ${whenWords[savedSearch.cadence]}.`,
    foot: [
      { label: 'Stop mails of this search', href: `/unsubscribe?token=${unsubscribeToken(savedSearch.id)}` },
      { label: 'All your saved searches', href: '/account/searches' },
    ],
  })
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
