import { dayText } from '@/components/format'
import { closeReasonWords } from '@/components/jobs/closed-notice'
import type { JobState } from '@/db/values'
import { type EmployerJob, type JobCount, LISTED_EACH } from '@/lib/jobs/employer-queries'
import { stateWords } from './words'

type Props = { jobs: EmployerJob[]; counts: JobCount[]; mayEdit: boolean; locale: string }

const order: readonly JobState[] = ['draft', 'held', 'published', 'closed']

/** The jobs of one company by state: what needs work first. */
export function EmployerJobs({ jobs, counts, mayEdit, locale }: Props) {
  const number = new Intl.NumberFormat(locale)
  const states = order.flatMap((state) => {
    const count = counts.find((known) => known.state === state)?.count ?? 0
    return count > 0 ? [{ state, count, rows: jobs.filter((job) => job.state === state) }] : []
  })
  if (states.length === 0) {
    return (
      <p className="text-15 text-ink-2">
        No job yet. {mayEdit ? '“Write a job” begins a draft; nobody sees it until you publish it.' : ''}
      </p>
    )
  }
  return states.map(({ state, count, rows }) => (
    <div key={state}>
      <h3 className="pb-1 text-16 font-semibold">
        {stateWords[state]} <span className="tabular font-normal text-ink-2">{number.format(count)}</span>
      </h3>
      <ul className="border-t border-line">
        {rows.map((job) => (
          <li
            key={job.publicId}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b border-line py-2"
          >
            <JobLink job={job} mayEdit={mayEdit} />
            <span className="text-14 text-ink-2">{factOf(job, locale)}</span>
            {job.state === 'published' && job.linkDeadSince ? (
              <p className="w-full text-14 font-medium text-closed">
                <span aria-hidden="true">! </span>
                Where people apply is gone since {dayText(job.linkDeadSince, locale)}:{' '}
                {job.isHidden
                  ? 'the job is in no list until the page is back.'
                  : 'the job leaves the lists after two days.'}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {count > rows.length ? (
        <p className="pt-1 text-14 text-ink-2">The {number.format(LISTED_EACH)} touched last are shown.</p>
      ) : null}
    </div>
  ))
}

function JobLink({ job, mayEdit }: { job: EmployerJob; mayEdit: boolean }) {
  const title = job.title || 'Without a title yet'
  const work = job.state === 'draft' || job.state === 'published'
  const href =
    mayEdit || !work ? `/employer/jobs/${job.publicId}/edit` : `/employer/jobs/${job.publicId}/preview`
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <a href={href} className="font-medium">
        {title}
      </a>
      {job.hasChanges ? <span className="text-14 text-ink-2">with changes not published</span> : null}
      {job.state === 'published' ? (
        <a href={job.href} className="text-14" aria-label={`Public page of ${title}`}>
          Public page
        </a>
      ) : null}
    </span>
  )
}

function factOf(job: EmployerJob, locale: string): string {
  const day = (iso: string) => dayText(iso, locale)
  if (job.closedAt && job.closeReason)
    return `Closed ${day(job.closedAt)} because ${closeReasonWords[job.closeReason]}`
  if (job.state === 'published' && job.firstPublishedAt) {
    return `Published ${day(job.firstPublishedAt)}${job.closesAt ? `, closes ${day(job.closesAt)}` : ''}`
  }
  return `Saved ${day(job.updatedAt)}`
}
