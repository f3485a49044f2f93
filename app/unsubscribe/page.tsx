import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { getSearchOfToken } from '@/lib/alerts/queries'

export const metadata: Metadata = { title: 'Stop mails', robots: { index: false }, referrer: 'same-origin' }

/** Where the link in a mail leads. Opening it changes nothing: mail scanners open links too. */
export default async function UnsubscribeRoute({ searchParams }: PageProps<'/unsubscribe'>) {
  const { token } = await searchParams
  const search = typeof token === 'string' ? await getSearchOfToken(token) : null
  if (!search) notFound()
  return (
    <div className="wrap max-w-2xl py-10">
      {search.isStopped ? (
        <>
          <PageHeading title="No more mail of this search" lead={search.name} />
          <ButtonLink href="/account/searches">Your saved searches</ButtonLink>
        </>
      ) : (
        <>
          <PageHeading title="Stop mails of this search?" lead={search.name} />
          <form method="post" action="/api/unsubscribe/confirm">
            <input type="hidden" name="token" value={token} />
            <Button type="submit" look="primary">
              Stop mails
            </Button>
          </form>
        </>
      )}
    </div>
  )
}
