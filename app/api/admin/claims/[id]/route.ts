import { decideClaim } from '@/lib/companies/claims'
import { claimVerdict } from '@/lib/companies/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.decide_claim',
  access: 'signed-in',
  input: claimVerdict,
  run: ({ actor, input }) => decideClaim(actor, input),
  done: (_, { input }) => ({
    to: '/admin/claims',
    message: input.verdict === 'grant' ? 'The company is theirs now.' : 'The claim is refused.',
  }),
  refusals: { 'not-waiting': { status: 409, message: 'This claim waits for nobody any more.' } },
  form: () => '/admin/claims',
})
