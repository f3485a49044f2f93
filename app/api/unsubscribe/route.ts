import { unsubscribe } from '@/lib/alerts/commands'
import { oneClickInput } from '@/lib/alerts/input'
import { write } from '@/lib/web/handler'

/** RFC 8058: the POST of a mail service, without cookies; the token in its address is the permission. */
export const POST = write({
  route: 'alerts.one-click',
  access: 'anyone',
  from: 'anywhere',
  input: oneClickInput,
  run: ({ actor, input }) => unsubscribe(actor, input.token),
  done: () => ({ to: '/', json: { unsubscribed: true } }),
  refusals: { 'not-found': { status: 404, message: 'This link belongs to no saved search.' } },
  form: () => '/unsubscribe',
})
