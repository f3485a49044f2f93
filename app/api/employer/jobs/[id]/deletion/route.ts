import { deleteDraft } from '@/lib/jobs/draft-commands'
import { oneJob } from '@/lib/jobs/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.delete_draft',
  access: 'signed-in',
  input: oneJob,
  run: ({ actor, input }) => deleteDraft(actor, { jobId: input.id }),
  done: () => ({ to: '/employer', message: 'The draft is deleted.' }),
  refusals: {
    'not-draft': { status: 409, message: 'Only a draft can be deleted. Close a published job instead.' },
  },
  form: ({ params }) => `/employer/jobs/${params.id}/edit`,
})
