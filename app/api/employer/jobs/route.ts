import { createDraft } from '@/lib/jobs/draft-commands'
import { newJob } from '@/lib/jobs/input'
import { NotFound } from '@/lib/outcome'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.create',
  access: 'signed-in',
  input: newJob,
  creates: true,
  run: ({ actor, viewer, input }) => {
    const company = viewer.companies.find((known) => known.slug === input.company)
    if (!company) throw new NotFound()
    return createDraft(actor, { companyId: company.id })
  },
  done: ({ jobId }) => ({ to: `/employer/jobs/${jobId}/edit`, json: { jobId }, status: 201 }),
  refusals: {},
  form: ({ values }) => `/employer/jobs/new?${new URLSearchParams({ company: values.company?.[0] ?? '' })}`,
})
