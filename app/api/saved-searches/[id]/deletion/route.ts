import { deleteSearch } from '@/lib/alerts/commands'
import { oneSearchInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'alerts.delete',
  access: 'signed-in',
  input: oneSearchInput,
  run: ({ actor, input }) => deleteSearch(actor, input.id),
  done: () => ({ to: '/account/searches', message: 'Deleted.' }),
  refusals: { 'not-found': { status: 404, message: 'This is not here.' } },
  form: () => '/account/searches',
})
