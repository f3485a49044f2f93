import type { JobPage } from '@/lib/jobs/queries'

/** Whose an imported job is: who published it, and where. */
export function SourceNote({ job }: { job: Pick<JobPage, 'source' | 'company'> }) {
  const { source, company } = job
  if (!source) return null
  return (
    <p className="text-15 text-ink-2">
      Published by {company.name} {source.isFeed ? 'and listed at' : 'on its own site'}{' '}
      <a href={source.url} rel="nofollow ugc noopener" className="break-all">
        {source.host}
      </a>
      ; imported here and kept in step.
      {source.isUnclaimed ? (
        <>
          {' '}
          <a href={`/companies/${company.slug}/claim`}>Is this your company?</a>
        </>
      ) : null}
    </p>
  )
}
