import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Faults } from '@/components/employer/faults'
import { PreviewBar } from '@/components/employer/preview-bar'
import { ApplyLink } from '@/components/jobs/apply-link'
import { JobArticle } from '@/components/jobs/job-article'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { mayAs } from '@/lib/companies/rules'
import { env } from '@/lib/env'
import { getPreview } from '@/lib/jobs/job-form'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Preview' }

export default async function PreviewRoute({ params }: PageProps<'/employer/jobs/[id]/preview'>) {
  const { id } = await params
  const viewer = await requireViewer(`/employer/jobs/${id}/preview`)
  const preview = await getPreview(viewer.userId, id, systemClock())
  if (!preview) notFound()
  const { job, page, checked, hasChanges } = preview
  if (job.state === 'held' || job.state === 'closed') redirect(`/employer/jobs/${id}/edit`)
  if (!checked.ok || !page) {
    return (
      <div className="grid max-w-2xl gap-5">
        <PageHeading title="No preview yet" lead={job.companyName} />
        <Faults faults={checked.ok ? {} : checked.faults} editHref={`/employer/jobs/${id}/edit?check=1`} />
        <p>
          <a href={`/employer/jobs/${id}/edit`}>Back to the form</a>
        </p>
      </div>
    )
  }
  return (
    <div className="grid gap-6">
      <PreviewBar
        publicId={job.publicId}
        isOpen={job.state === 'published'}
        hasChanges={hasChanges}
        mayPublish={mayAs(job.role, 'recruiter')}
        unknownSkills={checked.facts.unknownSkills}
        payImplausible={page.payImplausible}
      />
      <JobArticle job={page} locale={env().BOARD_LOCALE} apply={<ApplyLink url={page.applyUrl} />} />
    </div>
  )
}
