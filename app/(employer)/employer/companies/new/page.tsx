import type { Metadata } from 'next'
import { CompanyForm } from '@/components/employer/company-form'
import { FormMessage } from '@/components/employer/form-message'
import { PageHeading } from '@/components/ui/page-heading'
import { freshKey, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Create a company' }

export default async function NewCompanyRoute({ searchParams }: PageProps<'/employer/companies/new'>) {
  await requireViewer('/employer/companies/new')
  const kept = await keptForm((await searchParams).kept)
  const typed = (name: string) => kept?.values[name]?.[0] ?? ''
  return (
    <>
      <PageHeading
        title="Create a company"
        lead="You will own it. Its page shows what you write here and its open jobs."
      />
      <FormMessage message={kept?.message} />
      <CompanyForm
        action="/api/employer/companies"
        values={{ name: typed('name'), website: typed('website'), about: typed('about') }}
        errors={kept?.errors ?? {}}
        submit="Create the company"
        idempotencyKey={freshKey()}
      />
    </>
  )
}
