import { env } from '@/lib/env'
import { composeMail } from '@/lib/mail/templates'
import { PROOF_MINUTES } from './rules'

const links = {
  signIn: (token: string) => `${env().BASE_URL}/sign-in/confirm?token=${token}`,
  changeAddress: (token: string) => `${env().BASE_URL}/account/address/confirm?token=${token}`,
  security: () => `${env().BASE_URL}/account/sign-in`,
}

export function signInMail({ token, code }: { token: string; code: string }) {
  const board = env().BOARD_NAME
  return composeMail({
    subject: `Your sign-in to ${board}`,
    parts: [
      { text: 'Open this link, and press the button there:' },
      { button: { label: `Sign in to ${board}`, href: links.signIn(token) } },
      { text: 'Or type this code into the page on which you asked for it:' },
      { code },
      { text: `Both work once, for ${PROOF_MINUTES} minutes.` },
    ],
    why: 'You get this mail because somebody typed this address here to sign in. If it was not you, ignore it: nobody is signed in without it.',
  })
}

export function newAddressMail(token: string) {
  return composeMail({
    subject: `Is this your new address for ${env().BOARD_NAME}?`,
    parts: [
      { text: 'Open this link where you are signed in, and press the button there:' },
      { button: { label: 'Use this address', href: links.changeAddress(token) } },
      { text: `The link works once, for ${PROOF_MINUTES} minutes.` },
    ],
    why: 'You get this mail because somebody who is signed in typed this address as their new one. If it was not you, ignore it: nothing changes without it.',
  })
}

export function oldAddressMail() {
  return composeMail({
    subject: `A change of your address for ${env().BOARD_NAME} was asked for`,
    parts: [
      {
        text: 'Somebody who is signed in as you asked to use another address from now on. It changes once the new address is confirmed.',
      },
      { text: 'If it was not you, sign in, sign out everywhere, and tell whoever runs this board.' },
      { button: { label: 'Sign-in and security', href: links.security() } },
    ],
    why: 'You get this mail because this is the address of your account.',
  })
}
