import { oneOpening } from '@/lib/jobs/input'
import { mergeOpenings } from '@/lib/jobs/merge'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'jobs.merge',
  access: 'signed-in',
  input: oneOpening,
  run: ({ actor, input }) => mergeOpenings(actor, input),
  done: ({ slug, jobs }) => ({
    to: `/employer/companies/${slug}/duplicates`,
    message: `${jobs} jobs count as one opening now.`,
  }),
  refusals: { 'too-few': { status: 422, message: 'Choose at least two jobs that are one opening.' } },
  form: ({ params }) => `/employer/companies/${params.slug}/duplicates`,
})
