import { runImportNow } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.run',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => runImportNow(actor, input),
  done: ({ id }) => ({
    to: `/employer/imports/${id}`,
    message: 'It is read now; this page shows how it goes.',
  }),
  refusals: {
    'not-active': {
      status: 409,
      message: 'This import rests or was never published. Publish or resume it first.',
    },
  },
  form: ({ params }) => `/employer/imports/${params.id}`,
})
