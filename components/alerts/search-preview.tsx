import { JobRow } from '@/components/jobs/job-row'
import type { Preview } from '@/lib/alerts/queries'

/** "14 jobs, at most 3 a day", with the newest of them. */
export function SearchPreview({ preview, locale, asOf }: { preview: Preview; locale: string; asOf: string }) {
  const { openings, mostInADay, newest } = preview
  const number = new Intl.NumberFormat(locale)
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="text-18 font-semibold">
        What it would have sent in the last 30 days
      </h2>
      <p className="pt-1 text-ink-2">
        {openings === 0 ? (
          'Nothing. A wider search sends more.'
        ) : (
          <>
            <span className="tabular font-medium text-ink">
              {number.format(openings)} {openings === 1 ? 'job' : 'jobs'}, at most {number.format(mostInADay)}{' '}
              in a day
            </span>
            , counted from the jobs that are open now; copies in several cities count once.
          </>
        )}
      </p>
      {newest.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {newest.map(({ id, ...job }) => (
            <li key={id}>
              <JobRow job={job} asOf={asOf} locale={locale} level={3} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
