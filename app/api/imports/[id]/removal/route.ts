import { removeImport } from '@/lib/imports/commands'
import { oneImport } from '@/lib/imports/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'imports.remove',
  access: 'signed-in',
  input: oneImport,
  run: ({ actor, input }) => removeImport(actor, input),
  done: ({ companySlug }) => ({
    to: companySlug ? `/employer/companies/${companySlug}/imports` : '/admin/imports',
    message: 'The import is ended; its jobs are being withdrawn.',
  }),
  refusals: {},
  form: ({ params }) => `/employer/imports/${params.id}`,
})
