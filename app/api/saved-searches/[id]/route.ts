import { changeSearch } from '@/lib/alerts/commands'
import { changeSearchInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'alerts.change',
  access: 'signed-in',
  input: changeSearchInput,
  run: ({ actor, input }) => changeSearch(actor, input),
  done: () => ({ to: '/account/searches', message: 'Changed.' }),
  refusals: { 'not-found': { status: 404, message: 'This is not here.' } },
  form: ({ params }) => `/account/searches?${new URLSearchParams({ changing: String(params.id) })}`,
})
