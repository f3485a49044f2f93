import { pauseImport } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.pause',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => pauseImport(actor, input),
  done: ({ id }) => ({
    to: `/employer/imports/${id}`,
    message: 'It rests: nothing comes in and nothing is closed until you resume it.',
  }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})
