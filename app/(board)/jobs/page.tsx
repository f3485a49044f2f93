import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { JobsView } from '@/components/search/jobs-view'
import { jobsHref, sortedQuery } from '@/components/search/query-string'
import { env } from '@/lib/env'
import { answerSearch } from '@/lib/search/answer'
import { entriesOf } from '@/lib/web/params'
import { currentViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Jobs', alternates: { canonical: '/jobs' } }

/** `/jobs`: the server answers the whole search; with scripts the same answer then comes from `/api/v1/jobs`. */
export default async function JobsRoute({ searchParams }: PageProps<'/jobs'>) {
  const entries = entriesOf(await searchParams)
  const [answer, viewer] = await Promise.all([answerSearch(entries), currentViewer()])
  // A form without scripts sends its empty fields too; a place typed in words has its entry of the gazetteer.
  const asked = entries.some(([key, value]) => value === '' || key === 'where')
  if (asked && answer.meta.ignored.length === 0) redirect(jobsHref(answer.meta.canonical))
  const { BOARD_LOCALE, BOARD_CURRENCY } = env()
  return (
    <JobsView
      initial={answer}
      initialQuery={sortedQuery(entries)}
      locale={BOARD_LOCALE}
      currency={BOARD_CURRENCY}
      isSignedIn={viewer !== null}
    />
  )
}
