import type { ReactNode } from 'react'
import { Breadcrumb, type Step } from '@/components/layout/breadcrumb'
import { JsonLd } from '@/components/layout/json-ld'
import type { Around, CitedSource } from '@/lib/guides/queries'
import type { PageText } from '@/lib/guides/text'
import { GuideText } from './guide-text'
import { GuideToc } from './guide-toc'
import { LinkList, Neighbours, PageHead, type Shown, SourceList } from './page-parts'

type Props = {
  page: Shown & Around & { text: PageText; cited: CitedSource[] }
  trail: Step[]
  markup: unknown
  relatedTitle: string
  /** Under the title, such as the tabs of a role. */
  tabs?: ReactNode
  /** Open jobs beside the text. */
  jobs?: ReactNode
  /** Below the sources. */
  below?: ReactNode
  baseUrl: string
  locale: string
  nonce: string | undefined
}

/** A page that is read: contents, text, and open jobs beside it. On a narrow screen they follow one another. */
export function TextPage({
  page,
  trail,
  markup,
  relatedTitle,
  tabs,
  jobs,
  below,
  baseUrl,
  locale,
  nonce,
}: Props) {
  return (
    <div className={`guide-page grid gap-x-10 gap-y-6 ${jobs ? '' : 'guide-page-alone'}`}>
      <div className="guide-head grid gap-4">
        <Breadcrumb nonce={nonce} baseUrl={baseUrl} trail={trail} />
        <JsonLd nonce={nonce} value={markup} />
        <PageHead page={page} locale={locale} hasJobs={jobs !== undefined}>
          {tabs}
        </PageHead>
      </div>
      <div className="guide-toc no-print">
        <GuideToc toc={page.text.toc} />
      </div>
      <div className="guide-text grid grid-cols-[minmax(0,1fr)] gap-10">
        <GuideText text={page.text} cited={page.cited} page={{ known: null, locale }} />
        <SourceList cited={page.cited} />
        {below}
        <Neighbours previous={page.previous} next={page.next} />
        <LinkList id="related" title={relatedTitle} entries={page.related} />
      </div>
      {jobs ? <aside className="guide-jobs no-print">{jobs}</aside> : null}
    </div>
  )
}
