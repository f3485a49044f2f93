import { discardChanges } from '@/lib/jobs/draft-commands'
import { oneJob } from '@/lib/jobs/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.discard_changes',
  access: 'signed-in',
  input: oneJob,
  run: ({ actor, input }) => discardChanges(actor, { jobId: input.id }),
  done: (_, { input }) => ({
    to: `/employer/jobs/${input.id}/edit`,
    message: 'The changes are discarded. The form shows the job as it is published.',
  }),
  refusals: { 'not-open': { status: 409, message: 'This job is not open.' } },
  form: ({ params }) => `/employer/jobs/${params.id}/edit`,
})
