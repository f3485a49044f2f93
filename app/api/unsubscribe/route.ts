import { unsubscribe } from '@/lib/alerts/commands'
import { oneClickInput } from '@/lib/alerts/input'
import { type Handler, write } from '@/lib/web/handler'

const oneClick = write({
  route: 'alerts.one-click',
  access: 'anyone',
  from: 'anywhere',
  input: oneClickInput,
  run: ({ actor, input }) => unsubscribe(actor, input.token),
  done: () => ({ to: '/', json: { unsubscribed: true } }),
  refusals: { 'not-found': { status: 404, message: 'This link belongs to no saved search.' } },
  form: () => '/unsubscribe',
})

/** RFC 8058: a mail service sends a form without cookies and follows no redirect, so it is answered like a program. */
export const POST: Handler = (request) => {
  const headers = new Headers(request.headers)
  headers.set('accept', 'application/json')
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return oneClick(new Request(request, { headers }), { params: Promise.resolve({ token }) })
}
