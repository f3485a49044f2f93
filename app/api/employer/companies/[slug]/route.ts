import { z } from 'zod'
import { updateCompany } from '@/lib/companies/commands'
import { companyForm } from '@/lib/companies/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.update',
  access: 'signed-in',
  input: companyForm.extend({ slug: z.string().max(100) }),
  run: ({ actor, input }) => updateCompany(actor, input),
  done: ({ slug, name }) => ({ to: '/employer', message: `${name} was changed.`, json: { slug, name } }),
  refusals: {},
  form: ({ params }) => `/employer/companies/${params.slug}`,
})
