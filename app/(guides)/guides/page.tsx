import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { listGuides } from '@/lib/guides/queries'
import { answerSearch } from '@/lib/search/answer'

export const metadata: Metadata = {
  title: 'Guides',
  description: 'What a role is, how one grows in it and where it ends, beside its open jobs.',
  alternates: { canonical: '/guides' },
}

export default async function GuidesRoute() {
  const [guides, answer] = await Promise.all([listGuides(), answerSearch([['limit', '1']])])
  const number = new Intl.NumberFormat(env().BOARD_LOCALE)
  const open = new Map(answer.meta.facets?.role.map((role) => [role.value, role.count]))
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Guides"
        lead="What a role is, how one grows in it and where it ends, beside the jobs that are open for it now."
      />
      <ul className="border-t border-line">
        {guides.map((guide) => (
          <li key={guide.role} className="grid gap-1 border-b border-line py-4">
            <h2 className="text-18 font-semibold">
              <a href={`/guides/${guide.role}`}>{guide.title}</a>
            </h2>
            <p className="max-w-prose text-16 text-ink-2">{guide.summary}</p>
            <p className="flex flex-wrap gap-x-4 text-14 text-ink-2">
              <span>{guide.readingMinutes} min to read</span>
              {open.get(guide.role) ? (
                <a href={`/jobs?role=${guide.role}`}>{number.format(open.get(guide.role) ?? 0)} open jobs</a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
