import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { EntryList } from '@/components/guides/entry-list'
import { tagHref } from '@/components/guides/tag-links'
import { Breadcrumb } from '@/components/layout/breadcrumb'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { getTag } from '@/lib/guides/tags'

type Props = PageProps<'/guides/tags/[tag]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tag = await getTag((await params).tag)
  if (!tag) return {}
  return {
    title: `${tag.title}: guides, comparisons and terms`,
    description: tag.about,
    alternates: { canonical: tagHref(tag.slug) },
  }
}

export default async function TagRoute({ params }: Props) {
  const tag = await getTag((await params).tag)
  if (!tag) notFound()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <div className="grid max-w-3xl gap-4">
      <Breadcrumb
        nonce={nonce}
        baseUrl={env().BASE_URL}
        trail={[
          { label: 'Home', href: '/' },
          { label: 'Guides', href: '/guides' },
          { label: tag.title, href: tagHref(tag.slug) },
        ]}
      />
      <PageHeading title={tag.title} lead={tag.about} />
      <div>
        {tag.roles.map(({ role, title, guides }) => (
          <EntryList key={role} id={`role-${role}`} title={title} entries={guides} />
        ))}
        <EntryList id="comparisons" title="Comparisons" entries={tag.comparisons} />
        <EntryList id="terms" title="Terms" entries={tag.terms} />
      </div>
    </div>
  )
}
