import { publicationAnswer } from '@/components/employer/publication-answer'
import { stateRefusals } from '@/components/employer/words'
import { publishJob } from '@/lib/jobs/commands'
import { draftOf, sentForm } from '@/lib/jobs/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.publish',
  access: 'signed-in',
  input: sentForm,
  run: ({ actor, input }) =>
    publishJob(actor, { jobId: input.id, form: input.from === 'form' ? draftOf(input) : undefined }),
  done: (publication) => publicationAnswer(publication, 'Published. It is in the listing now.'),
  refusals: { held: stateRefusals.held, closed: stateRefusals.closed },
  form: ({ params }) => `/employer/jobs/${params.id}/edit`,
})
