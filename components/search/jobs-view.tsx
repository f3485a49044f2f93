'use client'

import { SlidersHorizontal, X } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { type MouseEvent, useEffect, useRef } from 'react'
import { SaveSearch } from '@/components/alerts/save-search-form'
import { JobList } from '@/components/jobs/job-list'
import { Button } from '@/components/ui/button'
import type { SearchAnswer } from '@/lib/search/answer'
import { Chips } from './chips'
import { FilterPanel } from './filter-panel'
import { Ignored } from './ignored'
import { NoJobs } from './no-jobs'
import { Pager } from './pager'
import { jobsHref, sortedQuery } from './query-string'
import { SearchBar } from './search-bar'
import { QueryProvider, useJobs } from './use-jobs'
import { useSheet } from './use-sheet'

type Props = {
  initial: SearchAnswer
  initialQuery: string
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

function View({ initial, initialQuery, locale, currency, isSignedIn }: Props) {
  const query = sortedQuery(useSearchParams())
  const view = useRef<HTMLDivElement>(null)
  const sheet = useSheet()
  const {
    answer: shown,
    isStale,
    hasFailed,
    retry,
  } = useJobs(query, { query: initialQuery, answer: initial })
  const number = new Intl.NumberFormat(locale)
  const total = shown.meta.total
  const count = total === null ? 'Jobs' : `${number.format(total)} ${total === 1 ? 'job' : 'jobs'}`

  function go(next: string) {
    if (next !== query) window.history.pushState(null, '', jobsHref(next))
  }

  function searchOf(target: HTMLFormElement): string {
    const fields = [...new FormData(target)].filter((f): f is [string, string] => typeof f[1] === 'string')
    return sortedQuery(fields.map(([key, value]) => [key, value.trim()]))
  }

  useEffect(() => {
    // The browser's own change event: a filter acts at once, a number when it is finished, words on Enter.
    const element = view.current
    function onChange(event: Event) {
      const control = event.target as HTMLInputElement
      if (control.form?.id === 'search' && control.name !== 'q' && control.name !== 'where')
        go(searchOf(control.form))
    }
    element?.addEventListener('change', onChange)
    return () => element?.removeEventListener('change', onChange)
  })

  useEffect(() => {
    // A place typed in words is answered with its entry of the gazetteer: the URL follows.
    if (!isStale && new URLSearchParams(query).has('where') && shown.meta.canonical !== query) {
      window.history.replaceState(null, '', jobsHref(shown.meta.canonical))
    }
  })

  /** Links to a search inside this view change the search in place; a new tab, or any other link, is left alone. */
  function followLink(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest('a')
    if (!link || link.origin !== window.location.origin || link.pathname !== '/jobs') return
    if (link.hash === '#filters' || (link.hash === '#results' && sheet.isOpen)) {
      event.preventDefault()
      return link.hash === '#filters' ? sheet.open(link) : sheet.close()
    }
    if (link.hash) return
    event.preventDefault()
    go(sortedQuery(new URLSearchParams(link.search)))
    if (link.dataset.scroll === 'top') document.getElementById('results')?.scrollIntoView()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only links inside are followed, and a key press on a link is a click
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div ref={view} className="jobs-view" onClick={followLink}>
      <SearchBar
        query={query}
        onSearch={(form) => {
          go(searchOf(form))
          sheet.close()
        }}
      />
      <Chips chips={shown.meta.chips} />
      <Ignored ignored={shown.meta.ignored} refused={shown.meta.refused} query={query} />
      <div className="grid gap-x-8 lg:grid-cols-[16.5rem_minmax(0,1fr)]">
        <aside
          id="filters"
          ref={sheet.ref}
          aria-label="Filters"
          className={`filters ${sheet.isOpen ? 'is-open' : ''}`}
          {...(sheet.isOpen ? { role: 'dialog', 'aria-modal': true } : {})}
        >
          <div className="sticky top-0 z-10 flex items-center justify-between bg-paper py-3 lg:hidden">
            <h2 className="text-18 font-semibold">Filters</h2>
            <a
              href="#results"
              className="inline-flex size-11 items-center justify-center rounded text-ink"
              aria-label="Close the filters"
            >
              <X size={20} aria-hidden="true" />
            </a>
          </div>
          {shown.meta.facets ? (
            <FilterPanel facets={shown.meta.facets} query={query} currency={currency} locale={locale} />
          ) : (
            <p className="text-14 text-ink-2">
              The counts took too long just now; the list is complete. Search again in a moment.
            </p>
          )}
          <noscript>
            <button
              type="submit"
              form="search"
              className="mt-3 w-full rounded border border-sign bg-sign px-4 py-2 font-medium text-on-sign"
            >
              Apply the filters
            </button>
          </noscript>
          <div className="fixed inset-x-0 bottom-0 border-t border-line bg-paper p-3 lg:hidden">
            <Button type="submit" form="search" look="primary" className="w-full">
              Show {count}
            </Button>
          </div>
        </aside>
        <section id="results" aria-labelledby="results-title" className="min-w-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2">
            <h1 id="results-title" className="text-18 font-semibold" aria-live="polite">
              <span className="tabular">{count}</span>
              {shown.meta.stated ? (
                <span className="text-15 font-normal text-ink-2"> · {shown.meta.stated}</span>
              ) : null}
            </h1>
            <div className="flex items-center gap-2">
              <SaveSearch query={shown.meta.canonical} isSignedIn={isSignedIn} />
            </div>
          </div>
          {hasFailed ? (
            <p role="alert" className="border-l-4 border-closed bg-closed-soft px-4 py-3">
              The search could not be answered. What is below is the search before.{' '}
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
              <JobList rows={shown.data} asOf={shown.meta.asOf} locale={locale} label="Jobs, newest first" />
            ) : (
              <NoJobs chips={shown.meta.chips} />
            )}
            <Pager query={query} after={shown.page.after} before={shown.page.before} />
          </div>
        </section>
      </div>
      <div className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-paper px-4 py-2 lg:hidden">
        <a
          href="#filters"
          className="flex min-h-11 items-center justify-center gap-2 rounded border border-edge font-medium text-ink no-underline"
        >
          <SlidersHorizontal size={18} aria-hidden="true" />
          Filters{shown.meta.chips.length > 0 ? ` (${shown.meta.chips.length})` : ''} ·{' '}
          <span className="tabular">{count}</span>
        </a>
      </div>
    </div>
  )
}
