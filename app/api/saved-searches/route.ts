import { saveSearch } from '@/lib/alerts/commands'
import { saveSearchInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'alerts.save',
  access: 'signed-in',
  input: saveSearchInput,
  creates: true,
  run: ({ actor, input }) => saveSearch(actor, input),
  done: ({ id, existed }) => ({
    to: '/account/searches',
    message: existed
      ? 'This search was saved already. It mails you.'
      : 'Saved. New jobs that match come by mail.',
    json: { id, existed },
    status: existed ? 200 : 201,
  }),
  refusals: {
    'not-understood': {
      status: 422,
      message: 'A part of this search is not understood. Take it away and save again.',
    },
    'too-many': {
      status: 409,
      message: 'You have 50 saved searches, the most there can be. Delete one first.',
    },
  },
  form: ({ values }) => `/account/searches/new?${new URLSearchParams({ query: values.query?.[0] ?? '' })}`,
})
