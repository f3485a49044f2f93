import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/account-page'
import { DemoButtons, OauthButtons } from '@/components/accounts/other-ways'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { safeNext } from '@/lib/accounts/rules'
import { isDemo } from '@/lib/env'
import { keptForm } from '@/lib/web/forms'
import { oauthServices } from '@/lib/web/oauth-services'
import { wordsOfOauthError } from '@/lib/web/oauth-words'
import { currentViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInRoute({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams
  const [viewer, kept] = await Promise.all([currentViewer(), keptForm(params.kept)])
  const next = safeNext(params.next)
  const trouble = kept?.message ?? wordsOfOauthError(params.error)
  return (
    <AccountPage title="Sign in">
      {viewer ? (
        <Notice title={`You are signed in as ${viewer.email}.`}>
          <ButtonLink href={next}>Go on</ButtonLink>
        </Notice>
      ) : null}
      {trouble ? <Notice look="closed" role="alert" title={trouble} /> : null}
      <SignInForm next={next} email={kept?.values.email?.[0]} error={kept?.errors.email} />
      <OauthButtons services={oauthServices()} next={next} />
      {isDemo() ? <DemoButtons next={next} /> : null}
    </AccountPage>
  )
}
