'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { HomeScript } from '@/components/eligibility/home-script'
import { JobList } from '@/components/jobs/job-list'
import type { NamedPage } from '@/lib/guides/named'
import { countryOfSearch } from '@/lib/jobs/eligibility'
import type { SearchAnswer } from '@/lib/search/answer'
import { Chips } from './chips'
import { DoorLinks } from './door-links'
import { FilterPanel } from './filter-panel'
import { FilterSheet } from './filter-sheet'
import { Ignored } from './ignored'
import { JobPane } from './job-pane'
import { titleOf, titleOfJob } from './landmarks'
import { ListHead } from './list-head'
import { NamedGuides } from './named-guides'
import { NoJobs } from './no-jobs'
import { Pager } from './pager'
import { jobsHref, openJobIn, paneHref, searchIn } from './query-string'
import { SearchBar } from './search-bar'
import { afterEarlyChoices, fillForm, searchForm, searchOf } from './search-form'
import { orderWords } from './sort-links'
import { Understood } from './understood'
import { type OpenStart, useJob } from './use-job'
import { QueryProvider, useJobs } from './use-jobs'
import { useKeys } from './use-keys'
import { goToSearch, useLinks } from './use-links'
import { usePane } from './use-pane'
import { useSheet } from './use-sheet'

type Props = {
  initial: SearchAnswer
  initialQuery: string
  /** The job that the address names, as it was found. */
  initialJob: OpenStart | null
  /** What the words and the role of the first search name. */
  named: readonly NamedPage[]
  /** Of this page, for the script that runs before the first paint. */
  nonce: string | undefined
  board: string
  locale: string
  currency: string
  isSignedIn: boolean
}

export function JobsView(props: Props) {
  return (
    <QueryProvider>
      <View {...props} />
    </QueryProvider>
  )
}

