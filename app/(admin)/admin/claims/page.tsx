import type { Metadata } from 'next'
import { FormMessage } from '@/components/employer/form-message'
import { dayText } from '@/components/format'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { listWaitingClaims } from '@/lib/companies/claim-queries'
import { env } from '@/lib/env'
import { keptForm } from '@/lib/web/forms'
import { requireAdmin } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Claims of companies' }

export default async function AdminClaimsRoute({ searchParams }: PageProps<'/admin/claims'>) {
  await requireAdmin('/admin/claims')
  const [claims, kept] = await Promise.all([listWaitingClaims(), keptForm((await searchParams).kept)])
  const locale = env().BOARD_LOCALE
  return (
    <>
      <PageHeading
        title="Claims of companies"
        lead="These people have proven a domain that nothing here connects with the company, or have an address at its domain and no other proof. You decide."
      />
      <FormMessage message={kept?.message} />
      {claims.length === 0 ? <p className="text-ink-2">None waits for you.</p> : null}
      <ul className="border-t border-line">
        {claims.map((claim) => (
          <li
            key={claim.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <div className="grid gap-0.5">
              <p>
                <span className="font-medium">{claim.domain}</span> claims{' '}
                <a href={`/companies/${claim.company.slug}`}>{claim.company.name}</a>
              </p>
              <p className="text-14 break-all text-ink-2">
                {claim.email} · {claim.isProven ? 'the domain is proven' : 'an address, no proof'} ·{' '}
                {dayText(claim.createdAt, locale)}
                {claim.company.hasPeople ? ' · people keep this company already' : ''}
              </p>
            </div>
            <div className="flex gap-2">
              <Verdict id={claim.id} verdict="grant" words="It is theirs" />
              <Verdict id={claim.id} verdict="refuse" words="Refuse" />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Verdict({ id, verdict, words }: { id: string; verdict: string; words: string }) {
  return (
    <form method="post" action={`/api/admin/claims/${id}`}>
      <input type="hidden" name="verdict" value={verdict} />
      <Button type="submit">{words}</Button>
    </form>
  )
}
