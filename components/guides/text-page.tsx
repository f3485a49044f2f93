import type { ReactNode } from 'react'
import type { FigurePage } from '@/components/figures/figure-page'
import { dayText } from '@/components/format'
import { Breadcrumb, type Step } from '@/components/layout/breadcrumb'
import { JsonLd } from '@/components/layout/json-ld'
import { calledHere } from '@/lib/figures/called'
import { knownFor, standInsHere } from '@/lib/guides/figures'
import { openJobsIn } from '@/lib/guides/open-jobs'
import type { Around } from '@/lib/guides/queries'
import type { CitedSource } from '@/lib/guides/shown-page'
import { standInFor } from '@/lib/guides/stand-in'
import type { PageText } from '@/lib/guides/text'
import { GuideText } from './guide-text'
import { GuideToc } from './guide-toc'
import { LinkList, Neighbours, PageHead, type Shown, SourceList } from './page-parts'
import { standInWords } from './public-words'
import { IN_FIGURES, RoleInFigures } from './role-in-figures'
import { SharePage } from './share-page'
import { Useful } from './useful'

type Props = {
  page: Shown & Around & { href: string; text: PageText; cited: CitedSource[] }
  trail: Step[]
  markup: unknown
  relatedTitle: string
  /** Whose figures stand below the text, as those of every role. */
  role?: string | undefined
  /** Under the title, such as the tabs of a role. */
  tabs?: ReactNode
  /** Open jobs beside the text. */
  jobs?: ReactNode
  /** Below the sources. */
  below?: ReactNode
  /** What readers say, at the end. */
  comments?: ReactNode
  baseUrl: string
  locale: string
  nonce: string | undefined
}

/** A page that is read: contents, text, and open jobs beside it. On a narrow screen they follow one another. */
export async function TextPage({
  page,
  trail,
  markup,
  relatedTitle,
  role,
  tabs,
  jobs,
  below,
  comments,
  baseUrl,
  locale,
  nonce,
}: Props) {
  const [figures, openJobs] = await Promise.all([figurePageOf(page.text, role), openJobsIn(page.text)])
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
        <GuideToc toc={role ? [...page.text.toc, IN_FIGURES] : page.text.toc} />
      </div>
      <div className="guide-text grid grid-cols-[minmax(0,1fr)] gap-10">
        <GuideText text={page.text} cited={page.cited} page={{ ...figures, jobs: openJobs }} />
        {role ? <RoleInFigures role={role} text={page.text} page={figures} /> : null}
        <SourceList cited={page.cited} />
        {figures.known.figures.length > 0 ? (
          <p className="text-14">
            Numbers about jobs are computed from those open here:{' '}
            <a href="/about/figures">how figures are made</a>.
          </p>
        ) : null}
        <div className="grid gap-3">
          <SharePage title={page.title} url={new URL(page.href, baseUrl).href} />
          <CitePage page={page} figures={figures} baseUrl={baseUrl} locale={locale} />
        </div>
        <Useful page={page.href} />
        {below}
        <Neighbours previous={page.previous} next={page.next} />
        <LinkList id="related" title={relatedTitle} entries={page.related} />
        {comments}
      </div>
      {jobs ? (
        <aside className="guide-jobs no-print" data-wakes="">
          {jobs}
        </aside>
      ) : null}
    </div>
  )
}

async function figurePageOf(text: PageText, role?: string): Promise<FigurePage> {
  const [known, called, standIns] = await Promise.all([knownFor(text, role), calledHere(), standInsHere()])
  const standIn: FigurePage['standIn'] = (question) => {
    const number = standInFor(question, standIns)
    return number ? standInWords(number, called) : null
  }
  return { known, called, standIn }
}

type Citing = { page: Props['page']; figures: FigurePage; baseUrl: string; locale: string }

/** How to name this page elsewhere. Figures have a day of their own: they move. */
function CitePage({ page, figures, baseUrl, locale }: Citing) {
  const asOf = figures.known.figures
    .map((figure) => figure.asOf)
    .sort()
    .at(-1)
  return (
    <details className="cite-page text-14">
      <summary className="w-fit pointer-coarse:min-h-11 pointer-coarse:content-center">
        Cite this page
      </summary>
      <p className="max-w-prose pt-1">
        {page.author.name}: “{page.title}”. Reviewed {dayText(page.reviewed, locale)}
        {asOf ? `, figures of ${dayText(asOf, locale)}` : ''}. {new URL(page.href, baseUrl).href}
      </p>
    </details>
  )
}
