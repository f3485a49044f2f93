import { numberText } from '@/components/format'
import { TOP_VALUES } from '@/lib/search/defaults'
import { MAX_PAGE_SIZE, PAGE_SIZE } from '@/lib/search/search'

/** Part of `/about/search`. */
export function AboutDoors({ locale }: { locale: string }) {
  return (
    <>
      <h2 id="doors">The same search elsewhere</h2>
      <p>
        The whole search stands in its address, so it can be kept, sent and opened again; it works logged out
        and without scripts. Put the same parameters behind another address and you get the same jobs in the
        same order:
      </p>
      <ul>
        <li>
          <a href="/jobs.rss">/jobs.rss</a> for a feed reader
        </li>
        <li>
          <a href="/jobs.json">/jobs.json</a>, a JSON Feed
        </li>
        <li>
          <a href="/jobs.csv">/jobs.csv</a>, every match as a table
        </li>
        <li>
          <a href="/api/v1/jobs">/api/v1/jobs</a>, with counts and everything that was understood, described
          in <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> (OpenAPI)
        </li>
      </ul>

      <h2 id="limits">Limits</h2>
      <ul>
        <li>
          A page of the list has {numberText(PAGE_SIZE, locale)} openings, each with its jobs; one of the API
          has at most {numberText(MAX_PAGE_SIZE, locale)} jobs. There is no last page: every match can be
          reached.
        </li>
        <li>
          Filters with thousands of values show their {numberText(TOP_VALUES, locale)} largest. Any other is
          found by its name in the search field.
        </li>
        <li>Forms of words are known for English. Other languages are found as they are written.</li>
        <li>
          What a job does not say in a way that is known here stays “Not stated”, with its own words on its
          page. No value is made from a guess.
        </li>
      </ul>
    </>
  )
}
