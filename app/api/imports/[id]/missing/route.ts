import { closeMissingNow } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.close_missing',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => closeMissingNow(actor, input),
  done: ({ id, closed }) => ({
    to: `/employer/imports/${id}`,
    message: closed === 1 ? 'One job is closed.' : `${closed} jobs are closed.`,
    json: { id, closed },
  }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})
