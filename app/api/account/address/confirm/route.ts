import { confirmAddress } from '@/lib/accounts/address'
import { confirmByLinkInput } from '@/lib/accounts/input'
import { cookieName } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'
import { networkLimit } from '@/lib/web/sign-in-limits'

export const POST = write({
  route: 'address.confirm',
  access: 'signed-in',
  input: confirmByLinkInput,
  limits: ({ client }) => [networkLimit('link', client)],
  run: ({ actor, input, cookies }) =>
    confirmAddress(actor, { token: input.token, sessionToken: cookies.get(cookieName('session')) }),
  done: () => ({
    to: '/account/sign-in',
    message: 'Your address is changed. Other browsers are signed out.',
  }),
  refusals: {
    spent: {
      status: 410,
      message: 'This link was used, is older than ten minutes, or belongs to another account.',
    },
    taken: { status: 409, message: 'Another account has this address. Sign in with it instead.' },
  },
  form: () => '/account/sign-in',
})
