import { signOutHere } from '@/lib/accounts/commands'
import { nothingInput } from '@/lib/accounts/input'
import { cookieName, endedSessionCookie } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'sign-out.here',
  access: 'anyone',
  input: nothingInput,
  run: ({ actor, cookies }) => signOutHere(actor, cookies.get(cookieName('session'))),
  done: () => ({
    to: '/',
    message: 'You are signed out.',
    cookies: [endedSessionCookie()],
    // Nothing private comes back with the back button of a shared computer.
    headers: { 'clear-site-data': '"cache"' },
  }),
  refusals: {},
  form: () => '/',
})
