import { unsubscribe } from '@/lib/alerts/commands'
import { unsubscribeInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

/** The button of the page behind the link in a mail. */
export const POST = write({
  route: 'alerts.unsubscribe',
  access: 'anyone',
  input: unsubscribeInput,
  run: ({ actor, input }) => unsubscribe(actor, input.token),
  done: (_, { input }) => ({ to: `/unsubscribe?${new URLSearchParams({ token: input.token })}` }),
  refusals: { 'not-found': { status: 404, message: 'This link belongs to no saved search.' } },
  form: ({ values }) => `/unsubscribe?${new URLSearchParams({ token: values.token?.[0] ?? '' })}`,
})
