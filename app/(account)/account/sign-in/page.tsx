import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/account-page'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Sign-in and security', robots: { index: false } }

export default async function SecurityRoute({ searchParams }: PageProps<'/account/sign-in'>) {
  const viewer = await requireViewer('/account/sign-in')
  const kept = await keptForm((await searchParams).kept)
  return (
    <AccountPage title="Sign-in and security" lead={`You sign in as ${viewer.email}.`}>
      {kept?.message ? <Notice look="closed" role="alert" title={kept.message} /> : null}
      <form method="post" action="/api/account/address" className="grid gap-4" aria-labelledby="address">
        <h2 id="address" className="text-18 font-semibold">
          Change your address
        </h2>
        <TextField
          id="email"
          name="email"
          type="email"
          label="New e-mail address"
          help="We mail a link to it, and a notice to your present address."
          autoComplete="email"
          maxLength={254}
          required
          defaultValue={kept?.values.email?.[0]}
          error={kept?.errors.email}
        />
        <div>
          <Button type="submit">Mail the link</Button>
        </div>
      </form>
      <form
        method="post"
        action="/api/sign-out/everywhere"
        className="grid gap-3"
        aria-labelledby="everywhere"
      >
        <h2 id="everywhere" className="text-18 font-semibold">
          Sign out everywhere
        </h2>
        <p className="text-ink-2">Ends your sessions in every browser, this one too.</p>
        <div>
          <Button type="submit" look="danger">
            Sign out everywhere
          </Button>
        </div>
      </form>
    </AccountPage>
  )
}
