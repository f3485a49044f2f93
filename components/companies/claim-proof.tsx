import { Watch } from '@/components/imports/watch'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ClaimOf } from '@/lib/companies/claim-queries'
import { proofAddress, proofRecord } from '@/lib/companies/claim-rules'

/** Where a claim stands, and what is to be done next. */
export function ClaimProof({ claim, slug }: { claim: ClaimOf; slug: string }) {
  const { domain, token } = claim
  if (claim.state === 'refused')
    return (
      <Notice look="closed" title={domain}>
        The operator of this board refused this claim.
      </Notice>
    )
  if (claim.state !== 'open')
    return (
      <Notice look="time" title={`${domain} is proven`}>
        Nothing here says that it is the company’s own domain, so the operator of this board looks at it. You
        need do nothing more.
      </Notice>
    )
  const isAwaited = claim.checkedAt === null && claim.lastError === null
  return (
    <section
      aria-label={`Proof for ${domain}`}
      className="grid gap-3 border-l-4 border-line bg-paper-2 px-4 py-3"
    >
      <h2 className="text-18 font-semibold">Show that {domain} is yours: one of the two</h2>
      {claim.isWaiting ? (
        <p className="text-15">
          You have an address there, so the operator of this board looks at it. You need do nothing more; with
          one of the two it goes at once.
        </p>
      ) : null}
      <ol className="grid list-decimal gap-3 pl-5 text-15">
        <li>
          Put a text file with this code at <code className="break-all">{proofAddress(domain)}</code>
          <pre className="mt-1 overflow-x-auto rounded border border-line bg-paper px-3 py-2 text-14">
            {token}
          </pre>
        </li>
        <li>
          Or add a TXT record to the DNS of {domain}
          <pre className="mt-1 overflow-x-auto rounded border border-line bg-paper px-3 py-2 text-14">
            {proofRecord(token)}
          </pre>
        </li>
      </ol>
      {claim.lastError ? (
        <p role="alert" className="text-15 font-medium text-closed">
          <span aria-hidden="true">! </span>
          {claim.lastError}
        </p>
      ) : null}
      <form method="post" action={`/api/claims/${claim.id}/check`}>
        <Button type="submit" look="primary">
          {claim.lastError ? 'Look again' : 'It is there: look'}
        </Button>
      </form>
      <Waiting isAwaited={isAwaited} slug={slug} />
    </section>
  )
}

/** Nobody can tell whether a look was asked for: the page is drawn anew for as long as somebody reads it. */
function Waiting({ isAwaited, slug }: { isAwaited: boolean; slug: string }) {
  if (!isAwaited) return null
  return (
    <p className="text-14 text-ink-2">
      After you pressed the button the answer stands here within seconds.{' '}
      <a href={`/companies/${slug}/claim`}>See now</a>
      <Watch />
    </p>
  )
}
