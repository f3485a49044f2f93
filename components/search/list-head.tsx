'use client'

import type { RefObject } from 'react'
import { SaveSearch } from '@/components/alerts/save-search-form'
import { CountryChoice } from '@/components/eligibility/country-choice'
import { NewCount } from '@/components/visits/new-count'
import type { SearchAnswer } from '@/lib/search/answer'
import { DoorLinks } from './door-links'
import { KeysHelp } from './keys-help'
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
          <div className={isNarrow ? 'hidden' : 'max-md:hidden'}>
            <DoorLinks query={canonical} />
          </div>
          <span id="save-search">
            <SaveSearch query={canonical} isSignedIn={isSignedIn} />
          </span>
        </div>
      </div>
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 pb-1">
        <SortLinks query={query} sort={sort} />
        <CountryChoice id="working-from" locale={locale} country={country} />
        {/* What comes later fills this room from the right, so that nothing moves. */}
        <span className="flex-1" />
        <NewCount rows={answer.data} locale={locale} isShort={isNarrow} />
        <KeysHelp dialog={keysDialog} />
      </div>
    </>
  )
}
