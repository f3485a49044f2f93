import type { ReactNode } from 'react'
import { workplaceLabels } from '@/lib/jobs/labels'
import type { JobPage } from '@/lib/jobs/queries'
import { JobBody } from './job-body'
import { JobFacts } from './job-facts'
import { placesText } from './job-row'

type Props = {
  job: JobPage
  locale: string
  /** What the reader can do: apply, or on a preview nothing yet. */
  apply: ReactNode
  notice?: ReactNode
  after?: ReactNode
}

/** The page of a job. The preview of a draft renders exactly this, so that preview and page are equal. */
export function JobArticle({ job, locale, apply, notice, after }: Props) {
  const line = [placesText(job.places), job.workplace ? workplaceLabels[job.workplace] : null]
    .filter(Boolean)
    .join(' · ')
  return (
    <article className="grid max-w-3xl gap-6">
      {notice}
      <header className="grid gap-2">
        <h1 className="text-28 leading-tight font-semibold sm:text-36">{job.title}</h1>
        <p className="text-16">
          <a href={`/companies/${job.company.slug}`} className="font-medium">
            {job.company.name}
          </a>
          {line ? <span className="text-ink-2"> · {line}</span> : null}
        </p>
      </header>
      <div className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2 empty:hidden md:-mx-6 md:px-6 lg:mx-0 lg:px-0">
        {apply}
      </div>
      <JobFacts job={job} locale={locale} />
      {job.skills.length > 0 ? (
        <p className="text-15">
          <span className="text-ink-2">Skills: </span>
          {job.skills.map((skill, i) => (
            <span key={skill.slug}>
              {i > 0 ? ', ' : ''}
              <a href={`/jobs?skill=${skill.slug}`}>{skill.name}</a>
            </span>
          ))}
        </p>
      ) : null}
      {job.text ? <JobBody text={job.text} /> : <TextElsewhere job={job} />}
      {after}
    </article>
  )
}

function TextElsewhere({ job }: { job: JobPage }) {
  return (
    <section className="grid gap-2 border-l-4 border-line bg-paper-2 px-4 py-3">
      <h2 className="text-16 font-semibold">The description is at the employer’s own page</h2>
      <p>
        This board holds only the facts of this job: title, company, places, dates and pay.{' '}
        {job.applyUrl ? (
          <>
            Read the whole text at{' '}
            <a href={job.applyUrl} rel="nofollow ugc noopener">
              {new URL(job.applyUrl).host}
            </a>
            .
          </>
        ) : (
          'The employer gave no address for it.'
        )}
      </p>
    </section>
  )
}
