import { numberText } from '@/components/format'
import { JobList } from '@/components/jobs/job-list'
import { jobsHref, sortedQuery } from '@/components/search/query-string'
import type { OpenJobs } from '@/lib/guides/open-jobs'
import type { JobsAsked } from '@/lib/guides/parts'

type Props = { asked: JobsAsked; jobs: OpenJobs; locale: string }

/** Open jobs where a reader would ask for them: the newest, how many there are, and where the rest is. */
export function JobsInText({ asked, jobs: { rows, total, asOf, nearest }, locale }: Props) {
  const href = jobsHref(sortedQuery([['role', asked.role], ...asked.filters]))
  return (
    <section className="jobs-in-text no-print" aria-label={asked.title}>
      <h3>
        {asked.title}
        {rows.length > 0 && total !== null ? (
          <span className="tabular"> · {numberText(total, locale)}</span>
        ) : null}
      </h3>
      {rows.length > 0 ? (
        <>
          <JobList rows={rows} asOf={asOf} locale={locale} label={asked.title} level={4} />
          <p>
            <a href={href} className="inline-flex items-center pointer-coarse:min-h-11">
              {total !== null && total > rows.length
                ? `All ${numberText(total, locale)} of them →`
                : 'In the list, with all filters →'}
            </a>
          </p>
        </>
      ) : (
        <p>
          None is open just now.{' '}
          {nearest ? (
            <>
              Nearest: <a href={jobsHref(nearest.query)}>{nearest.words}</a>,{' '}
              {numberText(nearest.total, locale)} open.
            </>
          ) : (
            <a href="/jobs">All open jobs</a>
          )}
        </p>
      )}
    </section>
  )
}
