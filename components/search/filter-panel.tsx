import type { Facets } from '@/lib/search/facets'
import { Facet } from './facet'
import { PayFilter } from './pay-filter'
import { PostedFilter } from './posted-filter'

type Props = { facets: Facets; query: string; currency: string; locale: string }

/** Every control belongs to the form with the id "search", wherever it stands: the form is the search. */
export function FilterPanel({ facets, query, currency, locale }: Props) {
  const shared = { query, locale }
  return (
    <div className="border-t border-line">
      <Facet name="role" label="Role" values={facets.role} open {...shared} />
      <Facet name="workplace" label="Workplace" values={facets.workplace} open {...shared} />
      <PayFilter values={facets.pay} currency={currency} {...shared} />
      <Facet name="seniority" label="Seniority" values={facets.seniority} open {...shared} />
      <Facet name="country" label="Country" values={facets.country} open {...shared} />
      {facets.region.length > 0 ? (
        <Facet name="region" label="Region" values={facets.region} {...shared} />
      ) : null}
      <Facet name="place" label="City" values={facets.place} {...shared} />
      <PostedFilter values={facets.posted} {...shared} />
      <Facet name="type" label="Employment type" values={facets.type} {...shared} />
      <Facet name="skill" label="Skill" values={facets.skill} {...shared} />
      <Facet name="company" label="Company" values={facets.company} {...shared} />
    </div>
  )
}
