import { askForSignIn } from '@/lib/accounts/commands'
import { askSignInInput } from '@/lib/accounts/input'
import { cookieName, flowCookie } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'
import { addressLimit, networkLimit } from '@/lib/web/sign-in-limits'

/** Asks for a link and a code by mail. The answer never tells whether the address is known. */
export const POST = write({
  route: 'sign-in.ask',
  access: 'anyone',
  input: askSignInInput,
  limits: ({ client, input }) => [networkLimit('ask', client), addressLimit('ask', input.email)],
  run: ({ actor, input, cookies }) =>
    askForSignIn(actor, { ...input, flow: cookies.get(cookieName('flow')) }),
  done: (flow) => ({ to: '/sign-in/sent', json: { sent: true }, status: 202, cookies: [flowCookie(flow)] }),
  refusals: {},
  form: ({ values }) => `/sign-in?${new URLSearchParams({ next: values.next?.[0] ?? '/' })}`,
})
