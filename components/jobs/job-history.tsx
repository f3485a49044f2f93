import { dayText } from '@/components/format'
import type { JobPage } from '@/lib/jobs/queries'

/** What happened to this job, as facts: published, changes of pay and place, closed. */
export function JobHistory({ job, locale }: { job: JobPage; locale: string }) {
  if (job.events.length === 0) return null
  return (
    <section aria-labelledby="history" className="grid gap-2 border-t border-line pt-4">
      <h2 id="history" className="text-16 font-semibold">
        History
      </h2>
      <ol className="grid gap-1 text-14 text-ink-2">
        {job.events.map((event) => (
          <li key={event.at + event.what}>
            <time dateTime={event.at}>{dayText(event.at, locale)}</time>: {event.what}
          </li>
        ))}
      </ol>
    </section>
  )
}
