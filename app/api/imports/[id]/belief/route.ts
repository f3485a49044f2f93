import { believeNext } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.believe',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => believeNext(actor, input),
  done: ({ id }) => ({
    to: `/employer/imports/${id}`,
    message: 'The next answer is believed; it is read now.',
  }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})
