import { changeSearch } from '@/lib/alerts/commands'
import { changeSearchInput } from '@/lib/alerts/input'
import { hasNews } from '@/lib/newsletters/queries'
import { write } from '@/lib/web/handler'
import { newsRefusals } from '@/lib/web/news-refusals'

export const POST = write({
  route: 'alerts.change',
  access: 'signed-in',
  input: changeSearchInput,
  run: ({ actor, input }) => changeSearch(actor, input, hasNews),
  done: () => ({ to: '/account/searches', message: 'Changed.' }),
  refusals: { ...newsRefusals, 'not-found': { status: 404, message: 'This is not here.' } },
  form: ({ params }) => `/account/searches?${new URLSearchParams({ changing: String(params.id) })}`,
})
