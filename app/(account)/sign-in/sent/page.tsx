import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { AccountPage } from '@/components/accounts/account-page'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { getProofOfFlow } from '@/lib/accounts/queries'
import { cookieName } from '@/lib/web/cookies'
import { keptForm } from '@/lib/web/forms'

export const metadata: Metadata = { title: 'Look into your mail', robots: { index: false } }

export default async function SignInSentRoute({ searchParams }: PageProps<'/sign-in/sent'>) {
  const flow = (await cookies()).get(cookieName('flow'))?.value
  const [proof, kept] = await Promise.all([getProofOfFlow(flow), keptForm((await searchParams).kept)])
  return (
    <AccountPage
      title="Look into your mail"
      lead={
        proof ? (
          <>
            If <strong>{proof.email}</strong> is your address, a link and a code are on their way to it. Both
            work for ten minutes.
          </>
        ) : (
          'No code is waiting in this browser any more.'
        )
      }
    >
      {kept?.message ? <Notice look="closed" role="alert" title={kept.message} /> : null}
      {proof ? (
        <form method="post" action="/api/sign-in/code" className="grid gap-4">
          <TextField
            id="code"
            name="code"
            label="Code of six digits"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
            autoFocus
            error={kept?.errors.code}
          />
          <div>
            <Button type="submit" look="primary">
              Sign in
            </Button>
          </div>
        </form>
      ) : null}
      <p className="text-ink-2">
        No mail? Look among the unwanted ones. To an address that never signed in we send three a day at most.{' '}
        <Link href="/sign-in">Ask for a new one</Link>
      </p>
    </AccountPage>
  )
}
