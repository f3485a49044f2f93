import { useSearchParams } from 'next/navigation'
import type { Facets } from '@/lib/search/facets'
import { type ChoiceKey, NONE } from '@/lib/search/search'
import type { Ignored } from '@/lib/search/url/grammar'
import { AnyOrEvery } from './any-or-every'
import { Facet } from './facet'
import { PayFilter } from './pay-filter'
import { PlaceFilter } from './place-filter'
import { wholeFacetIn } from './query-string'
import { Unlisted } from './unlisted'
import { WithinFilter } from './within-filter'

type Props = {
  facets: Facets
  query: string
  ignored: readonly Ignored[]
  currency: string
  locale: string
}

/** Every control belongs to the form with the id "search", wherever it stands: the form is the search. */
export function FilterPanel({ facets, query, ignored, currency, locale }: Props) {
  const whole = wholeFacetIn(useSearchParams())
  const shared = { query, locale }
  const choice = (name: ChoiceKey) => ({
    name,
    values: facets[name],
    isWhole: whole === name,
    ignored,
    ...shared,
  })
  const hasRegions = facets.region.some((region) => region.value !== NONE)
  return (
    <div className="border-t border-line">
      <Facet label="Role" open {...choice('role')} />
      <PlaceFilter open {...choice('place')} />
      <Facet label="Workplace" open {...choice('workplace')} />
      <Facet
        label="Where I may work from"
        note="Remote jobs only. What is open worldwide counts in each country."
        {...choice('from')}
      />
      <PayFilter values={facets.pay} currency={currency} {...shared} />
      <Facet label="Level" open {...choice('seniority')} />
      <Facet label="Skill" {...choice('skill')}>
        <AnyOrEvery query={query} />
      </Facet>
      <Facet label="Employment type" {...choice('type')} />
      <Facet label="Company" {...choice('company')} />
      <Facet label="Visa sponsorship" {...choice('visa')} />
      <WithinFilter
        name="posted"
        label="Published by the company"
        note="Its own date, which never moves."
        values={facets.posted}
        open
        {...shared}
      />
      <WithinFilter
        name="seen"
        label="First seen by this board"
        note="When the job came to this board, however old it was."
        values={facets.seen}
        {...shared}
      />
      <Facet label="Text" {...choice('text')} />
      <Facet label="Country" open {...choice('country')} />
      {hasRegions ? (
        <Facet label="Region" {...choice('region')} />
      ) : (
        <Unlisted name="region" query={query} values={[]} />
      )}
    </div>
  )
}
