import { stateRefusals } from '@/components/employer/words'
import { saveDraft } from '@/lib/jobs/draft-commands'
import { draftOf, sentForm } from '@/lib/jobs/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.save',
  access: 'signed-in',
  input: sentForm,
  run: ({ actor, input }) =>
    saveDraft(actor, { jobId: input.id, form: draftOf(input), seenAt: input.seenAt }),
  done: ({ jobId, newerElsewhere, ...saved }, { input }) => ({
    to: `/employer/jobs/${jobId}/${input.after}`,
    message: newerElsewhere ? 'Saved. It replaced what was saved elsewhere in the meantime.' : 'Saved.',
    json: { ...saved, newerElsewhere },
  }),
  refusals: { held: stateRefusals.held, closed: stateRefusals.closed },
  form: ({ params }) => `/employer/jobs/${params.id}/edit`,
})
