import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Faults } from '@/components/employer/faults'
import { FormMessage } from '@/components/employer/form-message'
import { JobEnd } from '@/components/employer/job-end'
import { JobForm } from '@/components/employer/job-form'
import { SettledJob } from '@/components/employer/settled-job'
import { stateWords } from '@/components/employer/words'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { mayAs } from '@/lib/companies/rules'
import { env } from '@/lib/env'
import { type DraftForm, emptyDraft } from '@/lib/jobs/input'
import { getJobForm } from '@/lib/jobs/job-form'
import { type KeptForm, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Edit a job' }

export default async function EditJobRoute({ params, searchParams }: PageProps<'/employer/jobs/[id]/edit'>) {
  const { id } = await params
  const viewer = await requireViewer(`/employer/jobs/${id}/edit`)
  const { kept, check } = await searchParams
  const loaded = await getJobForm(viewer.userId, id, systemClock())
  if (!loaded) notFound()
  const { job, state, checked } = loaded
  const locale = env().BOARD_LOCALE
  const sent = await keptForm(kept)
  if (state === 'held' || state === 'closed') {
    return (
      <SettledJob
        job={job}
        message={sent?.message ?? null}
        typed={sent?.values.text?.[0] ?? null}
        locale={locale}
      />
    )
  }
  if (!mayAs(job.role, 'recruiter')) redirect(`/employer/jobs/${id}/preview`)
  const faults = check === '1' && !checked.ok ? checked.faults : {}
  return (
    <div className="grid gap-6">
      <PageHeading
        title={loaded.form.title.trim() || 'A job without a title yet'}
        lead={`${stateWords[state]} at ${job.companyName}${loaded.hasChanges ? ', with changes that are kept and not published yet' : ''}`}
      />
      <FormMessage message={sent?.message} />
      {Object.keys(faults).length > 0 ? (
        <div className="max-w-2xl">
          <Faults faults={faults} />
        </div>
      ) : null}
      {state === 'published' ? (
        <div className="max-w-2xl">
          <Notice>
            The listing shows what was published. What you change here is kept, and shown once you publish it.
            The date of first publishing never changes.
          </Notice>
        </div>
      ) : null}
      <JobForm
        loaded={loaded}
        values={typedOr(loaded.form, sent)}
        errors={{ ...faults, ...sent?.errors }}
        locale={locale}
      />
      <JobEnd
        publicId={job.publicId}
        state={state}
        hasChanges={loaded.hasChanges}
        errors={sent?.errors ?? {}}
      />
    </div>
  )
}

/** What came back from a refused form, else what is stored. */
function typedOr(stored: DraftForm, sent: KeptForm | null): DraftForm {
  if (!sent || !('title' in sent.values)) return stored
  const names = Object.keys(emptyDraft) as (keyof DraftForm)[]
  return Object.fromEntries(names.map((name) => [name, sent.values[name]?.[0] ?? ''])) as DraftForm
}
