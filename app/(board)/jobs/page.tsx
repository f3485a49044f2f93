import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { JobsBehind } from '@/components/figures/jobs-behind'
import { JobBody } from '@/components/jobs/job-body'
import { doorHref } from '@/components/search/door-links'
import { JobsView } from '@/components/search/jobs-view'
import { titleOf, titleOfJob } from '@/components/search/landmarks'
import { jobsHref, openJobIn, paneHref, searchIn, withoutOpenJob } from '@/components/search/query-string'
import type { OpenStart } from '@/components/search/use-job'
import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import { calledHere, measureText } from '@/lib/figures/called'
import { getFigure, jobsBehind } from '@/lib/figures/queries'
import { pagesNamed } from '@/lib/guides/named'
import { getJobPage } from '@/lib/jobs/queries'
import { answerListing, type SearchAnswer } from '@/lib/search/answer'
import { entriesOf } from '@/lib/web/params'
import { currentViewer } from '@/lib/web/session'

/** One answer for the page and its title. */
const answered = cache((query: string) => answerListing([...new URLSearchParams(query)]))

/** As it was asked, so that what is not understood can be named. */
function searchOf(entries: [string, string][]): string {
  return new URLSearchParams(withoutOpenJob(entries)).toString()
}

/** The job that stands open beside the list, as anybody sees it. */
const openJob = cache(async (id: string | null): Promise<OpenStart | null> => {
  if (id === null) return null
  const page = await getJobPage(id, null)
  if (page === null) return { id, found: null }
  const { id: _, text, ...job } = page
  return { id, found: { job, text: text ? <JobBody text={text} /> : null } }
})

const figureAsked = cache(getFigure)

export async function generateMetadata({ searchParams }: PageProps<'/jobs'>): Promise<Metadata> {
  const entries = entriesOf(await searchParams)
  const figureId = firstOf(entries, 'figure')
  if (figureId !== null) {
    const figure = await figureAsked(figureId)
    if (figure === null) return {}
    return {
      title: `The jobs behind: ${measureText(figure.measure, await calledHere())}`,
      robots: { index: false },
    }
  }
  const [answer, open] = await Promise.all([answered(searchOf(entries)), openJob(openJobIn(entries))])
  const { chips } = answer.meta
  return {
    title: open?.found ? titleOfJob(open.found.job) : titleOf(chips),
    description:
      chips.length === 0
        ? 'Every open job on this board, newest first, with filters that count.'
        : `Open jobs, newest first: ${chips.map((chip) => chip.label).join(', ')}.`,
    alternates: {
      canonical: '/jobs',
      types: {
        'application/rss+xml': [{ url: doorHref('/jobs.rss', answer.meta.canonical), title: 'RSS' }],
        'application/feed+json': [{ url: doorHref('/jobs.json', answer.meta.canonical), title: 'JSON Feed' }],
      },
    },
  }
}

/** `/jobs`: the server answers the whole search; with scripts the same answer then comes from `/api/listing`. */
export default async function JobsRoute({ searchParams }: PageProps<'/jobs'>) {
  const entries = entriesOf(await searchParams)
  const figureId = firstOf(entries, 'figure')
  if (figureId !== null) return <Behind id={figureId} page={Number(firstOf(entries, 'page') ?? 1) || 1} />
  const openId = openJobIn(entries)
  const [answer, open, viewer, given] = await Promise.all([
    answered(searchOf(entries)),
    openJob(openId),
    currentViewer(),
    headers(),
  ])
  // A form without scripts sends its empty fields too; a place typed in words has its entry of the gazetteer.
  const asked = entries.some(([key, value]) => value === '' || key === 'where')
  if (asked && answer.meta.ignored.length === 0) {
    const { canonical } = answer.meta
    redirect(openId ? paneHref(canonical, openId) : jobsHref(canonical))
  }
  const { BOARD_NAME, BOARD_LOCALE, BOARD_CURRENCY } = env()
  return (
    <JobsView
      initial={answer}
      initialQuery={searchIn(entries)}
      initialJob={open}
      named={await namedBy(answer.meta)}
      nonce={given.get('x-nonce') ?? undefined}
      board={BOARD_NAME}
      locale={BOARD_LOCALE}
      currency={BOARD_CURRENCY}
      isSignedIn={viewer !== null}
    />
  )
}

/** Guides and terms that the understood search names. */
function namedBy({ canonical, understood }: SearchAnswer['meta']) {
  const search = new URLSearchParams(canonical)
  return pagesNamed({
    roles: search.getAll('role').flatMap((value) => value.split(',')),
    texts: [search.get('q') ?? '', ...understood.map(({ label }) => label)],
  })
}

/** A figure's receipt is not a search: it shows what was counted, whatever has become of it. */
async function Behind({ id, page }: { id: string; page: number }) {
  const figure = await figureAsked(id)
  if (figure === null) notFound()
  const [behind, called] = await Promise.all([jobsBehind(figure, page), calledHere()])
  return (
    <JobsBehind
      figure={figure}
      title={measureText(figure.measure, called)}
      asOf={systemClock().toISOString()}
      locale={called.locale}
      {...behind}
    />
  )
}

function firstOf(entries: readonly [string, string][], key: string): string | null {
  return entries.find(([name]) => name === key)?.[1] ?? null
}
