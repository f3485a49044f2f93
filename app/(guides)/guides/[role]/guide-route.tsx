import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Comments } from '@/components/comments/comments'
import { JobsBeside } from '@/components/guides/jobs-beside'
import { articleMarkup } from '@/components/guides/markup'
import { RoleNews } from '@/components/guides/role-news'
import { SectionTabs } from '@/components/guides/section-tabs'
import { TextPage } from '@/components/guides/text-page'
import { sectionLabels } from '@/components/guides/words'
import type { Starting } from '@/components/search/live-query'
import { env } from '@/lib/env'
import type { Section } from '@/lib/guides/input'
import { getGuide } from '@/lib/guides/queries'
import { entriesOf } from '@/lib/web/params'

type Asked = { role: string; section: string }
type Params = Parameters<typeof entriesOf>[0]

/** Who reads about pay asks for jobs that state it; who begins, for jobs to begin with. */
const startingFilters: Partial<Record<Section, Starting>> = {
  salary: [['not.pay', 'none']],
  'how-to-become': [['seniority', 'junior']],
}

export async function guideMetadata({ role, section }: Asked): Promise<Metadata> {
  const guide = await getGuide(role, section)
  if (!guide) return {}
  return {
    title: guide.section === 'overview' ? `${guide.title}: the guide` : guide.title,
    description: guide.description,
    alternates: { canonical: guide.href },
  }
}

/** One page of a role's guide. */
export async function GuideOf({ role, section, searchParams }: Asked & { searchParams: Promise<Params> }) {
  const guide = await getGuide(role, section)
  if (!guide) notFound()
  const { BOARD_LOCALE: locale, BOARD_NAME: board, BASE_URL: baseUrl } = env()
  const [nonce, params] = await Promise.all([
    headers().then((given) => given.get('x-nonce') ?? undefined),
    searchParams,
  ])
  const trail = [
    { label: 'Home', href: '/' },
    { label: 'Guides', href: '/guides' },
    { label: guide.roleTitle, href: `/guides/${role}` },
    { label: sectionLabels[guide.section], href: guide.href },
  ]
  return (
    <TextPage
      page={guide}
      trail={guide.section === 'overview' ? trail.slice(0, 3) : trail}
      markup={articleMarkup(guide, { baseUrl, board })}
      relatedTitle="Related guides"
      role={guide.section === 'overview' ? role : undefined}
      tabs={<SectionTabs tabs={guide.tabs} current={guide.href} />}
      jobs={
        <JobsBeside
          roles={[role]}
          params={entriesOf(params)}
          starting={startingFilters[guide.section] ?? []}
          locale={locale}
        />
      }
      comments={<Comments href={guide.href} params={params} locale={locale} />}
      below={<RoleNews role={role} title={guide.roleTitle} />}
      baseUrl={baseUrl}
      locale={locale}
      nonce={nonce}
    />
  )
}
