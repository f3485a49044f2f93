import type { ReactNode } from 'react'
import { CanITakeIt } from '@/components/eligibility/can-i-take-it'
import type { JobPage } from '@/lib/jobs/queries'
import { JobBody } from './job-body'
import { JobFacts } from './job-facts'
import { JobLead, JobSkills, TextElsewhere } from './job-parts'
import { SourceNote } from './source-note'

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
  return (
    <article className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      {notice}
      <header className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h1 className="text-28 leading-tight font-semibold sm:text-36">{job.title}</h1>
        <JobLead job={job} />
        <SourceNote job={job} />
      </header>
      <div className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2 empty:hidden md:-mx-6 md:px-6 lg:mx-0 lg:px-0">
        {apply}
      </div>
      <CanITakeIt job={job} id="job-working-from" locale={locale} />
      <JobFacts job={job} locale={locale} />
      <JobSkills skills={job.skills} skillEvidence={job.skillEvidence} />
      {job.text ? <JobBody text={job.text} /> : <TextElsewhere applyUrl={job.applyUrl} />}
      {after}
    </article>
  )
}
