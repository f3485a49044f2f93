import { importConsent } from '@/lib/companies/input'
import { setImportConsent } from '@/lib/imports/consent'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.import_consent',
  access: 'signed-in',
  input: importConsent,
  run: ({ actor, input }) => setImportConsent(actor, input),
  done: ({ slug, withdrawing }, { input }) => ({
    to: `/employer/companies/${slug}`,
    json: { slug, withdrawing },
    message:
      input.imports === 'refuse'
        ? `Nothing is imported any more; ${withdrawing === 1 ? 'one job is' : `${withdrawing} jobs are`} being withdrawn.`
        : 'Jobs may be imported again.',
  }),
  refusals: {},
  form: ({ params }) => `/employer/companies/${params.slug}`,
})
