import { lookAgain } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.look',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => lookAgain(actor, input),
  done: ({ id }) => ({ to: `/employer/imports/${id}?looking=1`, message: 'The source is asked again.' }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})
