import { checkClaim } from '@/lib/companies/claims'
import { oneClaim } from '@/lib/companies/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'companies.check_claim',
  access: 'signed-in',
  input: oneClaim,
  limits: ({ actor }) => [{ bucket: 'claims-check', key: actor.userId, points: 30, seconds: 3600 }],
  run: ({ actor, input }) => checkClaim(actor, input),
  done: ({ slug }) => ({ to: `/companies/${slug}/claim` }),
  refusals: {},
  form: () => '/companies',
})
