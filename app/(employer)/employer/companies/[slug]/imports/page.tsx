import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormMessage } from '@/components/employer/form-message'
import { AddImportForm } from '@/components/imports/add-import-form'
import { ImportList } from '@/components/imports/import-list'
import { PageHeading } from '@/components/ui/page-heading'
import { getCompanyOf } from '@/lib/companies/queries'
import { mayAs } from '@/lib/companies/rules'
import { env } from '@/lib/env'
import { listImports } from '@/lib/imports/page-queries'
import { freshKey, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Imports' }

export default async function ImportsRoute({
  params,
  searchParams,
}: PageProps<'/employer/companies/[slug]/imports'>) {
  const { slug } = await params
  const viewer = await requireViewer(`/employer/companies/${slug}/imports`)
  const company = await getCompanyOf(viewer.userId, slug)
  if (!company || !mayAs(company.role, 'recruiter')) notFound()
  const [rows, kept] = await Promise.all([
    listImports({ companyId: company.id }),
    keptForm((await searchParams).kept),
  ])
  return (
    <>
      <PageHeading
        title={`Imports of ${company.name}`}
        lead="Name the board where your jobs are now: all of them come in, and stay in step with it."
      />
      <FormMessage message={kept?.message} />
      {rows.length > 0 ? (
        <section aria-labelledby="boards" className="pb-8">
          <h2 id="boards" className="pb-2 text-18 font-semibold">
            Boards
          </h2>
          <ImportList rows={rows} href={`/employer/companies/${slug}/imports`} locale={env().BOARD_LOCALE} />
        </section>
      ) : null}
      <section aria-labelledby="add">
        <h2 id="add" className="pb-3 text-18 font-semibold">
          Add a board
        </h2>
        <AddImportForm
          action={`/api/employer/companies/${slug}/imports`}
          values={{
            board: kept?.values.board?.[0] ?? '',
            kind: kept?.values.kind?.[0] ?? '',
            columns: kept?.values.columns?.[0] ?? '',
          }}
          errors={kept?.errors ?? {}}
          idempotencyKey={freshKey()}
        />
      </section>
    </>
  )
}
