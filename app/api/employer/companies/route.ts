import { createCompany } from '@/lib/companies/commands'
import { companyForm } from '@/lib/companies/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.create',
  access: 'signed-in',
  input: companyForm,
  creates: true,
  run: ({ actor, input }) => createCompany(actor, input),
  done: ({ slug, name }) => ({
    to: `/employer/jobs/new?${new URLSearchParams({ company: slug })}`,
    message: `${name} is here now. Next: its first job.`,
    json: { slug, name },
    status: 201,
  }),
  refusals: {},
  form: () => '/employer/companies/new',
})
