import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'
import { Comments } from '@/components/comments/comments'
import { JobsBeside } from '@/components/guides/jobs-beside'
import { articleMarkup } from '@/components/guides/markup'
import { TextPage } from '@/components/guides/text-page'
import { env } from '@/lib/env'
import { turnedPair } from '@/lib/guides/pages'
import { getComparison } from '@/lib/guides/queries'
import { entriesOf } from '@/lib/web/params'

type Props = PageProps<'/guides/compare/[pair]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const comparison = await getComparison((await params).pair)
  if (!comparison) return {}
  const { title, description, href } = comparison
  return { title, description, alternates: { canonical: href } }
}

export default async function ComparisonRoute({ params, searchParams }: Props) {
  const { pair } = await params
  const comparison = await getComparison(pair)
  if (!comparison) {
    const turned = await getComparison(turnedPair(pair))
    if (turned) permanentRedirect(turned.href)
    notFound()
  }
  const { BOARD_LOCALE: locale, BOARD_NAME: board, BASE_URL: baseUrl } = env()
  const asked = await searchParams
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <TextPage
      page={comparison}
      trail={[
        { label: 'Home', href: '/' },
        { label: 'Guides', href: '/guides' },
        { label: 'Comparisons', href: '/guides/compare' },
        { label: comparison.title, href: comparison.href },
      ]}
      markup={articleMarkup(comparison, { baseUrl, board })}
      relatedTitle="Related guides"
      jobs={<JobsBeside roles={comparison.roles} params={entriesOf(asked)} locale={locale} />}
      comments={<Comments href={comparison.href} params={asked} locale={locale} />}
      baseUrl={baseUrl}
      locale={locale}
      nonce={nonce}
    />
  )
}
