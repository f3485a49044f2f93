import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormMessage } from '@/components/employer/form-message'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { getCompanyOf } from '@/lib/companies/queries'
import { mayAs } from '@/lib/companies/rules'
import { listAlike } from '@/lib/jobs/merge'
import { keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Duplicates' }

export default async function DuplicatesRoute({
  params,
  searchParams,
}: PageProps<'/employer/companies/[slug]/duplicates'>) {
  const { slug } = await params
  const viewer = await requireViewer(`/employer/companies/${slug}/duplicates`)
  const company = await getCompanyOf(viewer.userId, slug)
  if (!company || !mayAs(company.role, 'recruiter')) notFound()
  const [alike, kept] = await Promise.all([listAlike(company.id), keptForm((await searchParams).kept)])
  return (
    <>
      <PageHeading
        title={`Duplicates at ${company.name}`}
        lead="Jobs with one title that count as several openings. Merged, lists show them as one with all its places, and nobody is told of it twice."
      />
      <FormMessage message={kept?.message} />
      {alike.length === 0 ? (
        <EmptyState
          title="No two open jobs look alike"
          step={<a href="/employer">My companies and jobs</a>}
        />
      ) : null}
      <div className="grid gap-8">
        {alike.map((group) => (
          <form key={group.title} method="post" action={`/api/employer/companies/${slug}/openings`}>
            <fieldset className="grid gap-1">
              <legend className="pb-1 text-16 font-semibold">{group.title}</legend>
              {group.jobs.map((job) => (
                <div
                  key={job.publicId}
                  className="flex min-h-8 items-center gap-2 text-15 pointer-coarse:min-h-11"
                >
                  <input type="checkbox" id={job.publicId} name="jobs" value={job.publicId} defaultChecked />
                  <label htmlFor={job.publicId}>{job.locationStated || 'No place stated'}</label>
                  <a
                    href={job.href}
                    className="text-14"
                    aria-label={`Page of ${group.title}, ${job.locationStated}`}
                  >
                    Page
                  </a>
                  <span className="text-14 text-ink-2">
                    {job.source === 'imported' ? 'imported' : 'typed in'}
                  </span>
                </div>
              ))}
            </fieldset>
            <Button type="submit">These are one opening</Button>
          </form>
        ))}
      </div>
    </>
  )
}
