'use client'

import { useSyncExternalStore } from 'react'
import { countryCodes } from '@/lib/jobs/countries'
import { chooseHomeCountry, useHomeCountry } from './home-country'

type Props = {
  id: string
  locale: string
  /** The country that the search names: it stands until another is chosen. */
  country?: string | null
}

/** "Working from": said once, kept in this browser, never sent anywhere. */
export function CountryChoice({ id, locale, country = null }: Props) {
  const home = useHomeCountry()
  const isHere = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  return (
    <span className="needs-scripts inline-flex max-w-full min-w-0 items-center gap-1.5 text-14">
      <label htmlFor={id} className="flex-none text-ink-2">
        Working from
      </label>
      <select
        id={id}
        value={isHere ? (home ?? country ?? '') : ''}
        onChange={(event) => chooseHomeCountry(event.target.value || null)}
        className="w-40 min-w-0 truncate rounded border border-transparent bg-paper py-1 text-14 font-medium text-ink hover:border-edge pointer-coarse:min-h-11"
      >
        <option value="">choose a country</option>
        {isHere ? <Countries locale={locale} /> : null}
      </select>
    </span>
  )
}

/** Drawn in the browser alone: its names of countries need not be those of the server. */
function Countries({ locale }: { locale: string }) {
  return namesIn(locale).map(({ slug, name }) => (
    <option key={slug} value={slug}>
      {name}
    </option>
  ))
}

const known = new Map<string, { slug: string; name: string }[]>()

function namesIn(locale: string) {
  const made = known.get(locale) ?? makeNames(locale)
  known.set(locale, made)
  return made
}

function makeNames(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const { compare } = new Intl.Collator(locale)
  return countryCodes
    .map((code) => ({ slug: code.toLowerCase(), name: names.of(code) ?? code }))
    .sort((a, b) => compare(a.name, b.name))
}
