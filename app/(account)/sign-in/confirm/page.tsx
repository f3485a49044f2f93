import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/account-page'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getOpenProof } from '@/lib/accounts/queries'
import { currentViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'same-origin' }

/** Where the mailed link leads. Opening it uses nothing up: mail scanners open links too. */
export default async function ConfirmSignInRoute({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const token = [(await searchParams).token].flat()[0]
  const [proof, viewer] = await Promise.all([getOpenProof(token, 'sign_in'), currentViewer()])
  if (!proof) return <Spent email={viewer?.email ?? null} />
  return (
    <AccountPage title="Sign in" lead={proof.email}>
      <form method="post" action="/api/sign-in/confirm">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" look="primary">
          Sign in as {proof.email}
        </Button>
      </form>
    </AccountPage>
  )
}

function Spent({ email }: { email: string | null }) {
  if (email) {
    return (
      <AccountPage title="You are signed in" lead={email}>
        <p>
          <ButtonLink href="/" look="primary">
            Go on
          </ButtonLink>
        </p>
      </AccountPage>
    )
  }
  return (
    <AccountPage title="This link is spent">
      <Notice look="time" role="alert" title="It was used already, or is older than ten minutes.">
        Ask for a new one here.
      </Notice>
      <SignInForm next="/" />
    </AccountPage>
  )
}
