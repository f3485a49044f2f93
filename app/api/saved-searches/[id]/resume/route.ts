import { resumeSearch } from '@/lib/alerts/commands'
import { oneSearchInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'alerts.resume',
  access: 'signed-in',
  input: oneSearchInput,
  run: ({ actor, input }) => resumeSearch(actor, input.id),
  done: () => ({ to: '/account/searches', message: 'Started again. New jobs that match come by mail.' }),
  refusals: { 'not-found': { status: 404, message: 'This is not here.' } },
  form: () => '/account/searches',
})
