import type { Metadata } from 'next'
import { EmployerJobs } from '@/components/employer/employer-jobs'
import { NewJobButton } from '@/components/employer/new-job-button'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { mayAs } from '@/lib/companies/rules'
import { env } from '@/lib/env'
import { countJobsOf, listJobsOf } from '@/lib/jobs/employer-queries'
import { freshKey } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'My companies and jobs' }

export default async function EmployerRoute() {
  const { companies } = await requireViewer('/employer')
  const ids = companies.map((company) => company.id)
  const [jobs, counts] = await Promise.all([listJobsOf(ids), countJobsOf(ids)])
  if (companies.length === 0) {
    return (
      <>
        <PageHeading title="Post a job" />
        <EmptyState
          title="No company yet"
          step={
            <ButtonLink href="/employer/companies/new" look="primary">
              Create a company
            </ButtonLink>
          }
        >
          Every job belongs to a company. Create yours, then write its first job: it is public as soon as you
          publish it.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeading
        title="My companies and jobs"
        aside={<ButtonLink href="/employer/companies/new">Create another company</ButtonLink>}
      />
      <div className="grid gap-10">
        {companies.map((company) => (
          <section key={company.id} className="grid gap-4">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line pb-2">
              <h2 className="text-22 font-semibold">{company.name}</h2>
              <div className="flex flex-wrap items-center gap-2">
                <ButtonLink look="quiet" href={`/companies/${company.slug}`}>
                  Public page
                </ButtonLink>
                {mayAs(company.role, 'owner') ? (
                  <ButtonLink look="quiet" href={`/employer/companies/${company.slug}`}>
                    Edit company
                  </ButtonLink>
                ) : null}
                {mayAs(company.role, 'recruiter') ? (
                  <ButtonLink look="quiet" href={`/employer/companies/${company.slug}/imports`}>
                    Imports
                  </ButtonLink>
                ) : null}
                {mayAs(company.role, 'recruiter') ? (
                  <NewJobButton company={company.slug} idempotencyKey={freshKey()} />
                ) : null}
              </div>
            </div>
            <EmployerJobs
              jobs={jobs.filter((job) => job.companyId === company.id)}
              counts={counts.filter((count) => count.companyId === company.id)}
              mayEdit={mayAs(company.role, 'recruiter')}
              locale={env().BOARD_LOCALE}
            />
          </section>
        ))}
      </div>
    </>
  )
}
