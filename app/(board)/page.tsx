import { MapPin, Search } from 'lucide-react'
import { JobList } from '@/components/jobs/job-list'
import { SuggestInput } from '@/components/search/suggest-input'
import { Button } from '@/components/ui/button'
import type { Workplace } from '@/db/values'
import { env } from '@/lib/env'
import { listGuides } from '@/lib/guides/queries'
import { workplaceLabels } from '@/lib/jobs/labels'
import { answerListing } from '@/lib/search/answer'
import type { FacetValue } from '@/lib/search/facets'

const ROLES_SHOWN = 18
const JOBS_SHOWN = 8

/** `/`: where one can go from here, and how many jobs lie in each direction. */
export default async function HomeRoute() {
  const [answer, guides] = await Promise.all([answerListing([['limit', String(JOBS_SHOWN)]]), listGuides()])
  const { BOARD_LOCALE: locale } = env()
  const number = new Intl.NumberFormat(locale)
  const { facets, total } = answer.meta
  const roles = facets?.role.filter((role) => role.value !== 'none' && role.count > 0) ?? []
  const guided = new Set(guides.map((guide) => guide.role))
  return (
    <div className="grid gap-10 pb-6">
      <section className="grid gap-5 pt-3 sm:pt-8">
        <h1 className="max-w-3xl text-28 leading-tight font-semibold sm:text-36">
          {total ? `${number.format(total)} open jobs` : 'Open jobs'}, and guides to the roles behind them
        </h1>
        <SearchForm />
        {facets ? <Directions values={facets.workplace} posted={facets.posted} locale={locale} /> : null}
      </section>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="newest" className="min-w-0">
          <div className="flex items-baseline justify-between pb-2">
            <h2 id="newest" className="text-18 font-semibold">
              Newest jobs
            </h2>
            <a href="/jobs" className="inline-flex items-center pointer-coarse:min-h-11">
              All jobs →
            </a>
          </div>
          <JobList rows={answer.data} asOf={answer.meta.asOf} locale={locale} label="Newest jobs" level={3} />
        </section>
        <section aria-labelledby="roles" className="order-first lg:order-none">
          <h2 id="roles" className="pb-2 text-18 font-semibold">
            By role
          </h2>
          <ul className="border-t border-line">
            {roles.slice(0, ROLES_SHOWN).map((role) => (
              <li key={role.value} className="flex items-center gap-3 border-b border-line">
                <a
                  href={`/jobs?role=${role.value}`}
                  className="flex min-h-10 flex-1 items-center justify-between gap-3 text-ink no-underline hover:text-sign pointer-coarse:min-h-11"
                >
                  <span className="font-medium">{role.label}</span>
                  <span className="tabular text-14 text-ink-2">{number.format(role.count)}</span>
                </a>
                {guided.has(role.value) ? (
                  <a
                    href={`/guides/${role.value}`}
                    className="inline-flex items-center text-14 pointer-coarse:min-h-11"
                  >
                    Guide
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

function SearchForm() {
  return (
    <search>
      <form action="/jobs" className="grid max-w-4xl gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto]">
        <div className="relative">
          <label htmlFor="home-q" className="sr-only">
            Words in title, company or text
          </label>
          <Search
            size={18}
            aria-hidden="true"
            className="pointer-events-none absolute top-3.5 left-3 text-ink-2"
          />
          <SuggestInput
            field="words"
            value=""
            id="home-q"
            name="q"
            type="search"
            maxLength={300}
            placeholder="Title, company or words in the text"
            className="control min-h-12 pl-10 text-16"
          />
        </div>
        <div className="relative">
          <label htmlFor="home-where" className="sr-only">
            City, region or country
          </label>
          <MapPin
            size={18}
            aria-hidden="true"
            className="pointer-events-none absolute top-3.5 left-3 text-ink-2"
          />
          <SuggestInput
            field="where"
            value=""
            id="home-where"
            name="where"
            maxLength={100}
            placeholder="City, region or country"
            className="control min-h-12 pl-10 text-16"
          />
        </div>
        <Button type="submit" look="primary" className="min-h-12 px-6 text-16">
          Search
        </Button>
      </form>
    </search>
  )
}

/** Short ways into the listing, each with its count. */
function Directions({
  values,
  posted,
  locale,
}: {
  values: FacetValue[]
  posted: FacetValue[]
  locale: string
}) {
  const number = new Intl.NumberFormat(locale)
  const ways = [
    ...posted
      .filter((window) => window.value === '7d')
      .map((window) => ({
        href: '/jobs?posted=7d',
        label: 'Published in the last 7 days',
        count: window.count,
      })),
    ...values
      .filter((value) => value.value !== 'none' && value.count > 0)
      .map((value) => ({
        href: `/jobs?workplace=${value.value}`,
        label: workplaceLabels[value.value as Workplace],
        count: value.count,
      })),
  ]
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-15">
      {ways.map((way) => (
        <li key={way.href}>
          <a href={way.href} className="inline-flex items-center pointer-coarse:min-h-11">
            {way.label}
          </a>{' '}
          <span className="tabular text-ink-2">{number.format(way.count)}</span>
        </li>
      ))}
    </ul>
  )
}
