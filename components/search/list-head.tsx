'use client'

import type { RefObject } from 'react'
import { SaveSearch } from '@/components/alerts/save-search-form'
import { CountryChoice } from '@/components/eligibility/country-choice'
import { NewCount } from '@/components/visits/new-count'
import type { SearchAnswer } from '@/lib/search/answer'
import { doorHref } from './door-links'
import { KeysHelp } from './keys-help'
import { SearchHelp } from './search-help'
import { SortLinks } from './sort-links'

type Props = {
  /** "412 jobs". */
  count: string
  answer: SearchAnswer
  query: string
  locale: string
  isSignedIn: boolean
  country: string | null
  /** A job stands open beside the list, which leaves less room. */
  isNarrow: boolean
  keysDialog: RefObject<HTMLDialogElement | null>
}

/** Above the list: how many jobs, in which order, and what this browser knows about its person. */
export function ListHead(props: Props) {
  const { count, answer, query, locale, isSignedIn, country, isNarrow, keysDialog } = props
  const { canonical, stated, sort } = answer.meta
  const isEmpty = answer.data.length === 0
  const below = isNarrow ? 'order-1' : 'max-xl:order-1'
  return (
    <>
      <div className="flex items-center justify-between gap-4 pb-1">
        <h1 id="results-title" tabIndex={-1} aria-live="polite" className="text-18 font-semibold">
          <span className="tabular">{count}</span>
          {stated ? (
            <span className="block text-14 font-normal text-ink-2 sm:inline sm:text-15">
              <span className="hidden sm:inline"> · </span>
              {stated}
            </span>
          ) : null}
        </h1>
        <div className="flex flex-none items-center gap-4">
          {isNarrow ? null : (
            <a href={doorHref('/jobs.rss', canonical)} className="text-14 text-ink-2 underline max-md:hidden">
              RSS
            </a>
          )}
          <span id="save-search">
            <SaveSearch query={canonical} isSignedIn={isSignedIn} />
          </span>
        </div>
      </div>
      {/* What comes later fills the room that is free, so that nothing moves. */}
      <div className="relative flex min-h-9 flex-wrap items-center gap-x-4 pb-1">
        {isEmpty ? null : <SortLinks query={query} sort={sort} />}
        {isEmpty ? null : (
          <span className={`flex min-w-0 flex-1 ${below}`}>
            <CountryChoice id="working-from" locale={locale} country={country} />
          </span>
        )}
        <NewCount rows={answer.data} locale={locale} isShort={isNarrow} className={below} />
        <span className={`flex-1 ${isNarrow || isEmpty ? '' : 'xl:hidden'}`} />
        <KeysHelp dialog={keysDialog} isShort={isNarrow} />
        <SearchHelp />
        <span className={`h-0 basis-full ${isNarrow ? '' : 'xl:hidden'}`} />
      </div>
    </>
  )
}
