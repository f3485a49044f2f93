import type { Metadata } from 'next'
import { numberText } from '@/components/format'
import { LinkList } from '@/components/guides/page-parts'
import { sectionLabels } from '@/components/guides/words'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { listGuides, type RoleGuides } from '@/lib/guides/queries'
import { mostRead } from '@/lib/readers/queries'
import { answerSearch } from '@/lib/search/answer'

export const metadata: Metadata = {
  title: 'Guides',
  description: 'What a role is, how one grows in it and where it ends, beside its open jobs.',
  alternates: {
    canonical: '/guides',
    types: { 'application/rss+xml': [{ url: '/guides.rss', title: 'New and changed guides' }] },
  },
}

const link = 'inline-flex items-center pointer-coarse:min-h-11'

export default async function GuidesRoute() {
  const [roles, answer, readMost] = await Promise.all([
    listGuides(),
    answerSearch([['limit', '1']]),
    mostRead(),
  ])
  const open = new Map(answer.meta.facets?.role.map((role) => [role.value, role.count]))
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Guides"
        lead="What a role is, how one grows in it and where it ends, beside the jobs that are open for it now."
      />
      <ul className="border-t border-line">
        {roles.map((role) => (
          <RoleLine key={role.role} role={role} open={open.get(role.role) ?? 0} />
        ))}
      </ul>
      <div className="pt-6">
        <LinkList id="read-most" title="Read most in the last 30 days" entries={readMost} />
      </div>
      <p className="flex flex-wrap gap-x-6 pt-6">
        <a href="/guides/compare" className={link}>
          Roles compared →
        </a>
        <a href="/glossary" className={link}>
          Glossary →
        </a>
        <a href="/guides.rss" className={link}>
          New and changed, as RSS
        </a>
        <a href="/about/figures" className={link}>
          How figures are made
        </a>
      </p>
    </div>
  )
}

function RoleLine({ role: { role, title, description, guides }, open }: { role: RoleGuides; open: number }) {
  return (
    <li className="grid gap-1 border-b border-line py-4">
      <h2 className="text-18 font-semibold">
        <a href={`/guides/${role}`} className={link}>
          {title}
        </a>
      </h2>
      <p className="max-w-prose text-16 text-ink-2">{description}</p>
      <ul className="flex flex-wrap gap-x-4 text-14">
        {guides.map(({ href, section, readingMinutes }) => (
          <li key={section}>
            <a href={href} className={link}>
              {sectionLabels[section]}
            </a>{' '}
            <span className="text-ink-2">{readingMinutes} min</span>
          </li>
        ))}
      </ul>
      {open > 0 ? (
        <p className="text-14 text-ink-2">
          <a href={`/jobs?role=${role}`} className={link}>
            {numberText(open, env().BOARD_LOCALE)} open jobs
          </a>
        </p>
      ) : null}
    </li>
  )
}
