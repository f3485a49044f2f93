import { publicationAnswer } from '@/components/employer/publication-answer'
import { stateRefusals } from '@/components/employer/words'
import { editJob } from '@/lib/jobs/commands'
import { draftOf, sentForm } from '@/lib/jobs/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.edit',
  access: 'signed-in',
  input: sentForm,
  run: ({ actor, input }) =>
    editJob(actor, { jobId: input.id, form: input.from === 'form' ? draftOf(input) : undefined }),
  done: (publication) => publicationAnswer(publication, 'The changes are published.'),
  refusals: { held: stateRefusals.held, closed: stateRefusals.closed, draft: stateRefusals.draft },
  form: ({ params }) => `/employer/jobs/${params.id}/edit`,
})
