import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { GuideArticle } from '@/components/guides/guide-article'
import { GuideMeta } from '@/components/guides/guide-meta'
import { GuideToc } from '@/components/guides/guide-toc'
import { Breadcrumb } from '@/components/layout/breadcrumb'
import { LiveJobs } from '@/components/search/live-jobs'
import { liveQuery } from '@/components/search/live-query'
import { env } from '@/lib/env'
import { getGuide } from '@/lib/guides/queries'
import { answerListing } from '@/lib/search/answer'
import { entriesOf } from '@/lib/web/params'
import { currentViewer } from '@/lib/web/session'

export async function generateMetadata({ params }: PageProps<'/guides/[role]'>): Promise<Metadata> {
  const guide = await getGuide((await params).role)
  if (!guide) return {}
  return {
    title: `${guide.title}: the guide`,
    description: guide.summary,
    alternates: { canonical: `/guides/${guide.role}` },
  }
}

export default async function GuideRoute({ params, searchParams }: PageProps<'/guides/[role]'>) {
  const guide = await getGuide((await params).role)
  if (!guide) notFound()
  const query = liveQuery(guide.role, entriesOf(await searchParams))
  const [answer, viewer, given] = await Promise.all([
    answerListing([...new URLSearchParams(query)]),
    currentViewer(),
    headers(),
  ])
  const { BOARD_LOCALE: locale, BASE_URL } = env()
  return (
    <div className="guide-page grid gap-x-10 gap-y-6">
      <div className="guide-head grid gap-4">
        <Breadcrumb
          nonce={given.get('x-nonce') ?? undefined}
          baseUrl={BASE_URL}
          trail={[
            { label: 'Home', href: '/' },
            { label: 'Guides', href: '/guides' },
            { label: guide.title, href: `/guides/${guide.role}` },
          ]}
        />
        <header className="grid gap-3">
          <h1 className="text-28 font-semibold sm:text-36">{guide.title}</h1>
          <p className="max-w-prose text-18 text-ink-2">{guide.summary}</p>
          <GuideMeta guide={guide} locale={locale} />
          <p className="no-print xl:hidden">
            <a href="#open-jobs" className="inline-flex items-center pointer-coarse:min-h-11">
              Open jobs for this role ↓
            </a>
          </p>
        </header>
      </div>
      <div className="guide-toc no-print">
        <GuideToc toc={guide.toc} />
      </div>
      <div className="guide-text">
        <GuideArticle html={guide.html} />
      </div>
      <aside className="guide-jobs no-print">
        <LiveJobs
          role={{ slug: guide.role, name: guide.title }}
          initial={answer}
          initialQuery={query}
          locale={locale}
          isSignedIn={viewer !== null}
        />
      </aside>
    </div>
  )
}
