import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobBody } from '@/components/jobs/job-body'
import { JobList } from '@/components/jobs/job-list'
import { EmptyState } from '@/components/ui/empty-state'
import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import { companyPage } from '@/lib/jobs/queries'

export async function generateMetadata({ params }: PageProps<'/companies/[slug]'>): Promise<Metadata> {
  const company = await companyPage((await params).slug)
  if (!company) return {}
  const jobs = `${company.openJobs} open ${company.openJobs === 1 ? 'job' : 'jobs'}`
  return {
    title: `${company.name}: ${jobs}`,
    description: `${company.name} and its ${jobs}, newest first.`,
    alternates: { canonical: `/companies/${company.slug}` },
  }
}

export default async function CompanyRoute({ params }: PageProps<'/companies/[slug]'>) {
  const company = await companyPage((await params).slug)
  if (!company) notFound()
  const locale = env().BOARD_LOCALE
  const number = new Intl.NumberFormat(locale)
  return (
    <div className="grid max-w-4xl gap-6">
      <header className="grid gap-1">
        <h1 className="text-28 font-semibold sm:text-36">{company.name}</h1>
        <p className="text-ink-2">
          {number.format(company.openJobs)} open {company.openJobs === 1 ? 'job' : 'jobs'}
          {company.website ? (
            <>
              {' · '}
              <a href={company.website} rel="nofollow ugc noopener">
                {new URL(company.website).host}
              </a>
            </>
          ) : null}
          {company.isVerified ? ' · domain proven' : ''}
        </p>
        {company.isUnclaimed ? (
          <p className="text-15 text-ink-2">
            These jobs were imported from where the company publishes them.{' '}
            <a href={`/companies/${company.slug}/claim`}>Is this your company?</a>
          </p>
        ) : null}
      </header>
      {company.about ? <JobBody text={company.about} /> : null}
      {company.rows.length > 0 ? (
        <section aria-labelledby="open">
          <h2 id="open" className="pb-2 text-18 font-semibold">
            Newest open jobs
          </h2>
          <JobList
            rows={company.rows}
            asOf={systemClock().toISOString()}
            locale={locale}
            label={`Jobs at ${company.name}`}
            level={3}
            showCompany={false}
          />
          {company.openJobs > company.rows.length ? (
            <p className="pt-4">
              <a href={`/jobs?company=${company.slug}`}>
                All {number.format(company.openJobs)} jobs, with filters →
              </a>
            </p>
          ) : null}
        </section>
      ) : (
        <EmptyState
          title={`${company.name} has no open job now`}
          step={<a href="/jobs">See all open jobs</a>}
        />
      )}
    </div>
  )
}
