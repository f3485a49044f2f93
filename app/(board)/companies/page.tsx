import type { Metadata } from 'next'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { listCompanies } from '@/lib/jobs/queries'

export const metadata: Metadata = {
  title: 'Companies',
  description: 'Everybody with an open job on this board, by name.',
  alternates: { canonical: '/companies' },
}

export default async function CompaniesRoute({ searchParams }: PageProps<'/companies'>) {
  const { after } = await searchParams
  const page = await listCompanies({ after: typeof after === 'string' ? after : null })
  const number = new Intl.NumberFormat(env().BOARD_LOCALE)
  return (
    <>
      <PageHeading title="Companies" lead="Everybody with an open job on this board, by name." />
      {page.companies.length === 0 ? (
        after ? (
          <EmptyState
            title="The list of companies has no such page"
            step={<a href="/companies">Begin at its first company</a>}
          />
        ) : (
          <EmptyState title="No company has an open job" step={<a href="/employer">Post a job</a>} />
        )
      ) : (
        <ul className="grid gap-x-8 border-t border-line sm:grid-cols-2 lg:grid-cols-3">
          {page.companies.map((company) => (
            <li key={company.slug} className="border-b border-line">
              <a
                href={`/companies/${company.slug}`}
                className="flex min-h-11 items-center justify-between gap-4 py-2 text-ink no-underline hover:text-sign"
              >
                <span className="font-medium">{company.name}</span>
                <span className="tabular text-14 text-ink-2">
                  {number.format(company.openJobs)} {company.openJobs === 1 ? 'job' : 'jobs'}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="flex justify-between gap-3 py-5">
        {after ? (
          <a className={buttonClass()} href="/companies">
            ← From the beginning
          </a>
        ) : (
          <span />
        )}
        {page.after ? (
          <a className={buttonClass()} rel="next" href={`/companies?after=${encodeURIComponent(page.after)}`}>
            More companies →
          </a>
        ) : null}
      </nav>
    </>
  )
}
