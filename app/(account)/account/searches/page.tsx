import type { Metadata } from 'next'
import { SavedSearchRow } from '@/components/alerts/saved-search-row'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { cadences } from '@/db/values'
import { listSavedSearches } from '@/lib/alerts/queries'
import { env } from '@/lib/env'
import { rolesWithNews } from '@/lib/newsletters/queries'
import { type KeptForm, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Saved searches' }

export default async function SavedSearchesRoute({ searchParams }: PageProps<'/account/searches'>) {
  const viewer = await requireViewer('/account/searches')
  const { kept, changing } = await searchParams
  const [searches, told, form] = await Promise.all([
    listSavedSearches(viewer),
    rolesWithNews(),
    keptForm(kept),
  ])
  const typed = form ? typedOf(form) : null
  return (
    <>
      <PageHeading title="Saved searches" lead="Each mails you every new job that matches, once." />
      {form?.message ? (
        <Notice look="closed" role="alert">
          {form.message}
        </Notice>
      ) : null}
      {searches.length === 0 ? (
        <EmptyState
          title="No saved search yet"
          step={
            <ButtonLink href="/jobs" look="primary">
              Find jobs
            </ButtonLink>
          }
        >
          Narrow the jobs to those you want, then choose “Save search”. New ones that match come by mail.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {searches.map((search) => (
            <SavedSearchRow
              key={search.id}
              search={search}
              offersNews={search.role !== null && told.has(search.role)}
              locale={env().BOARD_LOCALE}
              kept={search.id === changing ? typed : null}
            />
          ))}
        </ul>
      )}
    </>
  )
}

function typedOf({ values, errors }: KeptForm) {
  const [name, cadence] = [values.name?.[0], cadences.find((one) => one === values.cadence?.[0])]
  const news = values.news !== undefined
  return { errors, news, ...(name !== undefined && { name }), ...(cadence && { cadence }) }
}
