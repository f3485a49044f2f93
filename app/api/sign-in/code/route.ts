import { signInByCode } from '@/lib/accounts/commands'
import { confirmByCodeInput } from '@/lib/accounts/input'
import { getProofOfFlow } from '@/lib/accounts/queries'
import { cookieName, sessionCookie } from '@/lib/web/cookies'
import { write } from '@/lib/web/handler'
import { takePoints } from '@/lib/web/rate-limit'
import { addressLimit, countFirstSignIn, networkLimit } from '@/lib/web/sign-in-limits'

const again = 'Ask for a new mail.'

/** The code of the mail, typed into the browser that asked for it. */
export const POST = write({
  route: 'sign-in.code',
  access: 'anyone',
  input: confirmByCodeInput,
  limits: ({ client }) => [networkLimit('code', client)],
  async run({ actor, input, client, cookies }) {
    const flow = cookies.get(cookieName('flow'))
    const proof = await getProofOfFlow(flow)
    if (proof) await takePoints([addressLimit('code', proof.email)])
    return signInByCode(actor, {
      code: input.code,
      flow,
      replacing: cookies.get(cookieName('session')),
      admitNew: () => countFirstSignIn(client),
    })
  },
  done: ({ sessionToken, next }) => ({
    to: next,
    message: 'You are signed in.',
    json: { signedIn: true, next },
    cookies: [sessionCookie(sessionToken)],
  }),
  refusals: {
    wrong: { status: 422, message: 'This is not the code of the newest mail.', field: 'code' },
    'worn-out': {
      status: 422,
      message: `Too many wrong codes. ${again} The link in the mail still works.`,
      field: 'code',
    },
    spent: {
      status: 410,
      message: `No code is waiting in this browser: it was used, or is older than ten minutes. ${again}`,
    },
    disabled: { status: 403, message: 'This account is closed. Write to whoever runs this board.' },
  },
  form: () => '/sign-in/sent',
})
