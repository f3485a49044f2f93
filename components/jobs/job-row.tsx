import { Fragment } from 'react'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import type { JobRow as Row } from '@/lib/jobs/queries'
import { Age } from './age'
import { Pay } from './pay'

export type ShownRow = Omit<Row, 'id'>
type Props = { job: ShownRow; asOf: string; locale: string; level?: 2 | 3; showCompany?: boolean }

/** What, who, where and how, how much, how fresh: one line each, in this order on every list. */
export function JobRow({ job, asOf, locale, level = 2, showCompany = true }: Props) {
  const Heading = `h${level}` as const
  return (
    <article className="group relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-3">
      <Heading className="text-16 leading-snug font-semibold">
        <a
          href={job.href}
          className="text-ink no-underline after:absolute after:inset-0 visited:text-ink-2 group-hover:text-sign group-hover:underline"
        >
          {job.title}
        </a>
      </Heading>
      <p className="pt-0.5 text-right text-14 text-ink-2">
        <span className="sr-only">Published </span>
        <Age iso={job.firstPublishedAt} asOf={asOf} locale={locale} />
      </p>
      <p className="col-span-2 text-14 text-ink-2">
        {showCompany ? <span className="font-medium text-ink">{job.company.name}</span> : null}
        <Facts job={job} led={showCompany} />
      </p>
      <p className="col-span-2 flex flex-wrap gap-x-4 text-14">
        <Pay pay={job.pay} implausible={job.payImplausible} locale={locale} />
        {job.skills.length > 0 ? (
          <span className="text-ink-2">
            {job.skills
              .slice(0, 5)
              .map((skill) => skill.name)
              .join(', ')}
          </span>
        ) : null}
      </p>
    </article>
  )
}

function Facts({ job, led }: { job: ShownRow; led: boolean }) {
  const facts = [
    placesText(job.places),
    job.workplace ? workplaceLabels[job.workplace] : null,
    job.employmentType ? employmentTypeLabels[job.employmentType] : null,
    job.seniority ? seniorityLabels[job.seniority] : null,
  ].filter((fact) => fact !== null)
  return facts.map((fact, i) => (
    <Fragment key={fact}>
      {led || i > 0 ? <span aria-hidden="true">{'\u00a0· '}</span> : null}
      <span className={fact.length < 20 ? 'whitespace-nowrap' : ''}>{fact}</span>
    </Fragment>
  ))
}

const SHOWN_PLACES = 2

/** All places of a job stand on its page; a row names the first two and how many more there are. */
export function placesText(places: string[]): string | null {
  if (places.length === 0) return null
  const more = places.length - SHOWN_PLACES
  return places.slice(0, SHOWN_PLACES).join('; ') + (more > 0 ? ` and ${more} more` : '')
}
