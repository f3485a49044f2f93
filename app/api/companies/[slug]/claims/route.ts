import { claimCompany } from '@/lib/companies/claims'
import { claimForm } from '@/lib/companies/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.claim',
  access: 'signed-in',
  input: claimForm,
  run: ({ actor, input }) => claimCompany(actor, input),
  done: ({ state }, { input }) => ({
    to: state === 'granted' ? `/employer/companies/${input.slug}` : `/companies/${input.slug}/claim`,
    json: { state },
    ...(state === 'granted' ? { message: 'The company is yours. Its jobs stand in your area now.' } : {}),
  }),
  refusals: {
    'no-domain': { status: 422, field: 'domain', message: 'This is no domain. Write it as example.com' },
    anybodys: {
      status: 422,
      field: 'domain',
      message: 'Anybody can have an address or a page there. Name a domain that is the company’s own.',
    },
    'has-people': {
      status: 409,
      message: 'People of this company keep it here already. Ask them to let you in.',
    },
    'too-many': { status: 409, message: 'You have ten open claims. Prove or leave one of them first.' },
  },
  form: ({ params }) => `/companies/${params.slug}/claim`,
})
