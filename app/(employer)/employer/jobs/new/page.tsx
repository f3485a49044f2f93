import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormMessage } from '@/components/employer/form-message'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { PageHeading } from '@/components/ui/page-heading'
import { mayAs } from '@/lib/companies/rules'
import { freshKey, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Write a job' }

/** A GET makes nothing: the draft begins with the button. */
export default async function NewJobRoute({ searchParams }: PageProps<'/employer/jobs/new'>) {
  const { company, kept } = await searchParams
  const asked = typeof company === 'string' ? company : ''
  const viewer = await requireViewer(
    `/employer/jobs/new${asked ? `?${new URLSearchParams({ company: asked })}` : ''}`,
  )
  const companies = viewer.companies.filter(({ role }) => mayAs(role, 'recruiter'))
  if (companies.length === 0) redirect('/employer/companies/new')
  const form = await keptForm(kept)
  return (
    <>
      <PageHeading
        title="Write a job"
        lead="It begins as a draft that only your company sees. You publish it when it is ready."
      />
      <FormMessage message={form?.message} />
      <form method="post" action="/api/employer/jobs" className="grid max-w-md gap-5 text-16">
        <input type="hidden" name="idempotencyKey" value={freshKey()} />
        <SelectField
          id="company"
          name="company"
          label="Company"
          defaultValue={asked || companies[0]?.slug}
          error={form?.errors.company}
        >
          {companies.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
        <div>
          <Button type="submit" look="primary">
            Begin the draft
          </Button>
        </div>
      </form>
    </>
  )
}
