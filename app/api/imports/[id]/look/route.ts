import { lookAgain } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.look',
  access: 'signed-in',
  input: oneImport,
  limits: ({ actor }) => [{ bucket: 'imports-look', key: actor.userId, points: 30, seconds: 3600 }],
  run: ({ actor, input }) => lookAgain(actor, input),
  done: ({ id }) => ({ to: `/employer/imports/${id}?looking=1`, message: 'The source is asked again.' }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})
