import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Comments } from '@/components/comments/comments'
import { termMarkup } from '@/components/guides/markup'
import { LinkList } from '@/components/guides/page-parts'
import { TextPage } from '@/components/guides/text-page'
import { env } from '@/lib/env'
import { getTerm } from '@/lib/guides/queries'

type Props = PageProps<'/glossary/[term]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const term = await getTerm((await params).term)
  if (!term) return {}
  const { title, description, href } = term
  return { title: `${title}: what it means`, description, alternates: { canonical: href } }
}

export default async function TermRoute({ params, searchParams }: Props) {
  const term = await getTerm((await params).term)
  if (!term) notFound()
  const { BOARD_LOCALE: locale, BOARD_NAME: board, BASE_URL: baseUrl } = env()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <TextPage
      page={term}
      trail={[
        { label: 'Home', href: '/' },
        { label: 'Glossary', href: '/glossary' },
        { label: term.title, href: term.href },
      ]}
      markup={termMarkup(term, { baseUrl, board })}
      relatedTitle="You may also want to know"
      below={<LinkList id="used-by" title="Where the guides use it" entries={term.usedBy} />}
      comments={<Comments href={term.href} params={await searchParams} locale={locale} />}
      baseUrl={baseUrl}
      locale={locale}
      nonce={nonce}
    />
  )
}
