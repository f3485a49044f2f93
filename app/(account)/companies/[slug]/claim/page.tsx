import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClaimProof } from '@/components/companies/claim-proof'
import { FormMessage } from '@/components/employer/form-message'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { getClaimPage } from '@/lib/companies/claim-queries'
import { keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Claim a company', robots: { index: false } }

export default async function ClaimRoute({ params, searchParams }: PageProps<'/companies/[slug]/claim'>) {
  const { slug } = await params
  const viewer = await requireViewer(`/companies/${slug}/claim`)
  const page = await getClaimPage(viewer.userId, slug)
  if (!page) notFound()
  const kept = await keptForm((await searchParams).kept)
  const isMine = viewer.companies.some((company) => company.slug === slug)
  return (
    <div className="wrap py-6">
      <PageHeading
        title={`Claim ${page.name}`}
        lead={
          <>
            Its jobs came here from its own site. Whoever shows that a domain of the company is theirs may
            edit, withdraw and merge them, or refuse imports for good.{' '}
            <a href={`/companies/${slug}`}>Its page</a>
          </>
        }
      />
      <FormMessage message={kept?.message} />
      {isMine ? (
        <Notice look="good">
          You keep this company here. <a href={`/employer/companies/${slug}`}>Go to it</a>
        </Notice>
      ) : page.hasPeople ? (
        <Notice>People of this company keep it here already. Ask them to let you in.</Notice>
      ) : (
        <div className="grid max-w-2xl gap-8">
          {page.claims.map((claim) => (
            <ClaimProof key={claim.id} claim={claim} slug={slug} />
          ))}
          <form method="post" action={`/api/companies/${slug}/claims`} className="grid gap-5 text-16">
            <TextField
              id="claim-domain"
              name="domain"
              label={page.claims.length > 0 ? 'Another domain of the company' : 'A domain of the company'}
              required
              maxLength={300}
              autoComplete="off"
              placeholder="example.com"
              defaultValue={kept?.values.domain?.[0] ?? ''}
              error={kept?.errors.domain}
              help={`If you signed in with an address there of those who hire or run the site, such as jobs@ or info@, nothing more is needed. You are ${viewer.email}.`}
            />
            <div>
              <Button type="submit" look="primary">
                Claim it
              </Button>
            </div>
          </form>
        </div>
      )}
    </div>
  )
}
