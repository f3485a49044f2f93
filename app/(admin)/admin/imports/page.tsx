import type { Metadata } from 'next'
import { FormMessage } from '@/components/employer/form-message'
import { AddImportForm } from '@/components/imports/add-import-form'
import { ImportList } from '@/components/imports/import-list'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { LISTED_IMPORTS, listImports } from '@/lib/imports/page-queries'
import { freshKey, keptForm } from '@/lib/web/forms'
import { requireAdmin } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Imports of this board' }

export default async function AdminImportsRoute({ searchParams }: PageProps<'/admin/imports'>) {
  await requireAdmin('/admin/imports')
  const { kept: keptId, only } = await searchParams
  const isTroubled = only === 'troubled'
  const [rows, kept] = await Promise.all([
    listImports('board', isTroubled ? 'troubled' : 'all'),
    keptForm(keptId),
  ])
  return (
    <>
      <PageHeading
        title="Imports of this board"
        lead="Those that failed stand first. A list of many boards is quicker read in with npm run import:list."
        aside={
          isTroubled ? (
            <a href="/admin/imports">Show all</a>
          ) : (
            <a href="/admin/imports?only=troubled">Show only those in trouble</a>
          )
        }
      />
      <FormMessage message={kept?.message} />
      <section aria-label="Boards" className="pb-8">
        {rows.length > 0 ? (
          <ImportList rows={rows} href="/admin/imports" locale={env().BOARD_LOCALE} showCompany />
        ) : (
          <p className="text-ink-2">{isTroubled ? 'None is in trouble.' : 'There is none yet.'}</p>
        )}
        {rows.length === LISTED_IMPORTS ? (
          <p className="pt-2 text-14 text-ink-2">The first {LISTED_IMPORTS} are shown.</p>
        ) : null}
      </section>
      <section aria-labelledby="add">
        <h2 id="add" className="pb-3 text-18 font-semibold">
          Add a board
        </h2>
        <AddImportForm
          action="/api/admin/imports"
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
