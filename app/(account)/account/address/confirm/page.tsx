import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/account-page'
import { Button, ButtonLink } from '@/components/ui/button'
import { getOpenProof } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = {
  title: 'Your new address',
  robots: { index: false },
  referrer: 'same-origin',
}

export default async function ConfirmAddressRoute({ searchParams }: PageProps<'/account/address/confirm'>) {
  const token = [(await searchParams).token].flat()[0] ?? ''
  const viewer = await requireViewer(`/account/address/confirm?${new URLSearchParams({ token })}`)
  const proof = await getOpenProof(token, 'change_address', viewer.userId)
  if (!proof) {
    return (
      <AccountPage
        title="This link is spent"
        lead="It was used, is older than ten minutes, or belongs to another account."
      >
        <p>
          <ButtonLink href="/account/sign-in">Ask for a new one</ButtonLink>
        </p>
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title="Use this address?"
      lead={`From now on you sign in as ${proof.email}, no longer as ${viewer.email}.`}
    >
      <form method="post" action="/api/account/address/confirm">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" look="primary">
          Use {proof.email}
        </Button>
      </form>
    </AccountPage>
  )
}
