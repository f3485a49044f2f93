import { signInByLink } from '@/lib/accounts/commands'
import { confirmByLinkInput } from '@/lib/accounts/input'
import { cookieName, sessionCookie } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'
import { countFirstSignIn, networkLimit } from '@/lib/web/sign-in-limits'

/** The button behind the mailed link. */
export const POST = write({
  route: 'sign-in.confirm',
  access: 'anyone',
  input: confirmByLinkInput,
  limits: ({ client }) => [networkLimit('link', client)],
  run: ({ actor, input, client, cookies }) =>
    signInByLink(actor, {
      token: input.token,
      replacing: cookies.get(cookieName('session')),
      admitNew: () => countFirstSignIn(client),
    }),
  done: ({ sessionToken, next }) => ({
    to: next,
    message: 'You are signed in.',
    json: { signedIn: true, next },
    cookies: [sessionCookie(sessionToken)],
  }),
  refusals: {
    spent: {
      status: 410,
      message: 'This link was used already, or is older than ten minutes. Ask for a new one.',
    },
    disabled: { status: 403, message: 'This account is closed. Write to whoever runs this board.' },
  },
  form: () => '/sign-in',
})
