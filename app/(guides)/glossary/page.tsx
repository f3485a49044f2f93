import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { listTerms } from '@/lib/guides/queries'

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words that the guides use, each in a plain sentence, with an example and two questions.',
  alternates: { canonical: '/glossary' },
}

export default async function GlossaryRoute() {
  const terms = await listTerms()
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Glossary"
        lead="The words that the guides use, each in a plain sentence, with an example and two questions."
      />
      <dl className="border-t border-line">
        {terms.map(({ slug, href, term, description }) => (
          <div key={slug} className="grid gap-1 border-b border-line py-3">
            <dt className="text-16 font-semibold">
              <a href={href} className="inline-flex items-center pointer-coarse:min-h-11">
                {term}
              </a>
            </dt>
            <dd className="max-w-prose text-15 text-ink-2">{description}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
