'use client'

import { MapPin, Search } from 'lucide-react'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { SuggestInput } from './suggest-input'

type Props = {
  query: string
  /** The filters are not on the page: the form carries them along. */
  isAlone: boolean
  onSearch: (form: HTMLFormElement) => void
}

/** The form with the id "search". The filters are its controls too; text waits for Enter, everything else acts at once. */
export function SearchBar({ query, isAlone, onSearch }: Props) {
  const params = new URLSearchParams(query)
  const unshown = [...params].filter(([key]) => (isAlone ? !ownOrPaging.has(key) : kept.has(key)))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onSearch(event.currentTarget)
  }

  return (
    <search>
      <form id="search" action="/jobs" onSubmit={submit}>
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 pb-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto]">
          <div className="relative">
            <label htmlFor="q" className="sr-only">
              Words in title, company or text
            </label>
            <Search
              size={18}
              aria-hidden="true"
              className="pointer-events-none absolute top-3 left-3 text-ink-2"
            />
            <SuggestInput
              field="words"
              id="q"
              name="q"
              type="search"
              value={params.get('q') ?? ''}
              placeholder='Words: rust, "on call", -agency'
              maxLength={300}
              className="control min-h-11 pl-10 text-16"
            />
          </div>
          <div className="relative col-span-2 sm:col-span-1">
            <label htmlFor="where" className="sr-only">
              City, region or country
            </label>
            <MapPin
              size={18}
              aria-hidden="true"
              className="pointer-events-none absolute top-3 left-3 text-ink-2"
            />
            <SuggestInput
              field="where"
              id="where"
              name="where"
              value={params.get('where') ?? ''}
              placeholder="City, region or country"
              maxLength={100}
              className="control min-h-11 pl-10 text-16"
            />
          </div>
          <Button
            type="submit"
            look="primary"
            className="col-start-2 row-start-1 min-h-11 px-4 text-16 sm:col-start-3 sm:px-5"
          >
            Search
          </Button>
        </div>
        {unshown.map(([key, value]) => (
          <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
        ))}
      </form>
    </search>
  )
}

const ownOrPaging = new Set(['q', 'where', 'after', 'before'])

/** Parts of a search that have no control on the page yet, so that a change of another filter does not lose them. */
const kept = new Set(['sort', 'limit'])
