import { signInAsDemo } from '@/lib/accounts/demo'
import { demoSignInInput } from '@/lib/accounts/input'
import { cookieName, sessionCookie } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'

/** One click on a demo board; everywhere else this is not here. */
export const POST = write({
  route: 'demo.sign-in',
  access: 'anyone',
  input: demoSignInInput,
  run: ({ actor, input, cookies }) =>
    signInAsDemo(actor, { person: input.person, replacing: cookies.get(cookieName('session')) }),
  done: (token, { input }) => ({
    to: input.next,
    message: `You are signed in as the demo ${input.person}.`,
    json: { signedIn: true },
    cookies: [sessionCookie(token)],
  }),
  refusals: {},
  form: () => '/demo',
})
