import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { listComparisons } from '@/lib/guides/queries'

export const metadata: Metadata = {
  title: 'Roles compared',
  description: 'Two roles side by side: what each is left alone with, what both ask for, and how to choose.',
  alternates: { canonical: '/guides/compare' },
}

export default async function ComparisonsRoute() {
  const comparisons = await listComparisons()
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Roles compared"
        lead="Two roles side by side: what each is left alone with, what both ask for, and how to choose."
      />
      <ul className="border-t border-line">
        {comparisons.map(({ href, title, description, readingMinutes }) => (
          <li key={href} className="grid gap-1 border-b border-line py-4">
            <h2 className="text-18 font-semibold">
              <a href={href} className="inline-flex items-center pointer-coarse:min-h-11">
                {title}
              </a>
            </h2>
            <p className="max-w-prose text-16 text-ink-2">{description}</p>
            <p className="text-14 text-ink-2">{readingMinutes} min to read</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