function View(props: Props) {
  const { initial, initialQuery, initialJob, named, nonce, board, locale, currency, isSignedIn } = props
  const params = useSearchParams()
  const query = searchIn(params)
  const openId = openJobIn(params)
  const view = useRef<HTMLDivElement>(null)
  const sheet = useSheet()
  const {
    answer: shown,
    isStale,
    hasFailed,
    retry,
  } = useJobs(query, { query: initialQuery, answer: initial })
  const open = useJob(openId, initialJob)
  const pane = usePane(openId)
  const keysDialog = useRef<HTMLDialogElement>(null)
  const country = countryOfSearch(query)
  const number = new Intl.NumberFormat(locale)
  const total = shown.meta.total
  const count = total === null ? 'Jobs' : `${number.format(total)} ${total === 1 ? 'job' : 'jobs'}`

  useEffect(() => {
    // The browser's own change event: a filter acts at once, a number when it is finished, words on Enter.
    const element = view.current
    function onChange(event: Event) {
      const control = event.target as HTMLInputElement
      if (control.form?.id === 'search' && control.name !== 'q' && control.name !== 'where')
        goToSearch(searchOf(control.form))
    }
    element?.addEventListener('change', onChange)
    return () => element?.removeEventListener('change', onChange)
  })

  useEffect(() => {
    // What was ticked before that counts too; on the way back and forward the form is right at once.
    const form = searchForm()
    if (!form) return
    const forget = afterEarlyChoices(form, () => goToSearch(searchOf(form)))
    const onWay = () => fillForm(form, window.location.search)
    window.addEventListener('popstate', onWay)
    return () => {
      forget()
      window.removeEventListener('popstate', onWay)
    }
  }, [])

  useEffect(() => {
    // A place typed in words is answered with its entry of the gazetteer: the URL follows.
    if (!isStale && new URLSearchParams(query).has('where') && shown.meta.canonical !== query) {
      const { canonical } = shown.meta
      window.history.replaceState(null, '', openId ? paneHref(canonical, openId) : jobsHref(canonical))
    }
  })

  useKeys(() => keysDialog.current?.showModal())

  const openJob = openId !== null && !open.isStale ? open.found?.job : undefined
  useEffect(() => {
    if (isStale) return
    document.title = `${openJob ? titleOfJob(openJob) : titleOf(shown.meta.chips)} · ${board}`
  })

  const followLink = useLinks({ query, canonical: shown.meta.canonical, isStale, sheet, pane })

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only links inside are followed, and a key press on a link is a click
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div ref={view} className="jobs-view" onClick={followLink}>
      <HomeScript nonce={nonce} />
      <SearchBar
        query={query}
        isAlone={shown.meta.facets === null}
        onSearch={(form) => {
          goToSearch(searchOf(form))
          if (!sheet.isOpen) return
          sheet.close()
          document.getElementById('results')?.scrollIntoView()
        }}
      />
      <div className="flex flex-wrap items-center gap-x-6">
        <Chips chips={shown.meta.chips} />
        <Understood words={shown.meta.understood} query={query} />
        {namesTheSame(query, initialQuery) ? <NamedGuides pages={named} /> : null}
      </div>
      <Ignored ignored={shown.meta.ignored} refused={shown.meta.refused} query={query} />
      <div className={`grid lg:grid-cols-[16.5rem_minmax(0,1fr)] ${openId === null ? 'gap-x-8' : withPane}`}>
        <FilterSheet sheet={sheet} count={count}>
          {shown.meta.facets ? (
            <FilterPanel
              facets={shown.meta.facets}
              query={query}
              ignored={shown.meta.ignored}
              currency={currency}
              locale={locale}
            />
          ) : (
            <p className="text-14 text-ink-2">
              The counts took too long just now; the list is complete. Search again in a moment.
            </p>
          )}
        </FilterSheet>
        <section id="results" aria-labelledby="results-title" className="min-w-0">
          <ListHead
            count={count}
            answer={shown}
            query={query}
            locale={locale}
            isSignedIn={isSignedIn}
            country={country}
            isNarrow={openId !== null}
            keysDialog={keysDialog}
          />
          {hasFailed ? (
            <p role="alert" className="mb-3 rounded border-l-4 border-closed bg-closed-soft px-4 py-3">
              The search could not be answered. The filters are kept; the jobs below are of the search before.{' '}
              <a href={jobsHref(query)} onClick={retry}>
                Try again
              </a>
            </p>
          ) : null}
          <div
            aria-busy={isStale}
            className={`transition-opacity duration-100 ${isStale ? 'opacity-55' : ''}`}
          >
            {shown.data.length > 0 ? (
              <JobList
                rows={shown.data}
                asOf={shown.meta.asOf}
                locale={locale}
                label={`Jobs, ${orderWords[shown.meta.sort]}`}
                openId={openId}
                why={shown.meta.why}
                country={country}
              />
            ) : (
              <NoJobs steps={shown.meta.steps} chips={shown.meta.chips} locale={locale} />
            )}
            <Pager query={query} after={shown.page.after} before={shown.page.before} sort={shown.meta.sort} />
          </div>
          <DoorLinks query={shown.meta.canonical} />
        </section>
        {openId === null ? null : (
          <JobPane
            pane={open}
            row={shown.data.find((row) => row.publicId === openId)}
            query={query}
            locale={locale}
            country={country}
            onShown={pane.focusTitle}
          />
        )}
      </div>
      <div className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-paper px-4 py-2 md:-mx-6 md:px-6 lg:hidden">
        <a
          href="#filters"
          className="flex min-h-11 items-center justify-center gap-2 rounded border border-edge font-medium text-ink no-underline"
        >
          <SlidersHorizontal size={18} aria-hidden="true" />
          <span>
            Filters{shown.meta.chips.length > 0 ? ` (${shown.meta.chips.length})` : ''} ·{' '}
            <span className="tabular">{count}</span>
          </span>
        </a>
      </div>
    </div>
  )
}

const withPane = 'gap-x-8 xl:grid-cols-[14rem_minmax(0,24rem)_minmax(0,1fr)] xl:gap-x-6'

function namesTheSame(query: string, other: string): boolean {
  const [a, b] = [new URLSearchParams(query), new URLSearchParams(other)]
  return ['q', 'role'].every((key) => a.getAll(key).join() === b.getAll(key).join())
}
