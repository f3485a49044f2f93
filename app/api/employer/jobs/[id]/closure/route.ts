import { closeJob } from '@/lib/jobs/commands'
import { closing } from '@/lib/jobs/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.close',
  access: 'signed-in',
  input: closing,
  run: ({ actor, input }) => closeJob(actor, { jobId: input.id, reason: input.reason }),
  done: ({ jobId }) => ({
    to: `/employer/jobs/${jobId}/edit`,
    message: 'Closed. Its page stays and says why.',
    json: { jobId, state: 'closed' },
  }),
  refusals: { 'not-open': { status: 409, message: 'This job is not open, so it cannot be closed.' } },
  form: ({ params }) => `/employer/jobs/${params.id}/edit`,
})
