import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompanyForm } from '@/components/employer/company-form'
import { FormMessage } from '@/components/employer/form-message'
import { ImportConsent } from '@/components/imports/import-consent'
import { PageHeading } from '@/components/ui/page-heading'
import { getCompanyOf } from '@/lib/companies/queries'
import { mayAs } from '@/lib/companies/rules'
import { env } from '@/lib/env'
import { countUnwanted } from '@/lib/imports/withdraw'
import { keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Edit company' }

export default async function CompanyRoute({
  params,
  searchParams,
}: PageProps<'/employer/companies/[slug]'>) {
  const { slug } = await params
  const viewer = await requireViewer(`/employer/companies/${slug}`)
  const company = await getCompanyOf(viewer.userId, slug)
  if (!company || !mayAs(company.role, 'owner')) notFound()
  const kept = await keptForm((await searchParams).kept)
  const typed = (name: string, stored: string) => kept?.values[name]?.[0] ?? stored
  return (
    <>
      <PageHeading title={company.name} lead={<a href={`/companies/${company.slug}`}>Its public page</a>} />
      <FormMessage message={kept?.message} />
      <CompanyForm
        action={`/api/employer/companies/${company.slug}`}
        values={{
          name: typed('name', company.name),
          website: typed('website', company.website ?? ''),
          about: typed('about', company.about),
        }}
        errors={kept?.errors ?? {}}
        submit="Save"
      />
      <ImportConsent
        slug={company.slug}
        refusesImports={company.refusesImports}
        withdrawing={company.refusesImports ? await countUnwanted(company.id) : 0}
        locale={env().BOARD_LOCALE}
      />
    </>
  )
}
