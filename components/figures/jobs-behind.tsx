import { dayText, numberText } from '@/components/format'
import { JobRow } from '@/components/jobs/job-row'
import type { JobBehind, KeptFigure } from '@/lib/figures/queries'
import { baseText } from './source-line'

type Props = {
  figure: KeptFigure
  /** What the figure is about. */
  title: string
  jobs: readonly JobBehind[]
  page: number
  pages: number
  asOf: string
  locale: string
}

/** `/jobs?figure=ID`: exactly the jobs that a figure rests on, those that have closed since among them. */
export function JobsBehind({ figure, title, jobs, page, pages, asOf, locale }: Props) {
  return (
    <div className="grid max-w-3xl gap-5">
      <header className="grid gap-2">
        <p className="text-14 text-ink-2">The jobs behind a figure</p>
        <h1 className="text-28 font-semibold">{title}</h1>
        <p>
          {baseText(figure, locale)}, in {numberText(figure.jobs, locale)}{' '}
          {figure.jobs === 1 ? 'job' : 'jobs'}, counted on{' '}
          <time dateTime={figure.asOf}>{dayText(figure.asOf.slice(0, 10), locale)}</time>.{' '}
          {figure.isCurrent ? null : 'It has been computed anew since: this is how it was. '}
          {figure.isThinned
            ? 'Its own list of jobs was kept for 30 days: below stand those of the last version of the same day. '
            : null}
          <a href="/about/figures">How figures are made</a>
        </p>
        <p className="flex flex-wrap gap-x-4 text-14">
          <a href={`/api/v1/figures/${figure.id}.csv`}>CSV</a>
          <a href={`/api/v1/figures/${figure.id}`}>JSON</a>
          <a href={`/jobs?role=${figure.measure.role}`}>All open jobs of this role</a>
        </p>
      </header>
      <ol aria-label="The jobs behind this figure" className="divide-y divide-line border-y border-line">
        {jobs.map(({ row: { id: _, ...job }, isClosed }) => (
          <li key={job.publicId}>
            <JobRow job={job} asOf={asOf} locale={locale} />
            {isClosed ? <p className="pb-3 text-14 text-closed">Closed since</p> : null}
          </li>
        ))}
      </ol>
      {pages > 1 ? (
        <nav aria-label="Pages of these jobs" className="flex flex-wrap items-center gap-4 text-14">
          {page > 1 ? <a href={pageHref(figure.id, page - 1)}>← Newer</a> : null}
          <span className="text-ink-2">
            Page {numberText(page, locale)} of {numberText(pages, locale)}
          </span>
          {page < pages ? <a href={pageHref(figure.id, page + 1)}>Older →</a> : null}
        </nav>
      ) : null}
    </div>
  )
}

function pageHref(id: string, page: number): string {
  return page === 1 ? `/jobs?figure=${id}` : `/jobs?figure=${id}&page=${page}`
}
