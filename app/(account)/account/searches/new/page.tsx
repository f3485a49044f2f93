import type { Metadata } from 'next'
import { NewSearchForm } from '@/components/alerts/new-search-form'
import { NewsPreview } from '@/components/alerts/news-preview'
import { SearchPreview } from '@/components/alerts/search-preview'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { type Cadence, cadences } from '@/db/values'
import { newSearchHref } from '@/lib/alerts/links'
import { previewSearch } from '@/lib/alerts/queries'
import { readQuery } from '@/lib/alerts/query'
import { env } from '@/lib/env'
import { previewNews } from '@/lib/newsletters/queries'
import { freshKey, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Save a search', robots: { index: false } }

const PREVIEW_DAYS = 30

/** Shows what the search would have sent before it is saved (promise 5). */
export default async function NewSearchRoute({ searchParams }: PageProps<'/account/searches/new'>) {
  const { query: given, news: ticked, kept } = await searchParams
  const asked = { query: typeof given === 'string' ? given : '', withNews: ticked !== undefined }
  await requireViewer(newSearchHref(asked))
  const query = await readQuery(asked.query)
  const [preview, news, form] = await Promise.all([
    previewSearch(query.search),
    previewNews(query.search, PREVIEW_DAYS),
    keptForm(kept),
  ])
  const { BOARD_LOCALE } = env()
  return (
    <>
      <PageHeading title="Save this search" lead={query.name} />
      {form?.message ? (
        <Notice look="closed" role="alert">
          {form.message}
        </Notice>
      ) : null}
      {query.left.length === 0 ? null : (
        <Notice look="time">
          A part of this search is not understood and is left out: {query.left.join(', ')}.
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-8 pt-2 lg:grid-cols-2">
        <NewSearchForm
          query={query.canonical}
          name={form?.values.name?.[0] ?? query.name}
          cadence={cadenceOf(form?.values.cadence?.[0]) ?? (asked.withNews ? 'weekly' : 'instant')}
          news={news ? (form ? form.values.news !== undefined : asked.withNews) : null}
          idempotencyKey={freshKey()}
          errors={form?.errors ?? {}}
        />
        <div className="grid content-start gap-8">
          <SearchPreview preview={preview} locale={BOARD_LOCALE} asOf={new Date().toISOString()} />
          {news ? <NewsPreview news={news.inTime} days={PREVIEW_DAYS} /> : null}
        </div>
      </div>
    </>
  )
}

function cadenceOf(value: string | undefined): Cadence | undefined {
  return cadences.find((cadence) => cadence === value)
}
