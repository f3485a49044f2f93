import { signOutEverywhere } from '@/lib/accounts/commands'
import { nothingInput } from '@/lib/accounts/input'
import { endedSessionCookie } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'sign-out.everywhere',
  access: 'signed-in',
  input: nothingInput,
  run: ({ actor }) => signOutEverywhere(actor),
  done: () => ({
    to: '/sign-in',
    message: 'You are signed out everywhere.',
    cookies: [endedSessionCookie()],
    headers: { 'clear-site-data': '"cache"' },
  }),
  refusals: {},
  form: () => '/account/sign-in',
})
