import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayText } from '@/components/format'
import { JobRow } from '@/components/jobs/job-row'
import { PageHeading } from '@/components/ui/page-heading'
import { getSentAlert } from '@/lib/alerts/queries'
import { env } from '@/lib/env'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Alert', robots: { index: false } }

/** Exactly the jobs of one mail, the ones that it only counted included. */
export default async function SentAlertRoute({ params }: PageProps<'/account/searches/alerts/[id]'>) {
  const { id } = await params
  const viewer = await requireViewer(`/account/searches/alerts/${encodeURIComponent(id)}`)
  const alert = /^\d{1,15}$/.test(id) ? await getSentAlert(viewer, Number(id)) : null
  if (!alert) notFound()
  const { BOARD_LOCALE } = env()
  const shown =
    alert.total > alert.jobs.length
      ? `The newest ${alert.jobs.length} of ${alert.total} jobs`
      : `${alert.total} jobs`
  return (
    <>
      <PageHeading title={alert.searchName} lead={`${shown}, mailed on ${dayText(alert.at, BOARD_LOCALE)}`} />
      <ul className="divide-y divide-line border-y border-line">
        {alert.jobs.map(({ id: key, ...job }) => (
          <li key={key}>
            <JobRow job={job} asOf={new Date().toISOString()} locale={BOARD_LOCALE} />
          </li>
        ))}
      </ul>
    </>
  )
}
