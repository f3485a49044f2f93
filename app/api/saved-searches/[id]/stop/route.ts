import { stopSearch } from '@/lib/alerts/commands'
import { oneSearchInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'alerts.stop',
  access: 'signed-in',
  input: oneSearchInput,
  run: ({ actor, input }) => stopSearch(actor, input.id),
  done: () => ({ to: '/account/searches', message: 'Stopped. This search sends no mail.' }),
  refusals: { 'not-found': { status: 404, message: 'This is not here.' } },
  form: () => '/account/searches',
})
