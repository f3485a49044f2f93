import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { JobsView } from '@/components/search/jobs-view'
import { titleOf } from '@/components/search/landmarks'
import { jobsHref, sortedQuery } from '@/components/search/query-string'
import { env } from '@/lib/env'
import { answerSearch } from '@/lib/search/answer'
import { entriesOf } from '@/lib/web/params'
import { currentViewer } from '@/lib/web/session'

/** One answer for the page and its title. */
const answered = cache((query: string) => answerSearch([...new URLSearchParams(query)]))

export async function generateMetadata({ searchParams }: PageProps<'/jobs'>): Promise<Metadata> {
  const answer = await answered(new URLSearchParams(entriesOf(await searchParams)).toString())
  const { chips } = answer.meta
  return {
    title: titleOf(chips),
    description:
      chips.length === 0
        ? 'Every open job on this board, newest first, with filters that count.'
        : `Open jobs, newest first: ${chips.map((chip) => chip.label).join(', ')}.`,
    alternates: { canonical: '/jobs' },
  }
}

/** `/jobs`: the server answers the whole search; with scripts the same answer then comes from `/api/v1/jobs`. */
export default async function JobsRoute({ searchParams }: PageProps<'/jobs'>) {
  const entries = entriesOf(await searchParams)
  const [answer, viewer] = await Promise.all([
    answered(new URLSearchParams(entries).toString()),
    currentViewer(),
  ])
  // A form without scripts sends its empty fields too; a place typed in words has its entry of the gazetteer.
  const asked = entries.some(([key, value]) => value === '' || key === 'where')
  if (asked && answer.meta.ignored.length === 0) redirect(jobsHref(answer.meta.canonical))
  const { BOARD_NAME, BOARD_LOCALE, BOARD_CURRENCY } = env()
  return (
    <JobsView
      initial={answer}
      initialQuery={sortedQuery(entries)}
      board={BOARD_NAME}
      locale={BOARD_LOCALE}
      currency={BOARD_CURRENCY}
      isSignedIn={viewer !== null}
    />
  )
}
