import { importConsent } from '@/lib/companies/input'
import { setImportConsent } from '@/lib/imports/consent'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.import_consent',
  access: 'signed-in',
  input: importConsent,
  run: ({ actor, input }) => setImportConsent(actor, input),
  done: ({ slug, withdrawn }, { input }) => ({
    to: `/employer/companies/${slug}`,
    json: { slug, withdrawn },
    message:
      input.imports === 'refuse'
        ? `Nothing is imported any more; ${withdrawn === 1 ? 'one job is' : `${withdrawn} jobs are`} withdrawn.`
        : 'Jobs may be imported again.',
  }),
  refusals: {},
  form: ({ params }) => `/employer/companies/${params.slug}`,
})
